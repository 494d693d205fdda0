import { accepted, type Checked, rejected } from './checked.ts'

/** Number of an appraisal opinion: {institution's short name}[{year}]知鉴字第{serial}号 (domain brief §7.3). */
export interface OpinionNumber {
  readonly institution: string
  readonly year: number
  readonly serial: number
}

const form = /^(?<institution>[\u3400-\u9fff]{1,8})\[(?<year>\d{4})\]知鉴字第(?<serial>[1-9]\d{0,6})号$/u

export function printOpinionNumber(number: OpinionNumber): string {
  return `${number.institution}[${number.year}]知鉴字第${number.serial}号`
}

export function parseOpinionNumber(text: string): OpinionNumber | undefined {
  const groups = form.exec(normal(text))?.groups
  if (!groups) return undefined
  return {
    institution: groups.institution ?? '',
    year: Number(groups.year),
    serial: Number(groups.serial),
  }
}

export function checkOpinionNumber(text: string): Checked {
  const parts = parseOpinionNumber(text)
  if (parts) return accepted(printOpinionNumber(parts))
  return rejected('意见书编号应为“机构简称[年份]知鉴字第序号号”，例如明鉴[2026]知鉴字第12号')
}

function normal(text: string): string {
  return text
    .replace(/\s/g, '')
    .replace(/[〔【［（(]/g, '[')
    .replace(/[〕】］）)]/g, ']')
    .replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
}
