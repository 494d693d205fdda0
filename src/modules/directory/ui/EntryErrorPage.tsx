import { useParams } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { DueDate } from '#web/kit/DueDate.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { Page } from '#web/kit/Page.tsx'
import { Section } from '#web/kit/Section.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useCan } from '#web/useCan.ts'
import { useQuery } from '#web/useQuery.ts'
import { answerEntryError, errorOutcome, listEntryErrors } from '../contract/entry-errors.ts'
import { entryErrorLife } from '../lifecycle.ts'

type Report = OutputOf<typeof listEntryErrors>['items'][number]

/** One report of an error in the list, with the answer or the means to give it. */
export function EntryErrorPage() {
  const { id } = useParams({ strict: false })
  const query = useQuery(listEntryErrors, { id })
  return (
    <Answered query={query} what="纠错报告">
      {({ items: [report] }) =>
        report ? <Shown report={report} /> : <Empty>没有这份纠错报告，或者不由您答复。</Empty>
      }
    </Answered>
  )
}

function Shown({ report }: { readonly report: Report }) {
  const { id, key, name, what, contact, state, due, workingDaysLeft, reportedAt } = report
  const can = useCan('/entry-errors', id)
  const show = useDialog()
  const [kind = '', number = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]
  return (
    <Page
      title={name}
      number={number}
      crumbs={[['/entry-errors', '名录纠错']]}
      state={<StateTag of={entryErrorLife} state={state} tone={state === 'OPEN' ? 'active' : 'closed'} />}
      actions={
        <ActionButton
          primary
          can={can['entry-error.answer']}
          onPress={() => void show<void>((close) => <AnswerDialog id={id} close={() => close()} />)}
        />
      }
    >
      <Section title="报告">
        <Facts
          items={[
            ['报告内容', what, 'wide'],
            ['联系方式', contact ?? '没有留下，或者不由您答复'],
            ['报告时间', shownTime(reportedAt)],
            [
              '答复期限',
              workingDaysLeft === null ? (
                due
              ) : (
                <DueDate key="due" date={due} workingDaysLeft={workingDaysLeft} />
              ),
            ],
            [
              '名录中的登记',
              <a key="entry" href={`/directory/${kind}/${encodeURIComponent(number)}`}>
                公开页面
              </a>,
            ],
          ]}
        />
      </Section>
      {report.outcome && (
        <Section title="答复">
          <Facts
            items={[
              ['结果', errorOutcome.label(report.outcome)],
              ['答复', report.answer, 'wide'],
              ['答复人', report.answeredBy],
              ['答复时间', report.answeredAt ? shownTime(report.answeredAt) : undefined],
            ]}
          />
        </Section>
      )}
    </Page>
  )
}

function AnswerDialog({ id, close }: { readonly id: string; readonly close: () => void }) {
  return (
    <Dialog title="答复名录纠错" onClose={close}>
      <p className="intro">
        属实的，登记本身由机构申报变更或者由二人更正既往记载；这里只作答复。报告人凭查询码阅读。
      </p>
      <CommandForm endpoint={answerEntryError} fixed={{ id }} submit="答复" done={close}>
        <Field name="outcome" clause="明鉴平台规则#D-11">
          <Select options={optionsOf(errorOutcome)} virtual={false} />
        </Field>
        <Field name="answer">
          <Input.TextArea rows={5} maxLength={1000} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
