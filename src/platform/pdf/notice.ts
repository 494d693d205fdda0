import { z } from 'zod'
import type { Attachment, Rendered } from './render.ts'
import { render } from './render.ts'

/** A notice that an institution hands out: acceptance, refusal, supplement, recusal, suspension, extension, termination. */
export const notice = z.strictObject({
  demonstration: z.boolean(),
  sender: z.string(),
  title: z.string(),
  number: z.string(),
  addressee: z.string(),
  paragraphs: z.array(z.string()),
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  /** As documents write it: `2026年3月2日`. */
  date: z.string(),
  clauses: z.array(z.string()),
})

export type Notice = z.infer<typeof notice>

export function renderNotice(
  data: Notice,
  given: { at: Date; attachments?: readonly Attachment[] },
): Rendered {
  return render({ template: new URL('./notice.typ', import.meta.url), data: notice.parse(data), ...given })
}
