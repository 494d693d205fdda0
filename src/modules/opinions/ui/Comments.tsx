import { Button, Input, Select } from 'antd'
import { reviewComment } from '#law/terms/review.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { shownTime } from '#web/kit/shown-time.ts'
import type { Possibilities } from '#web/useCan.ts'
import { useCommand } from '#web/useCommand.ts'
import { addComment, answerComment, type Comment, closeComment } from '../contract/review.ts'

interface CommentsProps {
  readonly caseId: string
  readonly place: string
  /** The place in words: 第2项意见. */
  readonly where: string
  readonly comments: readonly Comment[]
  readonly can: Possibilities
}

/** Review comments on one place, beside it. */
export function Comments({ caseId, place, where, comments, can }: CommentsProps) {
  const show = useDialog()
  const own = comments.filter((each) => each.place === place)
  const mayAdd = can['review.add-comment']?.ok === true
  if (own.length === 0 && !mayAdd) return null
  return (
    <aside className="comments" aria-label={`对${where}的复核意见`}>
      {own.map((comment) => (
        <CommentCard key={comment.id} caseId={caseId} comment={comment} can={can} />
      ))}
      {mayAdd && (
        <Button
          size="small"
          onClick={() =>
            void show<void>((close) => (
              <CommentDialog caseId={caseId} place={place} where={where} close={() => close()} />
            ))
          }
        >
          {place === 'draft' ? '对全文提出意见' : '提出意见'}
          {place !== 'draft' && <span className="visually-hidden">：{where}</span>}
        </Button>
      )}
    </aside>
  )
}

interface CommentCardProps {
  readonly caseId: string
  readonly comment: Comment
  readonly can: Possibilities
}

function CommentCard({ caseId, comment, can }: CommentCardProps) {
  const show = useDialog()
  const close = useCommand(closeComment)
  const state = comment.closedAt ? '已关闭' : comment.answer ? '已答复，待关闭' : '待答复'
  return (
    <section className={comment.closedAt ? 'comment comment-closed' : 'comment'}>
      <p className="comment-head">
        <strong>{reviewComment.label(comment.kind)}</strong>
        <span className="state-tag">{state}</span>
      </p>
      <p>{comment.text}</p>
      <p className="faint">
        {comment.by} 第 {comment.round} 稿 {shownTime(comment.at)}
      </p>
      {comment.answer && (
        <p className="comment-answer">
          {comment.answeredBy}答复：{comment.answer}
        </p>
      )}
      {close.problem && (
        <p role="alert" className="cell-wrong">
          {close.problem.detail}
        </p>
      )}
      {!comment.closedAt && (
        <p className="comment-deeds">
          {can['review.answer-comment']?.ok && (
            <Button
              size="small"
              onClick={() =>
                void show<void>((done) => (
                  <AnswerDialog caseId={caseId} comment={comment} close={() => done()} />
                ))
              }
            >
              {comment.answer ? '改答复' : '答复'}
            </Button>
          )}
          {can['review.close-comment']?.ok && (
            <Button
              size="small"
              loading={close.pending}
              onClick={() => void close.run({ id: caseId, commentId: comment.id })}
            >
              关闭
            </Button>
          )}
        </p>
      )}
    </section>
  )
}

interface CommentDialogProps {
  readonly caseId: string
  readonly place: string
  readonly where: string
  readonly close: () => void
}

function CommentDialog({ caseId, place, where, close }: CommentDialogProps) {
  return (
    <Dialog title={`对${where}提出复核意见`} onClose={close}>
      <CommandForm
        endpoint={addComment}
        fixed={{ id: caseId, place, commentId: crypto.randomUUID() }}
        submit="提出"
        done={close}
      >
        <Field name="kind" clause="司法部令第132号#第35条">
          <Select options={optionsOf(reviewComment)} />
        </Field>
        <Field name="text">
          <Input.TextArea rows={4} maxLength={2000} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

interface AnswerDialogProps {
  readonly caseId: string
  readonly comment: Comment
  readonly close: () => void
}

function AnswerDialog({ caseId, comment, close }: AnswerDialogProps) {
  return (
    <Dialog title="答复复核意见" onClose={close}>
      <p>{comment.text}</p>
      <CommandForm
        endpoint={answerComment}
        fixed={{ id: caseId, commentId: comment.id }}
        initial={{ answer: comment.answer ?? '' }}
        submit="答复"
        done={close}
      >
        <Field name="answer">
          <Input.TextArea rows={4} maxLength={2000} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
