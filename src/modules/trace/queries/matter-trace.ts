import { sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import { query } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import type { Finding } from '#kernel/rule.ts'
import { matterTrace as endpoint, stage, type TraceEntry } from '../contract.ts'
import { insightInto, wordsClosed } from './sees-matter.ts'

/** Far above what any case leaves behind; a bound all the same, and one that is told. */
const MOST = 20_000
const closedWords = '具体内容属于鉴定工作底稿，只给有权查看底稿的人员。'

/** Titles of operations and labels of states, as the modules declare them. */
export interface Vocabulary {
  readonly titles: ReadonlyMap<string, string>
  readonly queries: ReadonlySet<string>
  readonly states: ReadonlyMap<string, Readonly<Record<string, string>>>
}

/** All that was done, tried and read about one matter, straight from the log. What was typed is not shown here. */
export function matterTrace(vocabulary: () => Vocabulary, most = MOST) {
  return query({
    endpoint,
    allow: [{ role: 'signed-in', denial: '请先登录' }],
    async answer({ db, input, actor }) {
      const insight = await insightInto(db, input.id, actor)
      if (insight === 'none') throw new Problem('not-found', '没有这个案件，或者您无权查看。')
      const size = await publishedSize(db)
      const rows = await db
        .selectFrom('log_payload')
        .innerJoin('log_entry', 'log_entry.index', 'log_payload.index')
        .select(['log_entry.index', 'log_entry.at', 'log_entry.op', 'log_payload.fields'])
        .where(sql<string>`log_payload.fields->'subject'->>'matter'`, '=', input.id)
        .orderBy('log_payload.index')
        .limit(most + 1)
        .execute()
      const entries = rows.slice(0, most).map((row) => {
        const { accountId: by } = row.fields.by as { accountId: string | undefined } // written by the pipeline
        const entry = shown(row, size, vocabulary())
        return wordsClosed(insight, actor, { op: entry.op, by }) ? withoutWords(entry) : entry
      })
      const count = (code: TraceEntry['stage'], kind: TraceEntry['kind']) =>
        entries.filter((entry) => entry.stage === code && entry.kind === kind).length
      return {
        entries,
        more: rows.length > most,
        publishedSize: size,
        stages: stage.codes.map((code) => ({
          stage: code,
          done: count(code, 'done'),
          refused: count(code, 'refused'),
          read: count(code, 'read'),
        })),
      }
    },
  })
}

export async function publishedSize(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('log_checkpoint')
    .select(({ fn }) => fn.max('size').as('size'))
    .executeTakeFirst()
  return Number(row?.size ?? 0)
}

interface Row {
  readonly index: number
  readonly at: Date
  readonly op: string
  readonly fields: Readonly<Record<string, unknown>>
}

function shown({ index, at, op, fields }: Row, size: number, vocabulary: Vocabulary): TraceEntry {
  const refused = op === 'attempt.refused'
  const named = refused ? String(fields.attempted) : op
  const states = vocabulary.states.get(String(fields.machine))
  const state = (value: unknown) => (typeof value === 'string' ? (states?.[value] ?? value) : null)
  const rules = (refused ? fields.violated : fields.findings) as readonly Partial<Finding>[] | undefined // as written by the pipeline
  return {
    index,
    at: at.toISOString(),
    op: named,
    title: vocabulary.titles.get(named) ?? named,
    stage: stageOf(named),
    kind: refused ? 'refused' : vocabulary.queries.has(op) ? 'read' : 'done',
    by: byOf(fields.by),
    from: state(fields.from),
    to: state(fields.to),
    rules: (rules ?? [])
      .filter(({ outcome }) => outcome !== 'not-applicable' && outcome !== 'not-in-force')
      .map(({ rule = '', brief = '', says = '', basis = [], outcome, detail = '', reason = null }) => ({
        rule,
        brief,
        says,
        basis: [...basis],
        outcome: outcome ?? 'fail',
        detail,
        reason,
      })),
    detail: typeof fields.detail === 'string' ? fields.detail : null,
    published: index < size,
  }
}

function withoutWords(entry: TraceEntry): TraceEntry {
  const rules = entry.rules.map((each) => ({ ...each, detail: '', reason: null }))
  return { ...entry, rules, detail: entry.detail === null ? null : closedWords }
}

function byOf(by: unknown): TraceEntry['by'] {
  const { name, organisation, roles } = by as { name: string; organisation: string; roles: string[] } // written by the pipeline
  return { name, organisation, roles }
}

const acceptance =
  /^(commission\.|file\.register|case\.(sign-agreement|record-fee|conclude-agreement|withdraw))/
const issue = /^(review\.|opinion\.|delivery\.|key\.|draft\.submit)/

function stageOf(op: string): TraceEntry['stage'] {
  if (acceptance.test(op)) return 'ACCEPTANCE'
  return issue.test(op) ? 'REVIEW_AND_ISSUE' : 'PROCESS'
}
