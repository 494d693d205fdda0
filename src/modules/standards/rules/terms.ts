import { rule } from '#kernel/rule.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'

/** One word, one meaning. */
export const termDefinedOnce = rule<{ readonly taken: boolean }>({
  id: 'term-defined-once',
  brief: '2.2.2a',
  says: '一个术语只有一条释义',
  basis: [guidingOpinion.clause('二（二）2')],
  check: ({ taken }) =>
    taken ? { fail: '这个术语已经登记', remedy: '请修订已有的释义', field: 'zh' } : 'pass',
})
