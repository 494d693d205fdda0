import { crossExamination, materialKind } from '#law/terms/material.ts'
import { showMaterial } from '#modules/materials/contract/materials.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { To } from '#web/kit/To.tsx'
import { useQuery } from '#web/useQuery.ts'
import type { Citation } from '../contract/chart.ts'

interface EvidencePanelProps {
  readonly citation: Citation
  readonly onClose: () => void
}

/** The cited material beside the table, opened at the page that the citation names. */
export function EvidencePanel({ citation, onClose }: EvidencePanelProps) {
  const query = useQuery(showMaterial, { id: citation.materialId })
  const page = /第?\s*(\d{1,4})\s*页/.exec(citation.locator)?.[1]
  return (
    <aside className="evidence-panel no-print" aria-label="所引证据">
      <header className="sheet-head">
        <h2>所引证据</h2>
        <button type="button" className="plain-button" onClick={onClose}>
          关闭
        </button>
      </header>
      <p className="evidence-place">{citation.locator}</p>
      <Answered query={query} what="材料">
        {(material) => (
          <>
            <Facts
              items={[
                [
                  '材料',
                  <To key="to" to={`/materials/${material.id}`}>{`材料${material.no} ${material.name}`}</To>,
                  'wide',
                ],
                ['种类', materialKind.label(material.kind), 'wide'],
                ['质证', crossExamination.label(material.crossExamination), 'wide'],
                ['提供方', material.providedBy, 'wide'],
              ]}
            />
            {material.files.length === 0 && (
              <p className="faint">这件材料是实物，没有电子文件；请按保管记录调取。</p>
            )}
            {material.files.map((file) => (
              <File key={file.id} file={file} page={page} />
            ))}
          </>
        )}
      </Answered>
    </aside>
  )
}

interface FileProps {
  readonly file: { readonly id: string; readonly name: string; readonly mediaType: string }
  readonly page: string | undefined
}

function File({ file, page }: FileProps) {
  const address = `/api/files/${file.id}/view`
  if (file.mediaType === 'application/pdf')
    return (
      <iframe className="evidence-file" title={file.name} src={page ? `${address}#page=${page}` : address} />
    )
  if (/^image\/(png|jpeg|gif|webp)$/.test(file.mediaType))
    return <img className="evidence-picture" alt={file.name} src={address} />
  return (
    <p>
      <a href={`/api/files/${file.id}/content`} download>
        下载 {file.name}
      </a>
    </p>
  )
}
