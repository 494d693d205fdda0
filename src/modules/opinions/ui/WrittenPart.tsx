import { type ReactNode, useId, useRef } from 'react'
import { DraftStatus } from '#web/kit/DraftStatus.tsx'
import type { LintFinding } from '../contract/draft.ts'
import { LintList } from './LintList.tsx'
import type { Saving } from './useSaving.ts'

interface WrittenPartProps<T> {
  readonly title: string
  /** The place as reviewers and checks name it: `answer:2`. */
  readonly place: string
  readonly text: string
  readonly onText: (next: string) => void
  readonly saving: Saving<T>
  readonly open: boolean
  readonly rows: number
  readonly maxLength: number
  readonly findings: readonly LintFinding[]
  /** Above the text: the question. */
  readonly above?: ReactNode
  /** Below the text: what it rests on. */
  readonly below?: ReactNode
  readonly comments: ReactNode
}

/** One part of the draft as it is written: the text, what the checks say of it, what reviewers say of it. */
export function WrittenPart<T>(props: WrittenPartProps<T>) {
  const { title, place, text, onText, saving, open, findings, comments } = props
  const field = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  function point({ start, end }: LintFinding) {
    area.current?.focus()
    area.current?.setSelectionRange(start, end)
  }
  return (
    <div className="draft-part" id={place.replaceAll(':', '-')}>
      <div className="draft-writing">
        {open ? (
          <>
            <label htmlFor={field} className="draft-title">
              {title}
            </label>
            {props.above}
            <textarea
              ref={area}
              id={field}
              className="draft-text"
              rows={props.rows}
              maxLength={props.maxLength}
              value={text}
              onChange={(event) => onText(event.target.value)}
              onBlur={saving.commit}
            />
            <p className="draft-status">
              {saving.dirty && !saving.busy && !saving.problem ? (
                <span role="status" className="faint">
                  有改动，稍后自动保存
                </span>
              ) : (
                <DraftStatus
                  state={{ savedAt: saving.savedAt, saving: saving.busy, problem: saving.problem }}
                />
              )}
              {saving.problem && (
                <button type="button" className="link-button" onClick={saving.takeStored}>
                  放弃我的改动，取最新内容
                </button>
              )}
            </p>
          </>
        ) : (
          <>
            <h3 className="draft-title">{title}</h3>
            {props.above}
            <ReadText text={text} findings={findings} />
          </>
        )}
        {props.below}
        <LintList findings={findings} {...(open ? { onPoint: point } : {})} />
      </div>
      {comments}
    </div>
  )
}

/** The text as it will be printed, with the words that the checks point at underlined. */
function ReadText({ text, findings }: { readonly text: string; readonly findings: readonly LintFinding[] }) {
  if (text === '') return <p className="faint">尚未撰写</p>
  const spans = findings.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)
  const pieces: ReactNode[] = []
  let at = 0
  for (const { start, end, detail } of spans) {
    if (start < at) continue
    pieces.push(text.slice(at, start))
    pieces.push(
      <mark key={start} className="lint-mark" title={detail}>
        {text.slice(start, end)}
      </mark>,
    )
    at = end
  }
  return (
    <p className="draft-read">
      {pieces}
      {text.slice(at)}
    </p>
  )
}
