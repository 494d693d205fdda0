import { Button, Tooltip } from 'antd'
import { type ReactNode, useId } from 'react'
import type { Possibility } from '../useCan.ts'

interface ActionButtonProps {
  /** From `useCan`; undefined while it is asked, or where the actor's roles never do this: then nothing is drawn. */
  readonly can: Possibility | undefined
  readonly onPress: () => void
  readonly primary?: boolean
  /** For deeds that refuse, end or withdraw something. */
  readonly grave?: boolean
  readonly pending?: boolean
  /** The deed's own title where nothing is given. */
  readonly children?: ReactNode
}

/** A deed as a button. One that cannot be done now stays, can be reached by keyboard, and says why on hover and focus. */
export function ActionButton({ can, onPress, primary, grave, pending, children }: ActionButtonProps) {
  const reasonId = useId()
  if (!can) return null
  const look = {
    type: primary ? ('primary' as const) : ('default' as const),
    danger: grave === true,
    loading: pending === true,
  }
  if (can.ok)
    return (
      <Button {...look} onClick={onPress}>
        {children ?? can.title}
      </Button>
    )
  return (
    <Tooltip title={can.because} trigger={['hover', 'focus']}>
      <Button {...look} className="cannot" aria-disabled="true" aria-describedby={reasonId}>
        {children ?? can.title}
        <span id={reasonId} hidden>
          现在不能办理：{can.because}
        </span>
      </Button>
    </Tooltip>
  )
}
