import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { term } from '#kernel/term.ts'
import { optionalText } from '#kernel/text.ts'

const id = z.uuid().meta({ title: '案件' })
const version = z.int().min(0)
const time = z.iso.datetime()

/** The parts of the opinion that people write; everything else is taken from the case (domain brief §7.3). */
export const section = term('意见书章节', {
  BACKGROUND: '二、基本案情',
  MATERIALS_DIGEST: '三、资料摘要',
  METHODS: '四、鉴定过程：标准与方法',
  ANALYSIS: '五、分析说明：论述',
  SUMMARY: '五、分析说明：小结',
})
export type SectionCode = (typeof section.codes)[number]

/** Where something stands in the draft: `section:ANALYSIS`, `section:MATERIALS_DIGEST:<material>`, `row:<row>`, `answer:2`, `draft`. */
export const place = z
  .string()
  .regex(
    /^(?:draft|row:[0-9a-f-]{36}|answer:\d{1,2}|section:[A-Z_]+(?::[0-9a-f-]{36})?)$/,
    '请选择意见所指的位置',
  )
  .meta({ title: '所指位置' })

/** A place in words: `第2项意见`. Rows and materials are told by what stands there, not by their id. */
export function placeInWords(at: string): string {
  const [kind, name = ''] = at.split(':')
  if (kind === 'answer') return `第${name}项意见`
  if (kind === 'row') return '比对表'
  const code = section.codes.find((each) => each === name)
  return code ? section.label(code) : '全文'
}

export const draftSection = z.object({
  section: section.schema,
  /** The material of a digest entry; empty for the other sections. */
  about: z.string(),
  text: z.string(),
  version,
  savedBy: z.string(),
  savedAt: time.nullable(),
})
export type DraftSection = z.output<typeof draftSection>

export const draftAnswer = z.object({
  no: z.int(),
  question: z.string(),
  text: z.string(),
  /** Rows of the chart that the answer rests on. */
  concerns: z.array(z.uuid()),
  version,
  savedBy: z.string(),
  savedAt: time.nullable(),
})
export type DraftAnswer = z.output<typeof draftAnswer>

/** One flagged passage, or the lack of one. Offsets are UTF-16 into the text at `place`; both 0 where the whole is meant. */
export const lintFinding = z.object({
  place,
  rule: z.string(),
  brief: z.string(),
  basis: z.array(z.string()),
  /** `fail` must be set right; `warn` may stay with a written reason; `note` is for thought only. */
  effect: z.enum(['fail', 'warn', 'note']),
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  detail: z.string(),
  remedy: z.string(),
})
export type LintFinding = z.output<typeof lintFinding>

export const showDraft = endpoint({
  id: 'draft.show',
  title: '查看意见书草稿',
  method: 'GET',
  path: '/drafts/:id',
  input: z.object({ id }),
  output: z.object({
    id,
    caseCode: z.string(),
    caseTitle: z.string(),
    state: z.string(),
    sections: z.array(draftSection),
    answers: z.array(draftAnswer),
    /** An answer per question as the findings of the chart would have it; the person takes it over or not. */
    proposals: z.array(z.object({ no: z.int(), text: z.string(), concerns: z.array(z.uuid()) })),
    rows: z.array(
      z.object({ id: z.uuid(), label: z.string(), claimNo: z.string(), finding: z.string().nullable() }),
    ),
    materials: z.array(z.object({ id: z.uuid(), no: z.string(), name: z.string() })),
    submissions: z.array(z.object({ round: z.int(), sha256: z.string(), at: time })),
  }),
  refusals: ['not-found'],
})

export const lintDraft = endpoint({
  id: 'draft.lint',
  title: '检查意见书草稿',
  method: 'GET',
  path: '/drafts/:id/lint',
  input: z.object({ id }),
  output: z.object({ findings: z.array(lintFinding) }),
  refusals: ['not-found'],
})

export const saveSection = endpoint({
  id: 'draft.save-section',
  title: '保存章节',
  method: 'POST',
  path: '/drafts/:id/save-section',
  input: z.object({
    id,
    section: section.schema,
    about: z.union([z.uuid(), z.literal('')]).default(''),
    text: optionalText('章节正文', 20_000),
    version,
  }),
  output: z.object({ version, savedAt: time }),
  refusals: ['not-found', 'rule-violated', 'stale-version'],
})

export const saveAnswer = endpoint({
  id: 'draft.save-answer',
  title: '保存鉴定意见',
  method: 'POST',
  path: '/drafts/:id/save-answer',
  input: z.object({
    id,
    no: z.int().min(1).max(50).meta({ title: '鉴定事项' }),
    text: optionalText('鉴定意见', 5000),
    concerns: z.array(z.uuid()).max(300).default([]).meta({ title: '所依据的比对行' }),
    version,
  }),
  output: z.object({ version, savedAt: time }),
  refusals: ['not-found', 'rule-violated', 'stale-version'],
})

export const submitForReview = endpoint({
  id: 'draft.submit-for-review',
  title: '提交复核',
  method: 'POST',
  path: '/drafts/:id/submit-for-review',
  input: z.object({ id }),
  output: z.object({ state: z.string(), round: z.int(), contentSha256: z.string(), submittedAt: time }),
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})
