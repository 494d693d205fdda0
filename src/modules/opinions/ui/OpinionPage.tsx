import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { CaseFrame } from '#modules/cases/ui/CaseFrame.tsx'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { ClauseLink } from '#web/kit/ClauseLink.tsx'
import { ProblemPanel, Violation } from '#web/kit/ProblemPanel.tsx'
import { Section } from '#web/kit/Section.tsx'
import { To } from '#web/kit/To.tsx'
import { type Possibility, useCan } from '#web/useCan.ts'
import { useCommand } from '#web/useCommand.ts'
import { useQuery } from '#web/useQuery.ts'
import './opinion.css'
import {
  lintDraft,
  placeInWords,
  type SectionCode,
  section,
  showDraft,
  submitForReview,
} from '../contract/draft.ts'
import { showReview } from '../contract/review.ts'
import { Comments } from './Comments.tsx'
import { AnswerPart, SectionPart } from './DraftParts.tsx'
import { ReviewActions } from './ReviewActions.tsx'
import { ReviewState } from './ReviewState.tsx'

type Draft = OutputOf<typeof showDraft>
type Review = OutputOf<typeof showReview>

/** The draft of the opinion: sections and answers, what the checks say in place, what reviewers say beside. */
export function OpinionPage() {
  const { id = '' } = useParams({ strict: false })
  const draft = useQuery(showDraft, { id })
  const review = useQuery(showReview, { id }, { enabled: draft.data !== undefined })
  return (
    <Answered query={draft} what="意见书草稿">
      {(shown) => (
        <Answered query={review} what="复核情况">
          {(reviewed) => <OpinionWork draft={shown} review={reviewed} />}
        </Answered>
      )}
    </Answered>
  )
}

function OpinionWork({ draft, review }: { readonly draft: Draft; readonly review: Review }) {
  const { id } = draft
  const can = useCan('/drafts', id)
  const canReview = useCan('/reviews', id)
  const lint = useQuery(lintDraft, { id }, { keep: true })
  const submit = useCommand(submitForReview)
  const open = can['draft.save-section']?.ok === true
  const findings = lint.data?.findings ?? []
  const at = (place: string) => findings.filter((each) => each.place === place)
  const beside = (place: string, where: string) => (
    <Comments caseId={id} place={place} where={where} comments={review.comments} can={canReview} />
  )
  const part = (code: SectionCode, about = '', title = section.label(code)) => {
    const place = about === '' ? `section:${code}` : `section:${code}:${about}`
    return (
      <SectionPart
        key={place}
        caseId={id}
        open={open}
        section={code}
        about={about}
        title={title}
        stored={draft.sections.find((each) => each.section === code && each.about === about)}
        findings={at(place)}
        comments={beside(place, title)}
      />
    )
  }
  return (
    <CaseFrame
      id={id}
      title="意见书草稿"
      actions={
        <>
          <ActionButton
            primary
            can={can['draft.submit-for-review']}
            pending={submit.pending}
            onPress={() => void submit.run({ id })}
          />
          <ReviewActions id={id} can={canReview} />
        </>
      }
    >
      {submit.problem && <ProblemPanel problem={submit.problem} />}
      <Blockers can={can['draft.submit-for-review']} />
      <ReviewState review={review} />
      {beside('draft', placeInWords('draft'))}
      <Section title={section.label('BACKGROUND')}>{part('BACKGROUND', '', '基本案情')}</Section>
      <Section title={section.label('MATERIALS_DIGEST')}>
        {draft.materials.length === 0 && <p className="faint">本案还没有登记材料。</p>}
        {draft.materials.map(({ id: material, no, name }) =>
          part('MATERIALS_DIGEST', material, `${no} ${name}`),
        )}
      </Section>
      <Section title="四、鉴定过程">{part('METHODS', '', '标准与方法')}</Section>
      <Section title="五、分析说明" beside={<To to={`/cases/${id}/chart`}>技术特征比对表</To>}>
        {part('ANALYSIS', '', '论述')}
        {part('SUMMARY', '', '小结')}
        <RowComments draft={draft} beside={beside} />
      </Section>
      <Section title="六、鉴定意见" beside={<ClauseLink id="法释〔2019〕19号#第36条" />}>
        {draft.answers.map((answer) => (
          <AnswerPart
            key={answer.no}
            caseId={id}
            open={open}
            answer={answer}
            rows={draft.rows}
            proposal={draft.proposals.find(({ no }) => no === answer.no)}
            findings={at(`answer:${answer.no}`)}
            comments={beside(`answer:${answer.no}`, `第${answer.no}项意见`)}
          />
        ))}
      </Section>
    </CaseFrame>
  )
}

/** What keeps the draft from being handed over, each with rule, clause and remedy; the same list as the refusal would give. */
function Blockers({ can }: { readonly can: Possibility | undefined }) {
  if (!can || can.findings.length === 0) return null
  return (
    <Section title="提交复核前还须改正" beside={<span className="count">{can.findings.length} 项</span>}>
      <ul className="blockers">
        {can.findings.map((violation) => (
          <Violation key={violation.rule} violation={violation} />
        ))}
      </ul>
    </Section>
  )
}

interface RowCommentsProps {
  readonly draft: Draft
  readonly beside: (place: string, where: string) => ReactNode
}

/** The rows of the chart by name, so that a reviewer can speak to each. */
function RowComments({ draft, beside }: RowCommentsProps) {
  if (draft.rows.length === 0) return null
  return (
    <details className="row-comments">
      <summary>对比对表各行的复核意见</summary>
      <ul>
        {draft.rows.map(({ id, label, claimNo }) => (
          <li key={id}>
            权利要求{claimNo} 特征{label}
            {beside(`row:${id}`, `特征${label}`)}
          </li>
        ))}
      </ul>
    </details>
  )
}
