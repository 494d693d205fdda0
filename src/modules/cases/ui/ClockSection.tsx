import { extensionReason, suspensionGround } from '#law/terms/interruption.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { DueDate } from '#web/kit/DueDate.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { Section } from '#web/kit/Section.tsx'
import { useCan } from '#web/useCan.ts'
import type { CaseClock } from '../contract/clock.ts'
import {
  DecideExtensionDialog,
  ExtendDialog,
  RequestExtensionDialog,
  ResumeDialog,
  SuspendDialog,
} from './ClockDialogs.tsx'
import { ClockState } from './ClockState.tsx'

type Suspension = CaseClock['suspensions'][number]
type Extension = CaseClock['extensions'][number]

const grounds: Readonly<Record<string, string>> = suspensionGround.labels
const reasons: Readonly<Record<string, string>> = extensionReason.labels
const decisions = { REQUESTED: '等待法院决定', APPROVED: '已批准', REFUSED: '未批准' } as const

const suspensionColumns: readonly Column<Suspension>[] = [
  { title: '中止', short: true, cell: ({ from }) => from },
  { title: '恢复', short: true, cell: ({ until, expectedEnd }) => until ?? `预计${expectedEnd}` },
  { title: '情形', cell: ({ ground }) => grounds[ground] ?? ground },
  { title: '说明', cell: ({ reason, note }) => [reason, note].filter(Boolean).join('；恢复：') },
]

const extensionColumns: readonly Column<Extension>[] = [
  { title: '申请', short: true, cell: ({ requestedOn }) => requestedOn },
  { title: '天数', short: true, cell: ({ days }) => `${days}个工作日` },
  { title: '理由', cell: ({ reason, explanation }) => `${reasons[reason] ?? reason}：${explanation}` },
  { title: '申请人', short: true, cell: ({ requestedBy }) => requestedBy },
  {
    title: '决定',
    cell: ({ state, decidedBy, decidedOn, note }) =>
      [decisions[state], decidedBy, decidedOn, note].filter(Boolean).join('，'),
  },
]

/** The deadline as a sum, everything that moved it, and what may be done about it. */
export function ClockSection({ id, clock }: { readonly id: string; readonly clock: CaseClock }) {
  const can = useCan('/cases', id)
  const show = useDialog()
  const open = (Dialog: typeof SuspendDialog) => () =>
    void show<void>((close) => <Dialog id={id} close={() => close()} />)
  return (
    <Section title="鉴定期限">
      {clock.startedOn === null ? (
        <p className="faint">协议尚未生效，期限还没有起算。</p>
      ) : (
        <>
          <Facts
            items={[
              ['起算', `${clock.startedOn}协议生效，自次日起`],
              ['时限', `${clock.total}个工作日`],
              [
                '到期',
                clock.due ? (
                  <DueDate
                    key="due"
                    date={clock.due}
                    workingDaysLeft={clock.workingDaysLeft}
                    provisional={clock.provisional}
                    why={clock.lines}
                  />
                ) : (
                  '中止中，恢复后确定'
                ),
              ],
              ['依据', clock.basis],
            ]}
          />
          <ClockState clock={clock} />
        </>
      )}
      {clock.courtSubmission && <CourtSubmission submission={clock.courtSubmission} />}
      <div className="pressing">
        <ActionButton can={can['case.suspend']} onPress={open(SuspendDialog)} />
        <ActionButton primary can={can['case.resume']} onPress={open(ResumeDialog)} />
        <ActionButton can={can['case.extend']} onPress={open(ExtendDialog)} />
        <ActionButton can={can['case.request-extension']} onPress={open(RequestExtensionDialog)} />
        <ActionButton primary can={can['case.approve-extension']} onPress={open(DecideExtensionDialog)} />
      </div>
      {clock.suspensions.length > 0 && (
        <Listing
          caption="中止与恢复"
          rows={clock.suspensions}
          rowKey={({ no }) => String(no)}
          columns={suspensionColumns}
          empty=""
        />
      )}
      {clock.extensions.length > 0 && (
        <Listing
          caption="延长"
          rows={clock.extensions}
          rowKey={({ no }) => String(no)}
          columns={extensionColumns}
          empty=""
        />
      )}
    </Section>
  )
}

function CourtSubmission({ submission }: { readonly submission: NonNullable<CaseClock['courtSubmission']> }) {
  return (
    <p>
      向法院提交方案、收费标准、鉴定人情况和承诺书：
      {submission.sentOn ? (
        `已于${submission.sentOn}随方案批准告知`
      ) : (
        <DueDate date={submission.due} provisional={submission.provisional} why={submission.lines} />
      )}
    </p>
  )
}
