import { Tooltip } from 'antd'
import { type ReactNode, useId } from 'react'
import { listTerms } from '#modules/standards/contract/terms.ts'
import { useQuery } from '../useQuery.ts'

interface TermTipProps {
  /** The word as the glossary has it. */
  readonly term: string
  /** The word itself where nothing is given. */
  readonly children?: ReactNode
}

/** A word of the trade with its meaning on hover and on focus, as the glossary has it now; plain where it has none. */
export function TermTip({ term, children }: TermTipProps) {
  const id = useId()
  const { data } = useQuery(listTerms, {}, { keep: true })
  const found = data?.terms.find(({ zh }) => zh === term)
  if (!found) return <>{children ?? term}</>
  const meaning = `${term}${found.en && `（${found.en}）`}：${found.definition}出处：${found.source}`
  return (
    <Tooltip title={meaning} trigger={['hover', 'focus']}>
      <button type="button" className="plain-button" aria-describedby={id}>
        {children ?? term}
        <span id={id} hidden>
          {meaning}
        </span>
      </button>
    </Tooltip>
  )
}
