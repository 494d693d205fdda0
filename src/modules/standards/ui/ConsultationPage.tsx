import { useParams } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { commentDisposition } from '#law/terms/standard.ts'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Field } from '#web/kit/Field.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { Page } from '#web/kit/Page.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { Section } from '#web/kit/Section.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useCan } from '#web/useCan.ts'
import { useCommand } from '#web/useCommand.ts'
import { useQuery } from '#web/useQuery.ts'
import {
  closeConsultation,
  disposeComment,
  listComments,
  showConsultation,
} from '../contract/consultation.ts'
import { consultationLife } from '../lifecycle.ts'

type Comment = OutputOf<typeof listComments>['comments'][number]

/** The disposition table of those who answer: every comment, who made it, and what becomes of it. */
export function ConsultationPage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(showConsultation, { id })
  const comments = useQuery(listComments, { id })
  const can = useCan('/consultations', id)
  const end = useCommand(closeConsultation)
  const show = useDialog()
  const disposal: Column<Comment> = {
    title: '处理',
    cell: (comment) => (
      <>
        {comment.disposition ? (
          <p>
            <strong>{commentDisposition.label(comment.disposition)}</strong>：{comment.answer}
          </p>
        ) : null}
        <Button
          onClick={() =>
            void show<void>((close) => <DisposeDialog comment={comment} close={() => close()} />)
          }
        >
          处理第 {comment.no} 条
        </Button>
      </>
    ),
  }
  return (
    <Answered query={query} what="征求意见">
      {({ standard, versionLabel, state, opensOn, closesOn, notes }) => (
        <Page
          title={`${standard.title}（${versionLabel}）`}
          crumbs={[
            ['/standards', '标准登记'],
            [`/standards/${standard.slug}`, standard.title],
          ]}
          state={
            <StateTag of={consultationLife} state={state} tone={state === 'OPEN' ? 'active' : 'closed'} />
          }
          actions={
            state === 'OPEN' && (
              <ActionButton
                primary
                can={can['consultation.close']}
                pending={end.pending}
                onPress={() => void end.run({ id })}
              />
            )
          }
        >
          {end.problem && <ProblemPanel problem={end.problem} />}
          <Section title="概况" beside={<a href={`/consultations/${id}`}>公开页</a>}>
            <Facts
              items={[
                ['期间', `${opensOn} 至 ${closesOn}（北京日期）`],
                ['编制说明', notes, 'wide'],
              ]}
            />
          </Section>
          <Section title="意见处理表">
            <Answered query={comments} what="意见">
              {(found) => (
                <Listing
                  caption="意见处理表"
                  rows={found.comments}
                  rowKey={(comment) => comment.id}
                  columns={state === 'OPEN' ? [...columns, disposal] : [...columns, answered]}
                  empty="还没有收到意见。任何人都可以在公开页提出，不需要登录。"
                />
              )}
            </Answered>
          </Section>
        </Page>
      )}
    </Answered>
  )
}

const columns: readonly Column<Comment>[] = [
  { title: '意见', cell: ({ no, clause, text }) => `${no}. ${clause ? `${clause}：` : ''}${text}` },
  { title: '提出人', cell: ({ name, contact }) => [name, contact].filter(Boolean).join('，') },
  { title: '时间', short: true, cell: ({ at }) => shownTime(at) },
]

const answered: Column<Comment> = {
  title: '处理',
  cell: ({ disposition, answer }) =>
    disposition ? `${commentDisposition.label(disposition)}：${answer ?? ''}` : '未处理',
}

function DisposeDialog({ comment, close }: { readonly comment: Comment; readonly close: () => void }) {
  return (
    <Dialog title={`处理第 ${comment.no} 条意见`} onClose={close}>
      <p className="intro">{comment.text}</p>
      <CommandForm endpoint={disposeComment} fixed={{ id: comment.id }} submit="公布处理结果" done={close}>
        <Field name="disposition">
          <Select options={optionsOf(commentDisposition)} />
        </Field>
        <Field name="answer">
          <Input.TextArea rows={4} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
