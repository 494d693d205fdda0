import { Form } from 'antd'

interface Rows {
  readonly count: number
  readonly add: (row: unknown) => void
  readonly remove: (at: number) => void
}

/**
 * The rows of a list inside a form, named by their full path as the contract names them (antd's own list would shorten the
 * names of its fields). `changed` is told of rows that come and go, `arranged` may number them anew.
 */
export function useRows(
  path: string[],
  { changed, arranged }: { changed?: () => void; arranged?: (rows: unknown[]) => unknown[] } = {},
): Rows {
  const form = Form.useFormInstance()
  const watched: unknown = Form.useWatch(path, { form, preserve: true })
  const rows = Array.isArray(watched) ? watched : []

  function set(next: unknown[]): void {
    form.setFieldValue(path, arranged ? arranged(next) : next)
    changed?.()
  }

  const now = (): unknown[] => {
    const value: unknown = form.getFieldValue(path)
    return Array.isArray(value) ? value : []
  }
  return {
    count: rows.length,
    add: (row) => set([...now(), row]),
    remove: (at) => set(now().filter((_, i) => i !== at)),
  }
}
