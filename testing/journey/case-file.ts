import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { uncovered } from '#analysis/claim-chart/cover-claim.ts'
import { parsePatentNumber, patentNumberWithCheckDigit } from '#law/identifiers/patent-number.ts'

const feature = z.object({
  id: z.string().min(1).max(12),
  claimText: z.string().min(1),
  accusedCounterpart: z.string().nullable().default(''),
  finding: z.enum(['IDENTICAL', 'EQUIVALENT_SUBFINDINGS', 'DIFFERENT', 'ABSENT', 'NOT_DETERMINABLE']),
  basis: z.string().nullable().default(''),
  unread: z.boolean().default(false),
})

const patentCase = z.object({
  id: z.string(),
  type: z.literal('patent'),
  caseNo: z.union([z.string(), z.array(z.string()), z.null()]).default(null),
  court: z.string().nullable().default(null),
  parties: z
    .record(z.string(), z.union([z.string(), z.null()]))
    .nullable()
    .default(null),
  right: z.object({
    type: z.string().nullable().default(null),
    number: z.string().nullable().default(null),
    title: z.string(),
    holder: z.string().nullable().default(null),
  }),
  officialText: z.string().min(1),
  accused: z.object({ description: z.string().min(1) }),
  questions: z.array(z.string().min(1)).min(1),
  features: z.array(feature).min(1),
})

export type CaseFeature = z.output<typeof feature> & { readonly start: number; readonly end: number }

/** A patent case as the walkthrough plays it, every gap filled and named. */
export interface CaseFile {
  readonly id: string
  readonly ipType: 'PATENT_INVENTION' | 'PATENT_UTILITY_MODEL'
  readonly courtCaseNo: string
  readonly right: {
    readonly number: string
    readonly title: string
    readonly holder: string
    readonly claimText: string
  }
  readonly parties: readonly { readonly name: string; readonly role: 'PLAINTIFF' | 'DEFENDANT' }[]
  readonly accused: string
  readonly questions: readonly string[]
  readonly features: readonly CaseFeature[]
  /** What the file lacks and a demonstration value stands for. */
  readonly filled: readonly string[]
}

/** The file is not a case that can be played; the message says why in Chinese. */
export class UnplayableCase extends Error {}

/** Reads a case file (format: shared/cases/README.md). Nothing in it is trusted; only patents can be played for now. */
export async function readCaseFile(path: string): Promise<CaseFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UnplayableCase(`读不到案件文件 ${path}`)
  })
  const raw = parseJson(text)
  const type = z.looseObject({ type: z.string() }).safeParse(raw)
  if (!type.success) throw new UnplayableCase('文件不是案件文件：缺少 type')
  if (type.data.type !== 'patent')
    throw new UnplayableCase(`案件类型是“${type.data.type}”，目前只能演练专利（发明、实用新型）案件`)
  const parsed = patentCase.safeParse(raw)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}：${message}`)
    throw new UnplayableCase(`案件文件不符合格式：\n  ${lines.join('\n  ')}`)
  }
  return completed(parsed.data)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UnplayableCase('案件文件不是有效的 JSON')
  }
}

function completed(file: z.output<typeof patentCase>): CaseFile {
  const filled: string[] = []
  const or = (value: string | null | undefined, what: string, otherwise: string) => {
    if (value) return value
    filled.push(what)
    return otherwise
  }
  const named = Object.entries(file.parties ?? {}).filter(([key]) => key !== 'mentioned')
  const party = (keys: readonly string[]) => named.find(([key, name]) => keys.includes(key) && name)?.[1]
  const ipType = kindOf(file.right)
  const caseNo = Array.isArray(file.caseNo) ? file.caseNo[0] : file.caseNo
  return {
    id: file.id,
    ipType,
    courtCaseNo: or(caseNo, '案号', '（2026）粤73知民初1号'),
    right: {
      number: or(file.right.number, '专利号', patentNumberWithCheckDigit(2018, ipType, 1055706)),
      title: file.right.title,
      holder: or(file.right.holder, '权利人', '演示权利人'),
      claimText: file.officialText,
    },
    parties: [
      { name: or(party(['plaintiff', 'appellant', 'claimant']), '原告', '演示原告'), role: 'PLAINTIFF' },
      { name: or(party(['defendant', 'appellee', 'respondent']), '被告', '演示被告'), role: 'DEFENDANT' },
    ],
    accused: file.accused.description,
    questions: file.questions,
    features: withTheRest(file.officialText, placed(file.officialText, file.features)),
    filled,
  }
}

function kindOf(right: { type: string | null; number: string | null }): CaseFile['ipType'] {
  const kind = right.number ? parsePatentNumber(right.number)?.kind : undefined
  if (kind === 'PATENT_INVENTION' || kind === 'PATENT_UTILITY_MODEL') return kind
  return right.type?.includes('实用新型') ? 'PATENT_UTILITY_MODEL' : 'PATENT_INVENTION'
}

/** Each feature at its own place: the first occurrence that no earlier feature has taken. */
function placed(claim: string, features: readonly z.output<typeof feature>[]): CaseFeature[] {
  const taken: CaseFeature[] = []
  for (const each of features) {
    let start = claim.indexOf(each.claimText)
    const end = () => start + each.claimText.length
    while (start >= 0 && taken.some((other) => start < other.end && other.start < end()))
      start = claim.indexOf(each.claimText, start + 1)
    if (start < 0) throw new UnplayableCase(`特征 ${each.id} 的文字在权利要求中找不到，或与其他特征重叠`)
    taken.push({ ...each, start, end: end() })
  }
  return taken
}

/** Parts of the claim that the file does not speak of become rows of their own, open as they are. */
function withTheRest(claim: string, features: readonly CaseFeature[]): readonly CaseFeature[] {
  const rest = uncovered(claim, features).map(
    ({ start, end }, i): CaseFeature => ({
      id: `余${i + 1}`,
      claimText: claim.slice(start, end),
      start,
      end,
      accusedCounterpart: '',
      finding: 'NOT_DETERMINABLE',
      basis: '案件文件没有载明这一部分的比对结果',
      unread: true,
    }),
  )
  return [...features, ...rest].sort((a, b) => a.start - b.start)
}
