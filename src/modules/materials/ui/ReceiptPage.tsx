import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { custodyEventKind, materialArrival, materialCondition, materialKind } from '#law/terms/material.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useQuery } from '#web/useQuery.ts'
import { showReceipt } from '../contract/materials.ts'
import { shownSize } from './upload/shown-size.ts'
import './materials.css'

/** The note of one hand-over, to be printed and signed where giver or receiver has no account here. */
export function ReceiptPage() {
  const { id = '', seq = '1' } = useParams({ strict: false })
  const query = useQuery(showReceipt, { id, seq })
  return (
    <Answered query={query} what="交接凭证">
      {({ institution, client, code, caseTitle, material, event, files }) => (
        <Page
          title="鉴定材料交接凭证"
          number={`${code} M${material.no}-${event.seq}`}
          crumbs={[
            [`/cases/${material.caseId}/materials`, `${code} 材料`],
            [`/materials/${material.id}`, material.name],
          ]}
          actions={<Button onClick={() => window.print()}>打印</Button>}
        >
          <Section title={custodyEventKind.label(event.kind)}>
            <Facts
              items={[
                ['鉴定机构', institution],
                ['委托方', client],
                ['鉴定事项', caseTitle, 'wide'],
                ['材料名称', material.name],
                ['种类', materialKind.label(material.kind)],
                ['数量', material.quantity],
                ['唯一性标识', material.uniqueMark],
                ['性状', materialCondition.label(event.condition)],
                ['保存条件', material.preservation],
                ['送交方式', materialArrival.label(material.arrival)],
                ['封签', material.seal || undefined],
                ['交出人', event.from],
                ['接收人', event.to],
                ['地点', event.place],
                ['时间', shownTime(event.happenedAt)],
                ['事由', event.reason, 'wide'],
                ...files.map(
                  ({ name, sha256, size }) =>
                    [name, `${shownSize(size)}，SHA-256 ${sha256}`, 'wide'] as const,
                ),
              ]}
            />
            <p className="signature-lines">
              <span>交出人签名：</span>
              <span>接收人签名：</span>
            </p>
          </Section>
        </Page>
      )}
    </Answered>
  )
}
