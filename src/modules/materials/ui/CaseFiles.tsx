import { useQueryClient } from '@tanstack/react-query'
import { showCase } from '#modules/cases/contract/case.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { TraceMark } from '#web/kit/TraceMark.tsx'
import { useQuery } from '#web/useQuery.ts'
import { listFiles, type StoredFileShown } from '../contract/files.ts'
import { caseTakesMaterial } from '../rules/receipt.ts'
import { FileDrop } from './FileDrop.tsx'
import { FileLink } from './FileLink.tsx'
import { shownSize } from './upload/shown-size.ts'

export const fileColumns: readonly Column<StoredFileShown>[] = [
  { title: '文件', cell: (file) => <FileLink file={file} /> },
  { title: '大小', cell: ({ size }) => shownSize(size), short: true },
  { title: '提交人', cell: ({ organisation, uploadedBy }) => `${organisation} ${uploadedBy}` },
  { title: '收到', cell: ({ receivedAt }) => shownTime(receivedAt) },
  { title: 'SHA-256', cell: ({ sha256 }) => <code className="hash">{sha256}</code> },
  {
    title: '留痕',
    cell: ({ traceIndex }) => (traceIndex === null ? '' : <TraceMark index={traceIndex} />),
    short: true,
  },
]

/** Files that either side sent for the case, and a place to send more while it takes any. */
export function CaseFiles({ caseId }: { readonly caseId: string }) {
  const { data: found } = useQuery(showCase, { id: caseId })
  const verdict = found && caseTakesMaterial.check({ matter: { opened: { state: found.state } } })
  const query = useQuery(listFiles, { matter: caseId })
  const queries = useQueryClient()
  return (
    <Section title="本案文件">
      {verdict === 'pass' && (
        <FileDrop
          what="电子材料"
          matter={caseId}
          multiple
          onReceipt={() => void queries.invalidateQueries({ queryKey: [listFiles.id] })}
        />
      )}
      {typeof verdict === 'object' && 'fail' in verdict && (
        <p className="faint">
          {verdict.fail}。{verdict.remedy}
        </p>
      )}
      <Answered query={query} what="文件">
        {({ items }) => (
          <Listing
            caption="双方为本案上传的文件"
            rows={items}
            rowKey={({ id }) => id}
            columns={fileColumns}
            empty="这里是双方为本案上传的文件。上传后由承办机构登记为材料。"
          />
        )}
      </Answered>
    </Section>
  )
}
