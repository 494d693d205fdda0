import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { matterTrace } from '#modules/trace/contract.ts'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { DueDate } from '#web/kit/DueDate.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Section } from '#web/kit/Section.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { TraceTimeline } from '#web/kit/TraceTimeline.tsx'
import { useCan } from '#web/useCan.ts'
import { useQuery } from '#web/useQuery.ts'
import { show } from '../contract/endpoints.ts'
import { commissionLife } from '../lifecycle.ts'
import { commissionTone } from './commission-tone.ts'
import { Decided } from './Decided.tsx'
import { RefuseDialog, RequestSupplementDialog, WithdrawDialog } from './DecisionDialogs.tsx'
import { FormView } from './FormView.tsx'
import { Supplements } from './Supplements.tsx'
import './commission.css'

type Found = OutputOf<typeof show>

/** One commission: where it stands, what was declared, what was decided, and what may be done now. */
export function CommissionPage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(show, { id })
  return (
    <Answered query={query} what="委托">
      {(found) => (
        <Page
          title={found.title}
          number={found.caseCode}
          crumbs={[['/commissions', '委托']]}
          state={<StateTag of={commissionLife} state={found.state} tone={commissionTone(found.state)} />}
          actions={<Actions found={found} />}
          rail={<Rail found={found} />}
        >
          {found.decision && (
            <Decided id={id} decision={found.decision} at={found.decidedAt} institution={found.institution} />
          )}
          {found.supplements.length > 0 && <Supplements rounds={found.supplements} />}
          <FormView found={found} />
        </Page>
      )}
    </Answered>
  )
}

function Actions({ found }: { readonly found: Found }) {
  const { id, state } = found
  const can = useCan('/commissions', id)
  const dialog = useDialog()
  const navigate = useNavigate()
  if (state === 'ACCEPTED')
    return (
      <Button type="primary" onClick={() => void navigate({ to: `/cases/${id}` })}>
        进入案件
      </Button>
    )
  if (state === 'REFUSED' || state === 'WITHDRAWN') return null
  return (
    <>
      <ActionButton
        primary
        can={can['commission.accept']}
        onPress={() => void navigate({ to: `/commissions/${id}/accept` })}
      />
      <ActionButton
        can={can['commission.request-supplement']}
        onPress={() => void dialog<void>((close) => <RequestSupplementDialog id={id} close={close} />)}
      />
      <ActionButton
        grave
        can={can['commission.refuse']}
        onPress={() => void dialog<void>((close) => <RefuseDialog id={id} close={close} />)}
      />
      <ActionButton
        primary
        can={can['commission.answer-supplement']}
        onPress={() => void navigate({ to: `/commissions/${id}/supplement` })}
      />
      <ActionButton
        grave
        can={can['commission.withdraw']}
        onPress={() => void dialog<void>((close) => <WithdrawDialog id={id} close={close} />)}
      />
    </>
  )
}

function Rail({ found }: { readonly found: Found }) {
  const { id, state, due, workingDaysLeft, provisional, why } = found
  const trace = useQuery(matterTrace, { id })
  const last = (trace.data?.entries ?? []).slice(-5).reverse()
  return (
    <>
      {(state === 'SUBMITTED' || state === 'SUPPLEMENT_REQUESTED') && (
        <Section title="受理期限">
          {due === null ? (
            <>
              <p>补正期间停止计算，剩余 {workingDaysLeft} 个工作日。</p>
              <ol className="sum">
                {why.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ol>
            </>
          ) : (
            <DueDate date={due} workingDaysLeft={workingDaysLeft} provisional={provisional} why={why} />
          )}
        </Section>
      )}
      <Section title="最近留痕">
        {last.length === 0 && <p className="faint">{trace.data ? '还没有留痕。' : '正在读取…'}</p>}
        <TraceTimeline
          items={last.map(({ index, at, title, by, kind, detail }) => ({
            index,
            at,
            what: title,
            by: `${by.organisation} ${by.name}`,
            refused: kind === 'refused',
            ...(detail ? { detail } : {}),
          }))}
        />
      </Section>
    </>
  )
}
