import { accepted, type Checked, rejected } from './checked.ts'
import { halfWidth } from './half-width.ts'

/** International patent classification, down to the subgroup; stored with one blank: `G06F 17/30`. */
export function checkIpc(text: string): Checked {
  const parts = /^([A-H]\d{2}[A-Z])(\d{1,4}\/\d{2,6})$/.exec(halfWidth(text).toUpperCase())
  return parts
    ? accepted(`${parts[1]} ${parts[2]}`)
    : rejected('国际专利分类号应为“部大类小类 大组/小组”，例如G06F 17/30')
}

/** Locarno class and subclass of a design: `06-01`. */
export function checkLocarno(text: string): Checked {
  const compact = halfWidth(text)
    .toUpperCase()
    .replace(/^LOC\(\d+\)(CL\.?)?/, '')
  return /^(0[1-9]|[12]\d|3[0-2])-\d{2}$/.test(compact)
    ? accepted(compact)
    : rejected('洛迦诺分类号应为“大类-小类”，例如06-01，大类为01至32')
}
