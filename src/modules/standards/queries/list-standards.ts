import { query } from '#kernel/command.ts'
import { listStandards as endpoint } from '../contract/standards.ts'
import { listedStandards } from '../reading/listed-standards.ts'

/** The whole register: tens of standards, so that layer, type and gaps can be seen at once. */
export const listStandards = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  answer: async ({ db }) => ({ standards: [...(await listedStandards(db))] }),
})
