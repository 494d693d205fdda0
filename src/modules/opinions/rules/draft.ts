import { civilEvidence } from '#law/civil-evidence-2019.ts'
import { commissionAppraisal } from '#law/commission-appraisal-2020.ts'
import { guidingOpinion } from '#law/guiding-opinion-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import { featureFinding } from '#law/terms/finding.ts'
import { lintAnswer } from '#law/wording/lint.ts'
import { asRule, type DraftCheck, type DraftFacts, type Passage } from './passages.ts'

const everyQuestionAnswered: DraftCheck = {
  id: 'every-question-answered',
  brief: 'M-06',
  says: '每项委托事项各有一项编号的意见',
  basis: [civilEvidence.clause('第36条'), commissionAppraisal.clause('第11条')],
  effect: 'fail',
  passages: ({ answers }) =>
    answers
      .filter(({ text }) => text.trim() === '')
      .map(({ no }) => ({
        place: `answer:${no}`,
        detail: '没有作答',
        remedy: '请逐项作答；不能判断的，写“无法确定”并说明原因。',
      })),
}

const sectionsWritten: DraftCheck = {
  id: 'sections-written',
  brief: 'O-07',
  says: '意见书写明基本案情、方法和分析过程',
  basis: [civilEvidence.clause('第36条')],
  effect: 'fail',
  passages: ({ sections }) =>
    (['BACKGROUND', 'METHODS', 'ANALYSIS'] as const)
      .filter((code) => !sections.some((each) => each.section === code && each.text.trim() !== ''))
      .map((code) => ({ place: `section:${code}`, detail: '还没有写', remedy: '请写完这一章节。' })),
}

const legalWording: DraftCheck = {
  id: 'opinion-without-legal-judgement',
  brief: 'M-05',
  says: '鉴定意见只回答专门性事实问题，不作法律判断',
  basis: [guidingOpinion.clause('二（一）'), houseRules.clause('M-05')],
  effect: 'warn',
  passages: (facts) => wording(facts, 'M-05'),
}

const uncertainWording: DraftCheck = {
  id: 'opinion-certain',
  brief: 'O-10',
  says: '鉴定意见明确，不用不确定的表述',
  basis: [houseRules.clause('O-10'), commissionAppraisal.clause('第11条')],
  effect: 'warn',
  passages: (facts) => wording(facts, 'O-10'),
}

const agreesWithChart: DraftCheck = {
  id: 'answers-agree-with-chart',
  brief: 'O-10',
  says: '鉴定意见与比对表一致',
  basis: [houseRules.clause('O-10'), commissionAppraisal.clause('第11条')],
  effect: 'warn',
  passages: ({ answers, sections, rows }) => [
    ...answers.flatMap(({ no, text, concerns }) => {
      const own = rows.filter(({ id }) => concerns.includes(id))
      return contradictions(`answer:${no}`, text, own.length > 0 ? own : rows)
    }),
    ...sections
      .filter((each) => each.section === 'ANALYSIS' || each.section === 'SUMMARY')
      .flatMap((each) => contradictions(`section:${each.section}`, each.text, rows)),
  ],
}

const basedOnListedMaterials: DraftCheck = {
  id: 'based-on-listed-materials',
  brief: 'O-11',
  says: '论述只依据已列明且可以采用的材料',
  basis: [houseRules.clause('O-11'), civilEvidence.clause('第34条')],
  effect: 'fail',
  passages: ({ answers, sections, materials }) =>
    [
      ...answers.map(({ no, text }) => ({ place: `answer:${no}`, text })),
      ...sections
        .filter((each) => each.section === 'ANALYSIS' || each.section === 'SUMMARY')
        .map((each) => ({ place: `section:${each.section}`, text: each.text })),
    ].flatMap(({ place, text }) =>
      [...text.matchAll(/材料\s*(\d{1,3})(?!\d)/g)].flatMap((match): Passage[] => {
        const material = materials.find(({ no }) => no === `材料${match[1]}`)
        if (material?.citable) return []
        const detail = material
          ? `${material.no}不能作为依据：${material.why}`
          : `材料清单上没有材料${match[1]}`
        return [{ place, ...spanOf(match), detail, remedy: '请改引已列明、可以采用的材料。' }]
      }),
    ),
}

const answersRestOnFindings: DraftCheck = {
  id: 'answers-rest-on-findings',
  brief: 'O-11',
  says: '每项意见注明所依据的比对行或者材料',
  basis: [houseRules.clause('O-11')],
  effect: 'warn',
  passages: ({ answers, rows }) =>
    answers
      .filter(({ text }) => text.trim() !== '' && !text.includes('无法确定') && !/材料\s*\d/.test(text))
      .filter(({ concerns }) => !concerns.some((each) => rows.some(({ id }) => id === each)))
      .map(({ no }) => ({
        place: `answer:${no}`,
        detail: '没有注明依据',
        remedy: '请选择这项意见所依据的比对行，或者在文中写明材料编号。',
      })),
}

/** All checks, in the order in which they are shown. */
export const draftChecks: readonly DraftCheck[] = [
  everyQuestionAnswered,
  sectionsWritten,
  legalWording,
  uncertainWording,
  agreesWithChart,
  basedOnListedMaterials,
  answersRestOnFindings,
]

export const draftRules = draftChecks.map(asRule)

function wording({ answers, sections }: DraftFacts, brief: 'M-05' | 'O-10'): readonly Passage[] {
  const summaries = sections.filter((each) => each.section === 'SUMMARY')
  return [
    ...answers.map(({ no, text }) => ({ place: `answer:${no}`, text })),
    ...summaries.map(({ text }) => ({ place: 'section:SUMMARY', text })),
  ].flatMap(({ place, text }) =>
    lintAnswer(text)
      .filter((hit) => hit.brief === brief)
      .map(({ quote, start, end, reason, proposal, severity }) => ({
        place,
        quote,
        start,
        end,
        detail: `“${quote}”：${reason}`,
        remedy: brief === 'M-05' ? `可改为：${proposal}` : proposal,
        ...(severity === 'caution' ? { note: true as const } : {}),
      })),
  )
}

type Row = DraftFacts['rows'][number]

/** `特征B相同` where the chart says otherwise, `均相同` where not all are, and counts that differ from the chart. */
function contradictions(place: string, text: string, rows: readonly Row[]): readonly Passage[] {
  if (rows.length === 0) return []
  const remedy = '请使文字与比对表一致，或者先改比对表并重新表决。'
  const named = [
    ...text.matchAll(
      /特征\s*([A-Za-z]{1,3}\d*|\d+)\s*(?:“[^”]*”)?\s*[：:为是]?\s*(相同|不同|缺少|无法确定)/g,
    ),
  ]
  const wrongly = named.flatMap((match): Passage[] => {
    const row = rows.find(({ label }) => label === match[1])
    if (!row?.finding || says(row.finding) === match[2]) return []
    const detail = `“${match[0]}”与比对表不一致，表中特征${row.label}为“${featureFinding.label(row.finding)}”`
    return [{ place, ...spanOf(match), detail, remedy }]
  })
  const all = [
    ...text.matchAll(/(?:各|全部|所有)(?:项)?(?:技术)?特征[^，。；]{0,12}?(?:均|都|全部|分别)相同(?!的)/g),
  ]
  const differing = rows.filter(({ finding }) => finding !== 'IDENTICAL').map(({ label }) => label)
  const generally = (differing.length === 0 ? [] : all).map((match) => ({
    place,
    ...spanOf(match),
    detail: `“${match[0]}”与比对表不一致，特征${differing.join('、')}并非“相同”`,
    remedy,
  }))
  const counted = [...text.matchAll(/(?:^|[，：；。])(相同|不同|缺少对应特征|无法确定)\s*(\d+)\s*项/g)]
  const miscounted = counted.flatMap((match): Passage[] => {
    const known = rows.filter(({ finding }) => finding && featureFinding.label(finding) === match[1]).length
    if (known === Number(match[2]) || /特征[A-Za-z\d]+[^。]*$/.test(text.slice(0, match.index))) return []
    return [
      {
        place,
        ...spanOf(match),
        detail: `比对表中“${match[1]}”有 ${known} 项，文中写 ${match[2]} 项`,
        remedy,
      },
    ]
  })
  return [...wrongly, ...generally, ...miscounted]
}

function says(finding: NonNullable<Row['finding']>): string {
  if (finding === 'IDENTICAL') return '相同'
  if (finding === 'ABSENT') return '缺少'
  return finding === 'NOT_DETERMINABLE' ? '无法确定' : '不同'
}

function spanOf(match: RegExpExecArray): { quote: string; start: number; end: number } {
  return { quote: match[0], start: match.index, end: match.index + match[0].length }
}
