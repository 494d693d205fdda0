import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { issue as names } from '#verify/check-log.ts'
import { proveOpinion as endpoint } from '../contract/issue.ts'
import { visibleOpinion } from '../reading/opinion-at.ts'
import { entryOf } from '../reading/opinion-rows.ts'
import { insiders } from '../rules/who.ts'

/** The sidecar `opinion.tlog-proof`: the issue entry with the file's hash laid open, under the first checkpoint that covers it. */
export const proveIssuedOpinion = query({
  endpoint,
  allow: insiders,
  async answer({ db, input, actor, services }) {
    const { opinion } = await visibleOpinion(db, input.id, actor)
    if (opinion.issued_at === null) throw new Problem('wrong-state', '意见书还没有签发，签发后才有登记证明。')
    const index = await entryOf(db, { op: names.op, at: opinion.issued_at, subject: opinion.id })
    const open = [names.field, names.blocks, 'opinionNo', 'unifiedCaseCode']
    const proof = await services.proofOf(index, open)
    if (proof === undefined) throw new Problem('unavailable', '签发登记正在公布，请过几秒再取。')
    return { name: `${opinion.no}.tlog-proof`, proof, traceIndex: index }
  },
})
