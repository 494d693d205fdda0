import { deliveryMethod } from '#law/terms/commission-form.ts'
import { institutionRecusalGround, personRecusalGround } from '#law/terms/recusal-ground.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { ClauseLink } from '#web/kit/ClauseLink.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Section } from '#web/kit/Section.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useCan } from '#web/useCan.ts'
import { ApplyRecusalDialog, DecideRecusalDialog, ServeNoticeDialog } from './RecusalDialogs.tsx'
import type { Team } from './TeamPage.tsx'

const recusalStates = { states: { OPEN: '待决定', GRANTED: '准许回避', REJECTED: '驳回' } } as const
const grounds: Readonly<Record<string, string>> = {
  ...personRecusalGround.labels,
  ...institutionRecusalGround.labels,
}

/** What the parties were told of the team, whom they asked to step aside, and what was decided. */
export function RecusalSection({ id, team }: { readonly id: string; readonly team: Team }) {
  const can = useCan('/cases', id)
  const show = useDialog()
  const last = team.notices.at(-1)
  return (
    <Section title="回避" beside={<ClauseLink id="广东省司法鉴定管理条例#第33条" />}>
      {last ? (
        <>
          <p>
            {last.servedOn}已告知：
            {last.served.map(({ name, method }) => `${name}（${deliveryMethod.label(method)}）`).join('、')}
            。申请回避的期间到{last.endsOn}。
          </p>
          {!last.coversPresentTeam && <p className="due-soon">告知之后鉴定组有变动，须重新告知。</p>}
          <details>
            <summary>告知书</summary>
            <div className="quoted">{last.text}</div>
          </details>
        </>
      ) : (
        <p className="faint">鉴定组确定后，向委托方和各方当事人告知名单和申请回避的权利。</p>
      )}
      {team.recusals.length > 0 && (
        <ol className="steps">
          {team.recusals.map((each) => (
            <li key={each.id}>
              <div className="step-head">
                <strong>申请{each.against}回避</strong>
                <StateTag
                  of={recusalStates}
                  state={each.state}
                  tone={each.state === 'OPEN' ? 'soon' : 'closed'}
                />
                <span className="step-actions">
                  {each.state === 'OPEN' && (
                    <ActionButton
                      primary
                      can={can['case.decide-recusal']}
                      onPress={() =>
                        void show<void>((close) => (
                          <DecideRecusalDialog id={id} recusalId={each.id} close={() => close()} />
                        ))
                      }
                    />
                  )}
                </span>
              </div>
              <p>
                {grounds[each.ground] ?? each.ground}。{each.facts}
              </p>
              <p className="faint">
                {each.appliedBy}，{shownTime(each.appliedAt)}
              </p>
              {each.decision && each.decidedAt && (
                <p>
                  决定：{each.decision}
                  <span className="faint"> {shownTime(each.decidedAt)}</span>
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      <div className="pressing">
        <ActionButton
          can={can['case.serve-recusal-notice']}
          primary={!last?.coversPresentTeam}
          onPress={() =>
            void show<void>((close) => <ServeNoticeDialog id={id} team={team} close={() => close()} />)
          }
        />
        <ActionButton
          can={can['case.apply-recusal']}
          onPress={() =>
            void show<void>((close) => <ApplyRecusalDialog id={id} team={team} close={() => close()} />)
          }
        />
      </div>
    </Section>
  )
}
