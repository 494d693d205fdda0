import { sql } from 'kysely'
import { query } from '#kernel/command.ts'
import { addDays } from '#law/working-days/calendar-date.ts'
import { violatedRules as endpoint } from '../contract/touched.ts'
import type { RuleTexts } from '../rule-texts.ts'

const denial = '规则违反统计由行业自律组织和知识产权管理部门查看'
const quarter = 90
const most = 10

/** The ten rules that refused most in a span of days (a quarter where none is given), from the log of refused attempts. */
export function violatedRules(ruleTexts: RuleTexts) {
  return query({
    endpoint,
    allow: [
      { role: 'ASSOCIATION_SECRETARY', denial },
      { role: 'CNIPA_OFFICER', denial },
      { role: 'AUDITOR', denial },
    ],
    async answer({ db, input, today }) {
      const until = input.until ?? today
      const from = input.from ?? addDays(until, -quarter)
      const rows = await db
        .selectFrom('log_entry')
        .innerJoin('log_payload', 'log_payload.index', 'log_entry.index')
        .innerJoin(
          sql<{ rule: string }>`lateral jsonb_to_recordset(log_payload.fields->'violated')`.as<'violated'>(
            sql`violated(rule text)`,
          ),
          (join) => join.onTrue(),
        )
        .select(({ fn, ref }) => [
          'violated.rule',
          fn.countAll<number>().as('times'),
          sql<string[]>`array_agg(distinct ${ref('log_payload.fields')}->>'attempted')`.as('operations'),
        ])
        .where('log_entry.op', '=', 'attempt.refused')
        .where('log_entry.at', '>=', sql<Date>`(${from}::date::timestamp at time zone 'Asia/Shanghai')`)
        .where('log_entry.at', '<', sql<Date>`((${until}::date + 1)::timestamp at time zone 'Asia/Shanghai')`)
        .groupBy('violated.rule')
        .orderBy('times', 'desc')
        .orderBy('violated.rule')
        .limit(most)
        .execute()
      const texts = ruleTexts()
      return {
        from,
        until,
        rules: rows.map(({ rule, times, operations }) => ({
          rule,
          says: texts.get(rule) ?? '',
          times: Number(times),
          operations: operations.filter(Boolean),
        })),
      }
    },
  })
}
