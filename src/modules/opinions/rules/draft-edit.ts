import { rule } from '#kernel/rule.ts'
import { civilEvidence } from '#law/civil-evidence-2019.ts'
import { houseRules } from '#law/house-rules.ts'
import type { ListedMaterial } from './chart.ts'

export const aboutListedMaterial = rule<{
  readonly input: { readonly section: string; readonly about: string }
  readonly materials: readonly ListedMaterial[]
}>({
  id: 'digest-of-listed-material',
  brief: 'O-11',
  says: '资料摘要逐份对应材料清单',
  basis: [houseRules.clause('O-11')],
  check: ({ input, materials }) => {
    if (input.section !== 'MATERIALS_DIGEST')
      return input.about === ''
        ? 'pass'
        : { fail: '只有资料摘要按材料分写', remedy: '请选择正确的章节。', field: 'about' }
    return materials.some(({ id }) => id === input.about)
      ? 'pass'
      : { fail: '所摘的材料不在本案材料清单上', remedy: '请从材料清单中选取。', field: 'about' }
  },
})

export const answersAskedQuestion = rule<{
  readonly input: { readonly no: number }
  readonly form: { readonly questions: readonly { readonly no: number }[] }
}>({
  id: 'answers-asked-question',
  brief: 'M-06',
  says: '每项意见只回答一项委托事项',
  basis: [civilEvidence.clause('第36条')],
  check: ({ input, form }) =>
    form.questions.some(({ no }) => no === input.no)
      ? 'pass'
      : { fail: `委托书中没有第 ${input.no} 项`, remedy: '请只回答委托书所列的事项。', field: 'no' },
})

export const concernsOwnRows = rule<{
  readonly input: { readonly concerns: readonly string[] }
  readonly rows: readonly { readonly id: string }[]
}>({
  id: 'concerns-rows-of-chart',
  brief: 'O-11',
  says: '意见所依据的是本案比对表的行',
  basis: [houseRules.clause('O-11')],
  check: ({ input, rows }) =>
    input.concerns.every((each) => rows.some(({ id }) => id === each))
      ? 'pass'
      : { fail: '所依据的比对行已不在表中', remedy: '请刷新后重新选择。', field: 'concerns' },
})
