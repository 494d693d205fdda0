import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { drawEvidence as endpoint } from '../contract/draws.ts'
import { evidenceOf } from '../reading/evidence-of.ts'

/** The file with which anyone repeats the draw, offline. */
export const drawEvidence = query({
  endpoint,
  allow: [{ role: 'everyone', denial: '' }],
  async answer({ db, input }) {
    const evidence = await evidenceOf(db, input.id)
    if (!evidence) throw new Problem('not-found', '没有这次抽签，或者它刚登记、日志还没有公布，请稍候几秒。')
    return {
      ...evidence,
      entries: [...evidence.entries],
      root: evidence.root && { ...evidence.root, consistency: [...evidence.root.consistency] },
    }
  },
})
