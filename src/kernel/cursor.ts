import { z } from 'zod'

/** Where a list goes on: time and id of the last row shown, as the list itself handed it out (`…Z~<uuid>`). */
export const cursor = z
  .string()
  .max(80)
  .refine((text) => {
    const [at = '', id, ...more] = text.split('~')
    // A year 0000 is a date to the schema and none to the database.
    const dated = z.iso.datetime().safeParse(at).success && !at.startsWith('0000')
    return dated && z.uuid().safeParse(id).success && more.length === 0
  }, '翻页位置不能识别，请从第一页重新查看')
