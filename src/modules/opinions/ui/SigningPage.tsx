import { useParams } from '@tanstack/react-router'
import { close } from '#modules/cases/contract/clock.ts'
import { CaseFrame } from '#modules/cases/ui/CaseFrame.tsx'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { Section } from '#web/kit/Section.tsx'
import { useCan } from '#web/useCan.ts'
import { useCommand } from '#web/useCommand.ts'
import { useQuery } from '#web/useQuery.ts'
import { acknowledge, freeze, type OpinionShown, returnOpinion, showOpinion } from '../contract/issue.ts'
import { DeliverDialog } from './DeliverDialog.tsx'
import { IssueChecklist } from './IssueChecklist.tsx'
import { LivingOpinion } from './LivingOpinion.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'
import { VoidedOpinions } from './VoidedOpinions.tsx'
import './signing.css'

type Shown = OutputOf<typeof showOpinion>

/** From approval to delivery: freeze, sign, seal, issue, deliver; what was done by whom, and what comes next. */
export function SigningPage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(showOpinion, { id })
  return (
    <Answered query={query} what="签名与签发">
      {(shown) => <SigningWork shown={shown} />}
    </Answered>
  )
}

function SigningWork({ shown }: { readonly shown: Shown }) {
  const { id, opinions } = shown
  const can = useCan('/cases', id)
  const show = useDialog()
  const freezing = useCommand(freeze)
  const receiving = useCommand(acknowledge)
  const closing = useCommand(close)
  const living = opinions.find(({ state }) => state !== 'VOIDED')
  const voided = opinions.filter(({ state }) => state === 'VOIDED')
  const pending = shown.caseState === 'PENDING_ISSUE'
  const delivered = ['ISSUED', 'DELIVERED'].includes(shown.caseState)
  return (
    <CaseFrame
      id={id}
      title="签名与签发"
      actions={
        <>
          {pending && !living && (
            <ActionButton
              primary
              can={can['opinion.freeze']}
              pending={freezing.pending}
              onPress={() => void freezing.run({ id })}
            />
          )}
          {pending && (
            <ActionButton
              grave
              can={can['opinion.return']}
              onPress={() =>
                void show<void>((close) => (
                  <ReturnDialog id={id} no={living?.no} endpoint={returnOpinion} close={() => close()} />
                ))
              }
            />
          )}
          {shown.caseState === 'ISSUED' && (
            <ActionButton
              primary
              can={can['opinion.deliver']}
              onPress={() => void show<void>((close) => <DeliverDialog id={id} close={() => close()} />)}
            />
          )}
          {shown.caseState === 'DELIVERED' && (
            <ActionButton
              can={can['case.close']}
              pending={closing.pending}
              onPress={() => void closing.run({ id })}
            />
          )}
          {delivered && (
            <ActionButton
              primary
              can={can['opinion.acknowledge']}
              pending={receiving.pending}
              onPress={() => void receiving.run({ id })}
            />
          )}
        </>
      }
    >
      {freezing.problem && <ProblemPanel problem={freezing.problem} />}
      {closing.problem && <ProblemPanel problem={closing.problem} />}
      {receiving.problem && <ProblemPanel problem={receiving.problem} />}
      {living ? <LivingOpinion shown={shown} opinion={living} /> : <NotYet shown={shown} />}
      {pending && <IssueChecklist shown={shown} frozen={living !== undefined} />}
      {voided.length > 0 && <VoidedOpinions opinions={voided} />}
    </CaseFrame>
  )
}

function NotYet({ shown }: { readonly shown: Shown }) {
  const last: OpinionShown | undefined = shown.opinions[0]
  const says =
    shown.caseState === 'PENDING_ISSUE'
      ? last
        ? '上一份定稿已作废。核对下列各项后可以重新定稿，取得新的编号。'
        : '复核已通过。签发人核对下列各项后定稿：保留编号和验证码，内容从此不再改动。'
      : '意见书通过复核后在这里定稿、签名、盖章和签发。'
  return (
    <Section title="意见书">
      <Empty>{says}</Empty>
    </Section>
  )
}
