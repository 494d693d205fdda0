import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { Json } from '#kernel/json.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Proof } from '#web/kit/Proof.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { To } from '#web/kit/To.tsx'
import { useQuery } from '#web/useQuery.ts'
import { entryProof } from '../contract.ts'
import { type CheckedProof, checkProof } from './check-proof.ts'
import { LogKeyNote } from './LogKeyNote.tsx'
import { OpenedFields } from './OpenedFields.tsx'
import './trace.css'

/** One entry by its place in the log: where every 已留痕 mark leads. Checked at once, in this browser. */
export function TraceEntryPage() {
  const { index = '' } = useParams({ strict: false })
  const query = useQuery(entryProof, { index }, { everySeconds: 30 })
  return (
    <>
      <Answered query={query} what="留痕">
        {(answer) => <Entry answer={answer} />}
      </Answered>
      {/^\d+$/.test(index) && (
        <p className="trace-public">
          <a href={`/log/entries/${index}`}>公开日志第 {index} 号</a>：任何人都能看到的部分
        </p>
      )}
    </>
  )
}

function Entry({ answer }: { readonly answer: z.output<typeof entryProof.output> }) {
  const [checked, setChecked] = useState<CheckedProof>()
  useEffect(() => {
    let current = true
    void checkProof(answer).then((found) => current && setChecked(found))
    return () => {
      current = false
    }
  }, [answer])
  const { index, title, matter, proof, vkey, fields } = answer
  const refused = fields.includes('attempted')
  return (
    <Page
      title={title}
      number={`#${index}`}
      state={refused && <span className="state-tag tone-refused">被拒绝</span>}
      crumbs={matter ? [['/cases', '案件']] : []}
    >
      <Section title="核对结果" beside={matter && <To to={`/cases/${matter}/trace`}>本案全部留痕</To>}>
        {checked && <Proof key={checked.state.state + checked.state.says} known={checked.state} />}
        {checked?.at && (
          <Facts
            items={[
              ['办理人', nameOf(checked.opened.by)],
              ['时间', shownTime(checked.at)],
              ...reasonIn(checked.opened),
            ]}
          />
        )}
        {checked && <OpenedFields opened={checked.opened} />}
        <LogKeyNote vkey={vkey} />
        {proof && (
          <details className="trace-opened">
            <summary>证明全文（.tlog-proof，可以离线核对）</summary>
            <pre className="trace-proof">{proof}</pre>
          </details>
        )}
      </Section>
    </Page>
  )
}

/** Of a refused attempt, why; where those words are closed to the asker, nothing. */
function reasonIn({ detail }: CheckedProof['opened']): [string, string, 'wide'][] {
  return typeof detail === 'string' ? [['拒绝的理由', detail, 'wide']] : []
}

function nameOf(by: Json | undefined): string {
  if (typeof by !== 'object' || by === null) return ''
  const found: Readonly<Record<string, unknown>> = { ...by }
  return [found.name, found.organisation].filter((text) => typeof text === 'string' && text !== '').join('，')
}
