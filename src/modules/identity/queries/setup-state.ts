import { query } from '#kernel/command.ts'
import { setupState as endpoint } from '../contract.ts'
import { anyAccountExists } from '../store.ts'

export const setupState = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  answer: async ({ db }) => ({ firstAdministratorNeeded: !(await anyAccountExists(db)) }),
})
