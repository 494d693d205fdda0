import { Select } from 'antd'
import { useQuery } from '#web/useQuery.ts'
import { listFiles } from '../contract/files.ts'

interface CaseFileChoiceProps {
  readonly caseId: string
  readonly id?: string
  readonly value?: string[]
  readonly onChange?: (value: string[]) => void
}

/** Among the files sent for the case, those that belong to what is being registered. */
export function CaseFileChoice({ caseId, id, value, onChange }: CaseFileChoiceProps) {
  const { data } = useQuery(listFiles, { matter: caseId })
  const free = (data?.items ?? []).filter(({ materialId }) => materialId === null)
  return (
    <Select
      mode="multiple"
      placeholder={free.length > 0 ? '从本案文件中选择' : '本案没有未登记的文件'}
      options={free.map((file) => ({ value: file.id, label: `${file.name}（${file.organisation}）` }))}
      optionFilterProp="label"
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange ? { onChange } : {})}
    />
  )
}
