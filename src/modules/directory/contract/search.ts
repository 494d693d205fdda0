import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { text } from '#kernel/text.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import {
  appraiserBody,
  appraiserStates,
  institutionBody,
  institutionState,
  institutionStates,
  registerBody,
} from './register.ts'

const date = z.iso.date('日期写作 2026-03-02')
const number = z.string().trim().min(1).max(60)

/** How an entry is addressed: kind and public number. A page goes on after the key of its last row. */
export const entryKey = z
  .string()
  .max(80)
  .regex(/^(institution|appraiser):./, '编号不能识别，请从名录中选择')

export const entryKind = z.enum(['institution', 'appraiser'])

/** Off the list: not shown unless their state is asked for. */
export const offTheList = ['EXITED', 'REMOVED', 'LEFT'] as const

export const entryState = z.enum([...institutionState.options, 'ACTIVE', 'LEFT'])

export function stateLabel(state: z.output<typeof entryState>): string {
  return { ...institutionStates, ...appraiserStates }[state]
}

/** The two questions about a past day (register/as-of.ts). */
const asked = {
  on: date.optional().meta({ title: '截至日期' }),
  question: z
    .enum(['said', 'true'])
    .default('said')
    .meta({ title: '问法', description: 'said：当日名录上怎么写；true：按今天所知，当日实际怎样' }),
}

/** As of which day and log size an answer stands. `past` where a day was asked for. */
export const asOf = z.object({
  day: date,
  size: z.number().int(),
  question: z.enum(['said', 'true']),
  past: z.boolean(),
})

export const entry = z.object({
  key: z.string(),
  /** Index of the log entry that says so. */
  logIndex: z.number().int(),
  /** SHA-256 of the canonical JSON of the body. */
  item: z.string(),
  body: registerBody,
})

export const searchDirectory = endpoint({
  id: 'directory.search',
  title: '查询名录',
  method: 'GET',
  path: '/directory/entries',
  input: z.object({
    kind: entryKind.default('institution'),
    text: text('检索词', 60).optional().meta({ description: '名称、姓名、拼音、首字母或者编号' }),
    ip: ipType.schema.optional(),
    field: technicalField.schema.optional(),
    province: z
      .string()
      .regex(/^\d{2}$/, '省份写作两位代码，如 51')
      .optional(),
    institution: number.optional().meta({ title: '执业机构的名录编号' }),
    standard: number.optional().meta({ title: '贯彻的标准' }),
    grade: z.string().trim().min(1).max(20).optional().meta({ title: '等级' }),
    state: entryState.optional().meta({ title: '状态' }),
    ...asked,
    cursor: entryKey.optional(),
  }),
  output: z.object({
    asOf,
    items: z.array(entry),
    next: z.string().nullable(),
    /** Counted up to 1000, on a past day up to 100. */
    total: z.number().int(),
    totalCapped: z.boolean(),
  }),
})

/** What changed between what was said before and now, in words; empty values where there was none. */
const difference = z.object({ what: z.string(), before: z.string(), after: z.string() })

export const showEntry = endpoint({
  id: 'directory.show-entry',
  title: '查看名录条目',
  method: 'GET',
  path: '/directory/entries/:key',
  input: z.object({ key: entryKey, ...asked }),
  output: z.object({
    asOf,
    entry,
    /** Of an institution: who practises there, by name; capped at 200. */
    appraisers: z.array(appraiserBody),
    /** Of an appraiser: the one institution where he practises. */
    institution: institutionBody.nullable(),
    /** All that the register ever said of it below that size, oldest first. */
    history: z.array(
      z.object({
        logIndex: z.number().int(),
        saidAt: z.iso.datetime(),
        from: date,
        /** Only a correction of the past has an end. */
        until: date.nullable(),
        state: entryState,
        reason: z.string(),
        differences: z.array(difference),
      }),
    ),
  }),
  refusals: ['not-found'],
})

export const compareDays = endpoint({
  id: 'directory.compare',
  title: '比较两个日期的名录',
  method: 'GET',
  path: '/directory/changes',
  input: z.object({
    from: date,
    to: date.optional(),
    kind: entryKind.default('institution'),
    question: asked.question,
    cursor: entryKey.optional(),
  }),
  output: z.object({
    from: asOf,
    to: asOf,
    items: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        /** Came on the list, left it, or changed on it. */
        change: z.enum(['entered', 'left', 'changed']),
        differences: z.array(difference),
        logIndex: z.number().int(),
      }),
    ),
    next: z.string().nullable(),
  }),
})

export const showCoverage = endpoint({
  id: 'directory.coverage',
  title: '名录覆盖',
  method: 'GET',
  path: '/directory/coverage',
  input: z.object({ ip: ipType.schema.optional() }),
  output: z.object({
    asOf,
    /** Institutions on the list and able to take cases, by province. */
    provinces: z.array(z.object({ province: z.string(), institutions: z.number().int() })),
    /** Only cells with any; `row` is a field of technology or, where no kind of right was asked for, a kind of right. */
    cells: z.array(z.object({ row: z.string(), province: z.string(), institutions: z.number().int() })),
  }),
})
