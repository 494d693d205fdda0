import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { featureFinding } from '#law/terms/finding.ts'
import { call } from '#web/call.ts'
import {
  type DraftAnswer,
  type DraftSection,
  type LintFinding,
  type SectionCode,
  saveAnswer,
  saveSection,
} from '../contract/draft.ts'
import { useSaving } from './useSaving.ts'
import { WrittenPart } from './WrittenPart.tsx'

const PAUSE_MS = 1200

interface PartProps {
  readonly caseId: string
  readonly open: boolean
  readonly findings: readonly LintFinding[]
  readonly comments: ReactNode
}

interface SectionPartProps extends PartProps {
  readonly section: SectionCode
  readonly about: string
  readonly title: string
  readonly stored: DraftSection | undefined
}

/** One section, saved by itself as it is typed. */
export function SectionPart({
  caseId,
  open,
  findings,
  comments,
  section,
  about,
  title,
  stored,
}: SectionPartProps) {
  const saving = useSaving<string>({
    stored: stored?.text ?? '',
    version: stored?.version ?? 0,
    pauseMs: PAUSE_MS,
    save: (text, version, key) => call(saveSection, { id: caseId, section, about, text, version }, { key }),
  })
  return (
    <WrittenPart
      title={title}
      place={about === '' ? `section:${section}` : `section:${section}:${about}`}
      text={saving.value}
      onText={saving.change}
      saving={saving}
      open={open}
      rows={section === 'ANALYSIS' ? 12 : 5}
      maxLength={20_000}
      findings={findings}
      comments={comments}
    />
  )
}

interface Row {
  readonly id: string
  readonly label: string
  readonly finding: string | null
}

interface AnswerPartProps extends PartProps {
  readonly answer: DraftAnswer
  readonly rows: readonly Row[]
  /** What the chart's findings would answer. */
  readonly proposal: { readonly text: string; readonly concerns: readonly string[] } | undefined
}

interface Written {
  readonly text: string
  readonly concerns: readonly string[]
}

/** One numbered answer with the rows it rests on; the proposal of the chart can be taken over. */
export function AnswerPart({ caseId, open, findings, comments, answer, rows, proposal }: AnswerPartProps) {
  const { no, question } = answer
  const saving = useSaving<Written>({
    stored: { text: answer.text, concerns: answer.concerns },
    version: answer.version,
    pauseMs: PAUSE_MS,
    save: ({ text, concerns }, version, key) =>
      call(saveAnswer, { id: caseId, no, text, concerns: [...concerns], version }, { key }),
  })
  const { text, concerns } = saving.value
  const offered = open && proposal && proposal.text !== '' && proposal.text !== text
  return (
    <WrittenPart
      title={`第${no}项意见`}
      place={`answer:${no}`}
      text={text}
      onText={(next) => saving.change({ text: next, concerns })}
      saving={saving}
      open={open}
      rows={5}
      maxLength={5000}
      findings={findings}
      comments={comments}
      above={<p className="draft-question">委托事项：{question}</p>}
      below={
        <>
          {offered && (
            <div className="draft-proposal">
              <p>依比对表拟写：{proposal.text}</p>
              <button type="button" className="link-button" onClick={() => saving.change(proposal)}>
                采用这一稿
              </button>
            </div>
          )}
          <Concerns
            no={no}
            rows={rows}
            concerns={concerns}
            open={open}
            onChange={(next) => saving.change({ text, concerns: next })}
          />
        </>
      }
    />
  )
}

interface ConcernsProps {
  readonly no: number
  readonly rows: readonly Row[]
  readonly concerns: readonly string[]
  readonly open: boolean
  readonly onChange: (next: readonly string[]) => void
}

function Concerns({ no, rows, concerns, open, onChange }: ConcernsProps) {
  if (rows.length === 0) return null
  const named = rows.filter(({ id }) => concerns.includes(id)).map(({ label }) => label)
  if (!open)
    return <p className="faint">依据：{named.length > 0 ? `特征${named.join('、')}` : '未注明比对行'}</p>
  return (
    <fieldset className="draft-concerns">
      <legend>第{no}项意见依据的特征</legend>
      <Checkbox.Group
        value={[...concerns]}
        onChange={(next) => onChange(next.map(String))}
        options={rows.map(({ id, label, finding }) => {
          const code = featureFinding.codes.find((each) => each === finding)
          return { value: id, label: label, title: code ? featureFinding.label(code) : '未作结论' }
        })}
      />
    </fieldset>
  )
}
