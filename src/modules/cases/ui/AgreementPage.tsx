import { useParams } from '@tanstack/react-router'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { ClauseLink } from '#web/kit/ClauseLink.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useCan } from '#web/useCan.ts'
import { useCommand } from '#web/useCommand.ts'
import { useQuery } from '#web/useQuery.ts'
import { concludeAgreement, showAgreement, signAgreement } from '../contract/agreement.ts'
import { showClock } from '../contract/clock.ts'
import { CaseFrame } from './CaseFrame.tsx'
import { ClockSection } from './ClockSection.tsx'
import { FeeDialog } from './FeeDialog.tsx'

type Agreement = OutputOf<typeof showAgreement>

/** The agreement to be read and signed, the fee, and the clock that they start. */
export function AgreementPage() {
  const { id = '' } = useParams({ strict: false })
  const agreement = useQuery(showAgreement, { id })
  const clock = useQuery(showClock, { id })
  const can = useCan('/cases', id)
  const show = useDialog()
  const sign = useCommand(signAgreement)
  const conclude = useCommand(concludeAgreement)
  const problem = sign.problem ?? conclude.problem
  return (
    <CaseFrame
      id={id}
      title="协议与期限"
      actions={
        clock.data?.running === 'not-started' && (
          <>
            <ActionButton
              primary
              can={can['case.conclude-agreement']}
              pending={conclude.pending}
              onPress={() => void conclude.run({ id })}
            />
            <ActionButton
              can={can['case.record-fee']}
              onPress={() => void show<void>((close) => <FeeDialog id={id} close={() => close()} />)}
            />
          </>
        )
      }
    >
      {problem && <ProblemPanel problem={problem} />}
      <Answered query={clock} what="期限">
        {(found) => <ClockSection id={id} clock={found} />}
      </Answered>
      <Answered query={agreement} what="协议">
        {(found) => (
          <>
            <Signatures agreement={found} />
            <Section title="协议文本" beside={<ClauseLink id="广东省司法鉴定管理条例#第30条" />}>
              <div className="quoted">
                {found.sections.map(({ heading, lines }, index) => (
                  <section key={heading}>
                    <h3>
                      {index + 1}. {heading}
                    </h3>
                    {lines.map((line) => (
                      <p key={line}>{line}</p>
                    ))}
                  </section>
                ))}
              </div>
              {clock.data?.running === 'not-started' && (
                <div className="pressing">
                  <ActionButton
                    primary
                    can={can['case.sign-agreement']}
                    pending={sign.pending}
                    onPress={() => void sign.run({ id, textSha256: found.textSha256 })}
                  >
                    已阅读全文，签署协议
                  </ActionButton>
                </div>
              )}
            </Section>
          </>
        )}
      </Answered>
    </CaseFrame>
  )
}

const sides = { ENTRUSTING: '委托方', INSTITUTION: '鉴定机构' } as const

function Signatures({ agreement }: { readonly agreement: Agreement }) {
  const { signatures, fee } = agreement
  return (
    <Section title="签署与预交">
      <ul className="people">
        {(['ENTRUSTING', 'INSTITUTION'] as const).map((side) => {
          const signed = signatures.filter((each) => each.side === side)
          return (
            <li key={side}>
              <strong>{sides[side]}</strong>
              {signed.length === 0 && <span className="faint">尚未签署</span>}
              {signed.map(({ kind, name, organisation, signedAt }) => (
                <span key={kind}>
                  {organisation} {name} {kind === 'LETTER' ? '以委托函件和受理决定视为签署' : '已签署'}
                  <span className="faint"> {shownTime(signedAt)}</span>
                </span>
              ))}
            </li>
          )
        })}
        <li>
          <strong>鉴定费</strong>
          {fee ? (
            <span>
              {fee.outcome === 'PREPAID'
                ? `已预交 ${((fee.amountFen ?? 0) / 100).toFixed(2)} 元，收据 ${fee.receiptNo}`
                : `免予预交：${fee.reason}`}
              <span className="faint">
                {' '}
                {fee.recordedBy}登记，{shownTime(fee.recordedAt)}
              </span>
            </span>
          ) : (
            <span className="faint">尚未登记</span>
          )}
        </li>
      </ul>
      {signatures.length === 0 && (
        <Empty>双方签署并登记鉴定费后，由鉴定机构确认协议生效，鉴定期限从次日起算。</Empty>
      )}
    </Section>
  )
}
