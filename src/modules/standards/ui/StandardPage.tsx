import { useParams } from '@tanstack/react-router'
import { certainty } from '#law/terms/certainty.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { clauseBearing, standardKind, standardLayer } from '#law/terms/standard.ts'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Section } from '#web/kit/Section.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { To } from '#web/kit/To.tsx'
import { useSession } from '#web/session.tsx'
import { useQuery } from '#web/useQuery.ts'
import { showStandard } from '../contract/standards.ts'
import { consultationLife, standardLife } from '../lifecycle.ts'
import { StandardDeeds } from './StandardDeeds.tsx'
import { Touched } from './Touched.tsx'

export type Standard = OutputOf<typeof showStandard>

const overseers = [
  'ASSOCIATION_SECRETARY',
  'LOCAL_ASSOCIATION_SECRETARY',
  'CNIPA_OFFICER',
  'PROVINCIAL_OFFICER',
  'AUDITOR',
]

/** One standard: what is known of it, its clauses, what may be done with it and what it reaches into. */
export function StandardPage() {
  const { slug = '' } = useParams({ strict: false })
  const query = useQuery(showStandard, { slug })
  const oversees = useSession().roles.some((role) => overseers.includes(role))
  return (
    <Answered query={query} what="标准">
      {(standard) => (
        <Page
          title={standard.title}
          number={standard.number}
          crumbs={[['/standards', '标准登记']]}
          state={
            <StateTag
              of={standardLife}
              state={standard.state}
              tone={standard.state === 'EFFECTIVE' ? 'active' : 'waiting'}
            />
          }
          actions={<StandardDeeds standard={standard} />}
        >
          <Section title="概况" beside={<a href={`/standards/${slug}`}>公开页</a>}>
            <Facts
              items={[
                ['类别', standardKind.label(standard.kind)],
                ['层次', standardLayer.label(standard.layer)],
                ['适用类型', standard.ipTypes.map((type) => ipType.label(type)).join('、'), 'wide'],
                ['提出单位', standard.proposer],
                ['起草单位', standard.draftingUnits.join('、')],
                ['把握程度', certainty.label(standard.certainty)],
                ['英文名称', standard.titleEn],
                ['登记依据', standard.basis, 'wide'],
                [
                  '终止',
                  standard.endedOn ? `${standard.endedOn}：${standard.endReason ?? ''}` : undefined,
                  'wide',
                ],
              ]}
            />
          </Section>
          <Section title="条款">
            <Listing
              caption="条款"
              rows={standard.clauses}
              rowKey={({ id }) => id}
              columns={clauseColumns}
              empty="还没有登记条款。发布新版本时登记。"
            />
          </Section>
          {oversees && standard.versions.some(({ draft }) => !draft) && <Touched id={standard.id} />}
          <Texts standard={standard} />
          <Guidance guidance={standard.guidance} />
        </Page>
      )}
    </Answered>
  )
}

const clauseColumns: readonly Column<Standard['clauses'][number]>[] = [
  { title: '条款', cell: ({ no, heading }) => `${no} ${heading}` },
  { title: '要点', cell: ({ says }) => says || '—' },
  { title: '对象', short: true, cell: ({ bearing }) => clauseBearing.label(bearing) },
  { title: '核实', short: true, cell: ({ confirmed }) => (confirmed ? '已对照' : '待确认') },
  { title: '平台规则', cell: ({ rules }) => rules.join('、') || '—' },
]

function Texts({ standard: { versions, consultations } }: { readonly standard: Standard }) {
  return (
    <Section title="版本与征求意见">
      <ul>
        {versions.map(({ no, label, draft, effectiveFrom, summary }) => (
          <li key={no}>
            {label}
            {draft && '（草案）'}
            {effectiveFrom && `，${effectiveFrom} 起实施`}：{summary}
          </li>
        ))}
        {consultations.map(({ id, state, opensOn, closesOn, comments }) => (
          <li key={id}>
            <To to={`/consultations/${id}`}>
              征求意见 {opensOn} 至 {closesOn}
            </To>
            ：{consultationLife.states[state]}，{comments} 条意见
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Guidance({ guidance }: Pick<Standard, 'guidance'>) {
  return (
    <Section title="实施指导">
      {guidance.length === 0 ? (
        <Empty>还没有实施指导。秘书处或者国家知识产权局发布后列在这里，鉴定人可据以适用标准。</Empty>
      ) : (
        guidance.map(({ clause, question, answer, at }) => (
          <p key={`${at} ${question}`}>
            <strong>
              {clause} {question}
            </strong>
            <br />
            {answer} <span className="faint">{shownTime(at)}</span>
          </p>
        ))
      )}
    </Section>
  )
}
