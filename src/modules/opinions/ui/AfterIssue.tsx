import { ActionButton } from '#web/kit/ActionButton.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import type { Possibilities } from '#web/useCan.ts'
import { recordCorrection, recordSupersession, recordSupplement, withdraw } from '../contract/changes.ts'
import type { OpinionShown } from '../contract/issue.ts'
import { type Change, ChangeDialog } from './ChangeDialog.tsx'

const changes = [recordCorrection, recordSupplement, recordSupersession, withdraw] as const

/** To whom it was delivered, and what became of it since. */
export function AfterIssue({
  opinion,
  can,
}: {
  readonly opinion: OpinionShown
  readonly can: Possibilities
}) {
  const show = useDialog()
  const open = (endpoint: Change) => () =>
    void show<void>((close) => <ChangeDialog id={opinion.id} endpoint={endpoint} close={() => close()} />)
  return (
    <>
      <Section title="送达">
        {opinion.deliveries.length === 0 ? (
          <p className="faint">还没有送达。由档案管理员或受理人员登记送达方式和凭证。</p>
        ) : (
          <ul className="plain-list">
            {opinion.deliveries.map((each) => (
              <li key={`${each.recipient} ${each.at}`}>
                {each.recipient}，{each.method}，{each.receipt}，{shownTime(each.at)}；
                {each.acknowledgedAt ? `已于 ${shownTime(each.acknowledgedAt)} 签收` : '尚未签收'}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="签发后的变动" beside={<span className="faint">{opinion.validityLabel}</span>}>
        {opinion.changes.length === 0 ? (
          <p className="faint">没有补正、补充、重新鉴定或撤回的登记。</p>
        ) : (
          <ul className="plain-list">
            {opinion.changes.map((each) => (
              <li key={each.at}>
                <strong>{each.label}</strong> {[each.ground, each.successor].filter(Boolean).join('，')}
                <p>{each.text}</p>
                <p className="faint">
                  {each.by} {shownTime(each.at)}
                </p>
              </li>
            ))}
          </ul>
        )}
        <div className="signing-buttons">
          {changes.map((endpoint) => (
            <ActionButton
              key={endpoint.id}
              grave={endpoint === withdraw}
              can={can[endpoint.id]}
              onPress={open(endpoint)}
            />
          ))}
        </div>
      </Section>
    </>
  )
}
