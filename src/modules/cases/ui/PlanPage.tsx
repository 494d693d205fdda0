import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { methodTier } from '#law/terms/commission-form.ts'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useCan } from '#web/useCan.ts'
import { useCommand } from '#web/useCommand.ts'
import { useQuery } from '#web/useQuery.ts'
import { showCase } from '../contract/case.ts'
import { approvePlan, beginDrafting, listRecords, showPlan, start } from '../contract/plan.ts'
import { CaseFrame } from './CaseFrame.tsx'
import { RecordDialog, WaiveDialog } from './RecordDialogs.tsx'
import { Records } from './Records.tsx'

type Plan = OutputOf<typeof showPlan>
type Step = Plan['steps'][number]

/** The plan step by step, with what was signed about each. */
export function PlanPage() {
  const { id = '' } = useParams({ strict: false })
  const plan = useQuery(showPlan, { id })
  const can = useCan('/cases', id)
  const navigate = useNavigate()
  const approve = useCommand(approvePlan)
  const begin = useCommand(start)
  const draft = useCommand(beginDrafting)
  const problem = approve.problem ?? begin.problem ?? draft.problem
  const version = plan.data?.version
  const state = useQuery(showCase, { id }).data?.state
  const forming = state === 'ACCEPTED' || state === 'TEAM_FORMING'
  return (
    <CaseFrame
      id={id}
      title="方案与记录"
      actions={
        <>
          {forming && (
            <ActionButton
              primary
              can={can['case.approve-plan']}
              pending={approve.pending}
              onPress={() => void approve.run({ id, ...(version ? { version } : {}) })}
            />
          )}
          {forming && (
            <ActionButton
              primary={version === 0}
              can={can['case.save-plan']}
              onPress={() => void navigate({ to: `/cases/${id}/plan/edit` })}
            >
              {version === 0 ? '拟定方案' : '修改方案'}
            </ActionButton>
          )}
          {state === 'PLANNED' && (
            <ActionButton
              primary
              can={can['case.start']}
              pending={begin.pending}
              onPress={() => void begin.run({ id })}
            />
          )}
          {state === 'IN_PROGRESS' && (
            <ActionButton
              primary
              can={can['case.begin-drafting']}
              pending={draft.pending}
              onPress={() => void draft.run({ id })}
            />
          )}
        </>
      }
    >
      {problem && <ProblemPanel problem={problem} />}
      <Answered query={plan} what="方案">
        {(found) => <PlanSheet id={id} plan={found} />}
      </Answered>
    </CaseFrame>
  )
}

function PlanSheet({ id, plan }: { readonly id: string; readonly plan: Plan }) {
  const records = useQuery(listRecords, { id })
  if (plan.steps.length === 0)
    return (
      <Section title="鉴定方案">
        <Empty>
          还没有方案。主鉴定人逐步写明做什么、用什么方法、依据什么标准、由谁在何时完成，由机构负责人批准。
        </Empty>
      </Section>
    )
  return (
    <Section title="鉴定方案" beside={<PlanStanding plan={plan} />}>
      <ol className="steps">
        {plan.steps.map((step) => (
          <li key={step.no}>
            <StepHead id={id} step={step} />
            <StepFacts step={step} plan={plan} />
            {step.waived && (
              <p className="record">
                未实施：{step.waived.reason}
                <span className="faint">
                  {' '}
                  {step.waived.by}，{shownTime(step.waived.at)}
                </span>
              </p>
            )}
            <Records
              id={id}
              stepNo={step.no}
              records={(records.data?.records ?? []).filter(({ stepNo }) => stepNo === step.no)}
            />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function PlanStanding({ plan }: { readonly plan: Plan }) {
  return (
    <span className="faint">
      第{plan.version}版，{plan.savedBy}
      {plan.savedAt && `，${shownTime(plan.savedAt)}`}
      {plan.approved ? `；${plan.approved.by}批准，${shownTime(plan.approved.at)}` : '；待批准'}
      {plan.consentWanted && (plan.consent ? `；委托方已同意（${plan.consent.by}）` : '；待委托方同意方法')}
    </span>
  )
}

function StepHead({ id, step }: { readonly id: string; readonly step: Step }) {
  const can = useCan('/cases', id)
  const show = useDialog()
  const record = can['case.record-step']
  return (
    <div className="step-head">
      <strong>
        {step.no}. {step.what}
      </strong>
      <span className={step.records > 0 || step.waived ? 'faint' : 'due-soon'}>
        {step.waived ? '未实施' : step.records > 0 ? `${step.records}份记录` : '尚无记录'}
      </span>
      {record?.ok && (
        <span className="step-actions">
          <Button
            type={step.records === 0 && !step.waived ? 'primary' : 'default'}
            onClick={() =>
              void show<void>((close) => <RecordDialog id={id} step={step} close={() => close()} />)
            }
          >
            记录过程
          </Button>
          {step.records === 0 && !step.waived && (
            <ActionButton
              can={can['case.waive-step']}
              onPress={() =>
                void show<void>((close) => <WaiveDialog id={id} stepNo={step.no} close={() => close()} />)
              }
            >
              未实施
            </ActionButton>
          )}
        </span>
      )}
    </div>
  )
}

function StepFacts({ step, plan }: { readonly step: Step; readonly plan: Plan }) {
  const questions = plan.questions
    .filter(({ no }) => step.questions.includes(no))
    .map(({ no }) => `第${no}项`)
  return (
    <Facts
      items={[
        ['针对', questions.join('、')],
        ['方法', step.method],
        ['依据', `${methodTier.label(step.methodTier)} ${step.standardNo} ${step.standardTitle}`.trim()],
        ['执行人', step.whoNames.join('、')],
        ['计划日期', step.plannedOn],
        ['仪器设备', step.equipment || undefined],
        ['外包检测', step.outsourcing || undefined],
      ]}
    />
  )
}
