import { useParams } from '@tanstack/react-router'
import { ipType } from '#law/terms/ip-type.ts'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Section } from '#web/kit/Section.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { TermTip } from '#web/kit/TermTip.tsx'
import { To } from '#web/kit/To.tsx'
import { useQuery } from '#web/useQuery.ts'
import { showAssessment } from '../contract/conformity.ts'
import { assessmentLife, certificateLife } from '../lifecycle.ts'
import { AssessedClauses } from './AssessedClauses.tsx'
import { AssessmentDeeds } from './AssessmentDeeds.tsx'
import { Findings } from './Findings.tsx'

export type Assessment = OutputOf<typeof showAssessment>

/** One assessment: from the institution's own answers to findings, correction and decision. */
export function AssessmentPage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(showAssessment, { id })
  return (
    <Answered query={query} what="贯标评定">
      {(found) => (
        <Page
          title={`${found.institution.name}：${found.standard.title}`}
          number={found.certificate?.number ?? null}
          crumbs={[['/conformity', '贯标']]}
          state={<StateTag of={assessmentLife} state={found.state} tone={toneOf(found)} />}
          actions={<AssessmentDeeds assessment={found} />}
        >
          <Section title="概况">
            <Facts
              items={[
                [
                  '标准',
                  <To key="standard" to={`/standards/${found.standard.slug}`}>
                    {found.standard.number ?? found.standard.title}
                  </To>,
                ],
                ['文本', `第 ${found.versionNo} 版${found.outdated ? '（已有新版本）' : ''}`],
                ['适用范围', found.ipTypes.map((type) => ipType.label(type)).join('、'), 'wide'],
                ['评定人员', found.assessors.map(({ name }) => name).join('、') || undefined],
                ['现场评定', found.visitOn ?? undefined],
                ['自评结论', found.statement ?? undefined, 'wide'],
                ['评定报告', found.report ?? undefined, 'wide'],
                [
                  '决定',
                  found.reason
                    ? `${found.reason}${found.decidedBy ? `（${found.decidedBy}）` : ''}`
                    : undefined,
                  'wide',
                ],
                ['证书', certificateWords(found.certificate), 'wide'],
              ]}
            />
          </Section>
          <AssessedClauses assessment={found} />
          {found.findings.length > 0 && (
            <Section title="不符合项" beside={<TermTip term="不符合项">这是什么</TermTip>}>
              <Findings findings={found.findings} />
            </Section>
          )}
        </Page>
      )}
    </Answered>
  )
}

function toneOf({ state }: Assessment) {
  if (state === 'CERTIFIED') return 'active'
  return state === 'REFUSED' ? 'refused' : 'waiting'
}

function certificateWords(certificate: Assessment['certificate']): string | undefined {
  if (!certificate) return undefined
  const { number, state, from, until, endedOn, endReason } = certificate
  const end = endedOn ? `；自 ${endedOn} 起失效：${endReason ?? ''}` : ''
  return `${number}，${certificateLife.states[state]}，${from} 至 ${until}${end}`
}
