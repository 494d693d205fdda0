import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { confidentiality } from '#law/terms/confidentiality.ts'
import { crossExamination, materialArrival, materialCondition, materialKind } from '#law/terms/material.ts'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Listing } from '#web/kit/Listing.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { To } from '#web/kit/To.tsx'
import { useQuery } from '#web/useQuery.ts'
import { showMaterial } from '../contract/materials.ts'
import { fileColumns } from './CaseFiles.tsx'
import { CustodyTimeline } from './CustodyTimeline.tsx'
import { MaterialDeeds } from './MaterialDeeds.tsx'
import { MaterialStanding } from './MaterialStanding.tsx'
import './materials.css'

type Shown = OutputOf<typeof showMaterial>

/** One material. Who has it and what may be done with it stand first: this page is used with a phone in the store room. */
export function MaterialPage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(showMaterial, { id })
  return (
    <Answered query={query} what="材料">
      {(found) => (
        <Page
          title={found.name}
          number={`M${found.no}`}
          state={<MaterialStanding material={found} />}
          crumbs={[
            ['/cases', '案件'],
            [`/cases/${found.caseId}/materials`, `${found.code} 材料`],
          ]}
        >
          <Section title="目前">
            <p className="holder">
              由 <strong>{found.holder}</strong> 持有，在{found.place}，
              {materialCondition.label(found.condition)}
            </p>
            <MaterialDeeds material={found} />
          </Section>
          <Section
            title="流转"
            beside={<span className="faint">共 {found.custody.length} 个环节，只增不改</span>}
          >
            <CustodyTimeline materialId={found.id} events={found.custody} />
          </Section>
          <Section title="登记内容">
            <Facts items={factsOf(found)} />
          </Section>
          {found.files.length > 0 && (
            <Section title="文件">
              <Listing
                caption="这件材料的文件"
                rows={found.files}
                rowKey={({ id: fileId }) => fileId}
                columns={fileColumns}
                empty=""
              />
            </Section>
          )}
        </Page>
      )}
    </Answered>
  )
}

function factsOf(found: Shown): (readonly [string, ReactNode, 'wide'?])[] {
  const identity = { true: '与清单一致', false: '与清单不符', null: '尚未核对' }[
    String(found.identityMatches)
  ]
  return [
    ['种类', materialKind.label(found.kind)],
    ['数量', found.quantity],
    ['唯一性标识', found.uniqueMark],
    ['保存', found.preservation],
    ['送交方式', materialArrival.label(found.arrival)],
    ['提供方', found.providedBy],
    ['授权与封签', found.mandate || found.seal ? `${found.mandate} ${found.seal}` : undefined],
    ['见证人', found.witness || undefined],
    ['保密级别', confidentiality.label(found.confidentiality)],
    ['登记', shownTime(found.registeredAt)],
    ['质证', `${crossExamination.label(found.crossExamination)} ${found.crossExaminationNo}`],
    ['同一性', found.identityReason ? `${identity}：${found.identityReason}` : identity],
    ['字节复核', found.bytesVerifiedAt ? shownTime(found.bytesVerifiedAt) : undefined],
    [
      '分自',
      found.splitFrom ? (
        <To key="from" to={`/materials/${found.splitFrom}`}>
          原材料
        </To>
      ) : undefined,
    ],
    [
      '委托方确认',
      found.confirmations
        .map(({ organisation, name, at }) => `${organisation} ${name} ${shownTime(at)}`)
        .join('；') || '尚未确认',
      'wide',
    ],
    [
      '同意耗损',
      found.consents.length > 0
        ? found.consents
            .map(({ extent, reserve, by, at }) => `${extent}；留存：${reserve}（${by} ${shownTime(at)}）`)
            .join('；')
        : undefined,
      'wide',
    ],
  ]
}
