import { z } from 'zod'
import { unprintable } from './printable.ts'

/** Text that a person types: trimmed, of bounded length, and only what the document fonts can print. */
export function text(title: string, max: number, { min = 1 }: { min?: number } = {}) {
  return z
    .string()
    .trim()
    .min(min, min === 1 ? `请填写${title}` : `${title}至少 ${min} 字`)
    .max(max, `${title}最多 ${max} 字`)
    .superRefine((value, context) => {
      const lost = unprintable(value)
      if (lost.length > 0)
        context.addIssue({
          code: 'custom',
          message: `${title}中有文书字库没有的字或控制字符：${lost.slice(0, 5).map(shown).join('、')}。请换用通行写法，或用“［左右结构说明］”描述该字。`,
        })
    })
    .meta({ title })
}

export function optionalText(title: string, max: number) {
  return text(title, max, { min: 0 }).default('')
}

/** In quotation marks; those inside become single ones (GB/T 15834). */
export function quoted(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`
}

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return code < 0x20 || (code >= 0x7f && code < 0xa0) ? name : `“${character}”（${name}）`
}
