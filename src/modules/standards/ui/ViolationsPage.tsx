import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Section } from '#web/kit/Section.tsx'
import { useQuery } from '#web/useQuery.ts'
import { violatedRules } from '../contract/touched.ts'

type Violated = OutputOf<typeof violatedRules>['rules'][number]

const columns: readonly Column<Violated>[] = [
  { title: '规则', cell: ({ rule, says }) => <a href={`/rules/${rule}`}>{says || rule}</a> },
  { title: '次数', numeric: true, cell: ({ times }) => times },
  { title: '办理的事项', cell: ({ operations }) => operations.join('、') },
]

/** The ten rules that refused most in the last ninety days: where guidance and training are needed. */
export function ViolationsPage() {
  const query = useQuery(violatedRules, {})
  return (
    <Page title="规则违反统计">
      <Answered query={query} what="规则违反统计">
        {({ from, until, rules }) => (
          <Section title={`${from} 至 ${until}（北京日期）拒绝最多的十条规则`}>
            <Listing
              caption="拒绝最多的规则"
              rows={rules}
              rowKey={({ rule }) => rule}
              columns={columns}
              empty="这一期间没有因规则被拒绝的办理。每次拒绝都写入日志，据此统计。"
            />
          </Section>
        )}
      </Answered>
    </Page>
  )
}
