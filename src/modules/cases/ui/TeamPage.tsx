import { useParams } from '@tanstack/react-router'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useCan } from '#web/useCan.ts'
import { useCommand } from '#web/useCommand.ts'
import { useQuery } from '#web/useQuery.ts'
import { type CaseMember, nameLead, showTeam } from '../contract/team.ts'
import { CaseFrame } from './CaseFrame.tsx'
import { CommitmentSection } from './CommitmentSection.tsx'
import { RecusalSection } from './RecusalSection.tsx'
import {
  HandlersDialog,
  IssuerDialog,
  NominateDialog,
  ReplaceDialog,
  ReviewersDialog,
} from './TeamDialogs.tsx'

export type Team = OutputOf<typeof showTeam>

/** Who appraises, reviews and issues; commitments; what the parties were told and asked. */
export function TeamPage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(showTeam, { id })
  return (
    <CaseFrame id={id} title="鉴定组">
      <Answered query={query} what="鉴定组">
        {(team) => (
          <>
            {team.ownCommitment && <CommitmentSection id={id} text={team.ownCommitment} />}
            <Appraisers id={id} team={team} />
            <Deciders id={id} team={team} />
            <RecusalSection id={id} team={team} />
            <Former team={team} />
          </>
        )}
      </Answered>
    </CaseFrame>
  )
}

interface PartProps {
  readonly id: string
  readonly team: Team
}

function Appraisers({ id, team }: PartProps) {
  const can = useCan('/cases', id)
  const show = useDialog()
  const lead = useCommand(nameLead)
  const present = team.members.filter(({ leftAt }) => leftAt === null)
  return (
    <Section
      title="鉴定人"
      beside={
        <ActionButton
          primary={present.length < team.minimum}
          can={can['case.nominate-appraiser']}
          onPress={() =>
            void show<void>((close) => <NominateDialog id={id} team={team} close={() => close()} />)
          }
        />
      }
    >
      {lead.problem && <ProblemPanel problem={lead.problem} />}
      {present.length === 0 ? (
        <Empty>还没有鉴定人。机构管理员从具备本案类型和领域资格的鉴定人中指定，至少{team.minimum}名。</Empty>
      ) : (
        <ul className="people">
          {present.map((member) => (
            <li key={member.id}>
              <MemberLine member={member} />
              <span className="step-actions">
                {!member.lead && (
                  <ActionButton
                    can={can['case.name-lead']}
                    pending={lead.pending}
                    onPress={() => void lead.run({ id, accountId: member.accountId })}
                  >
                    设为主鉴定人
                  </ActionButton>
                )}
                <ActionButton
                  can={can['case.replace-member']}
                  onPress={() =>
                    void show<void>((close) => (
                      <ReplaceDialog id={id} team={team} leaving={member} close={() => close()} />
                    ))
                  }
                >
                  更换
                </ActionButton>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function MemberLine({ member }: { readonly member: CaseMember }) {
  return (
    <>
      <strong>
        {member.name}
        {member.lead && '（主鉴定人）'}
      </strong>
      <span>
        {member.title} <span className="number">{member.practiceNo}</span>
      </span>
      {member.commitmentSignedAt ? (
        <span className="faint">承诺书 {shownTime(member.commitmentSignedAt)}签署</span>
      ) : (
        <span className="due-soon">承诺书未签署</span>
      )}
    </>
  )
}

function Deciders({ id, team }: PartProps) {
  const can = useCan('/cases', id)
  const show = useDialog()
  return (
    <Section title="复核与签发">
      <ul className="people">
        <li>
          <strong>复核人</strong>
          <span>
            {team.reviewers.map(({ name }) => name).join('、') || <span className="faint">尚未指定</span>}
          </span>
          <span className="step-actions">
            <ActionButton
              can={can['case.assign-reviewer']}
              onPress={() =>
                void show<void>((close) => <ReviewersDialog id={id} team={team} close={() => close()} />)
              }
            />
          </span>
        </li>
        <li>
          <strong>签发人</strong>
          <span>{team.issuer?.name ?? <span className="faint">尚未指定</span>}</span>
          <span className="step-actions">
            <ActionButton
              can={can['case.assign-issuer']}
              onPress={() =>
                void show<void>((close) => <IssuerDialog id={id} team={team} close={() => close()} />)
              }
            />
          </span>
        </li>
        {team.handlers && (
          <li>
            <strong>经办人员</strong>
            <span>
              {team.handlers.map(({ name }) => name).join('、') || <span className="faint">尚未指定</span>}
            </span>
            <span className="step-actions">
              <ActionButton
                can={can['case.assign-handlers']}
                onPress={() =>
                  void show<void>((close) => <HandlersDialog id={id} team={team} close={() => close()} />)
                }
              />
            </span>
          </li>
        )}
      </ul>
      <p className="faint">鉴定人、复核人、签发人和机构负责人各由不同的人担任。</p>
    </Section>
  )
}

function Former({ team }: { readonly team: Team }) {
  const gone = team.members.filter(({ leftAt }) => leftAt !== null)
  if (gone.length === 0) return null
  return (
    <Section title="已退出">
      <ul className="people">
        {gone.map(({ id, name, joinedAt, leftAt, leftBecause }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span>{leftBecause}</span>
            <span className="faint">
              {shownTime(joinedAt)}加入，{leftAt && shownTime(leftAt)}退出
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
