import { Input } from 'antd'

interface BeijingTimeInputProps {
  readonly id?: string
  /** ISO time. */
  readonly value?: string
  readonly onChange?: (value: string) => void
}

const shown = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** A moment as a person types it: Beijing time, wherever the device stands. Its value is an ISO time. */
export function BeijingTimeInput({ id, value, onChange }: BeijingTimeInputProps) {
  return (
    <Input
      type="datetime-local"
      suffix="北京时间"
      value={value ? shown.format(new Date(value)).replace(' ', 'T') : ''}
      onChange={(event) =>
        onChange?.(event.target.value ? new Date(`${event.target.value}:00+08:00`).toISOString() : '')
      }
      {...(id ? { id } : {})}
    />
  )
}
