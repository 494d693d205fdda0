import { listFiles } from '#modules/materials/contract/files.ts'
import { FileLink } from '#modules/materials/ui/FileLink.tsx'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useCan } from '#web/useCan.ts'
import { useQuery } from '#web/useQuery.ts'
import type { ShownRecord } from '../contract/plan.ts'
import { RecordDialog } from './RecordDialogs.tsx'

interface RecordsProps {
  readonly id: string
  readonly stepNo: number
  readonly records: readonly ShownRecord[]
}

/** The signed records of one step; a corrected one stays readable beside its correction. */
export function Records({ id, stepNo, records }: RecordsProps) {
  const can = useCan('/cases', id)
  const show = useDialog()
  const files = useQuery(
    listFiles,
    { matter: id },
    { enabled: records.some((record) => record.files.length > 0) },
  )
  return records.map((record) => (
    <article key={record.no} className={record.correctedBy ? 'record record-corrected' : 'record'}>
      <div className="step-head">
        <strong>
          记录 <span className="number">{record.no}</span>
          {record.corrects && `（更正第${record.corrects}号）`}
        </strong>
        <span className="faint">
          {record.recordedBy}签，{shownTime(record.recordedAt)}
          {record.correctedBy && `；已由第${record.correctedBy}号记录更正`}
        </span>
        {!record.correctedBy && can['case.record-step']?.ok && (
          <span className="step-actions">
            <ActionButton
              can={can['case.record-step']}
              onPress={() =>
                void show<void>((close) => (
                  <RecordDialog
                    id={id}
                    step={{ no: stepNo, method: record.method }}
                    corrects={record}
                    close={() => close()}
                  />
                ))
              }
            >
              更正
            </ActionButton>
          </span>
        )}
      </div>
      <p>{record.done}</p>
      <p>结果：{record.result}</p>
      <p className="faint">
        {record.place}；在场：{record.present.join('、')}
        {record.instruments && `；仪器：${record.instruments}`}
      </p>
      {record.files.length > 0 && (
        <ul className="record-files" aria-label="附件">
          {record.files.map((fileId) => {
            const file = files.data?.items.find((each) => each.id === fileId)
            return (
              <li key={fileId}>
                {file ? <FileLink file={file} /> : <span className="faint">附件（您无权查看）</span>}
              </li>
            )
          })}
        </ul>
      )}
    </article>
  ))
}
