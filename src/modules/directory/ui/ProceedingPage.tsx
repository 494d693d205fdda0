import { useParams } from '@tanstack/react-router'
import { Input } from 'antd'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Section } from '#web/kit/Section.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { To } from '#web/kit/To.tsx'
import { useCan } from '#web/useCan.ts'
import { useQuery } from '#web/useQuery.ts'
import {
  grantAppeal,
  grantCorrection,
  grantExit,
  grantRemoval,
  grantRenewal,
  listProceedings,
  proceedingTitles,
  rejectProceeding,
  withdrawProceeding,
} from '../contract/proceedings.ts'
import { proceedingLife } from '../lifecycle.ts'
import type { Proceeding } from './ProceedingTable.tsx'

const granting = {
  EXIT: grantExit,
  RENEWAL: grantRenewal,
  REMOVAL: grantRemoval,
  APPEAL: grantAppeal,
  CORRECTION: grantCorrection,
} as const

/** One request, what it rests on, and its decision. */
export function ProceedingPage() {
  const { id } = useParams({ strict: false })
  const query = useQuery(listProceedings, { id })
  return (
    <Answered query={query} what="名录事项">
      {({ items: [proceeding] }) =>
        proceeding ? <Shown proceeding={proceeding} /> : <Empty>没有这个名录事项。</Empty>
      }
    </Answered>
  )
}

function Shown({ proceeding }: { readonly proceeding: Proceeding }) {
  const { id, institutionId, institution, directoryNo, kind, state, detail } = proceeding
  const can = useCan('/directory-proceedings', id)
  const show = useDialog()
  const deeds = [granting[kind], rejectProceeding, withdrawProceeding]
  const { determination, corrected } = detail
  return (
    <Page
      title={`${proceedingTitles[kind]}：${institution}`}
      number={directoryNo}
      crumbs={[['/directory-proceedings', '名录事项']]}
      state={<StateTag of={proceedingLife} state={state} tone={state === 'OPEN' ? 'active' : 'closed'} />}
      actions={deeds.map((deed, i) => (
        <ActionButton
          key={deed.id}
          primary={i === 0}
          grave={deed === grantRemoval}
          can={can[deed.id]}
          onPress={() =>
            void show<void>((close) => (
              <Dialog title={deed.title} onClose={() => close()}>
                <CommandForm endpoint={deed} fixed={{ id }} submit={deed.title} done={() => close()}>
                  <Field name="reason">
                    <Input.TextArea rows={3} maxLength={200} />
                  </Field>
                </CommandForm>
              </Dialog>
            ))
          }
        />
      ))}
    >
      <Section title="所提事项">
        <Facts
          items={[
            [
              '机构',
              <To key="to" to={`/standing/${institutionId}`}>
                {institution}
              </To>,
            ],
            ['提出', `${proceeding.openedBy}，${shownTime(proceeding.openedAt)}`],
            ['事由', proceeding.reason, 'wide'],
            ['作出认定的机关', determination?.authority],
            ['文书编号', determination?.documentNo],
            ['作出日期', determination?.on],
            ['认定的事实', determination?.finding, 'wide'],
            ['更正的期间', detail.from && `${detail.from} 起，${detail.until} 前`],
            ['更正为', corrected && correctedText(corrected), 'wide'],
          ]}
        />
      </Section>
      {proceeding.decision !== null && (
        <Section title="决定">
          <Facts
            items={[
              ['结果', proceedingLife.states[state]],
              ['理由', proceeding.decision, 'wide'],
              ['决定人', proceeding.decidedBy],
              ['决定时间', proceeding.decidedAt ? shownTime(proceeding.decidedAt) : undefined],
            ]}
          />
        </Section>
      )}
    </Page>
  )
}

const particulars = { name: '名称', address: '地址', telephone: '电话' } as const

function correctedText(corrected: NonNullable<Proceeding['detail']['corrected']>): string {
  const changed = Object.entries(corrected).filter(([, value]) => value)
  return changed
    .map(([what, value]) => `${particulars[what as keyof typeof particulars]}：${value}`)
    .join('；') // keys of the contract
}
