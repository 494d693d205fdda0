import { query } from '#kernel/command.ts'
import { lintDraft as endpoint } from '../contract/draft.ts'
import { draftFacts, visibleWork } from '../reading/workbench.ts'
import { draftChecks } from '../rules/draft.ts'
import { lintFindings } from '../rules/passages.ts'
import { insiders } from '../rules/who.ts'

/** What the rules of submission would say of the draft as it stands, each objection at its words. */
export const lintDraft = query({
  endpoint,
  allow: insiders,
  async answer({ db, input, actor }) {
    const at = await visibleWork(db, input.id, actor, 'draft')
    return { findings: [...lintFindings(draftChecks, { ...at, ...(await draftFacts(db, at)) })] }
  },
})
