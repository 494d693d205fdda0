import type { Context } from 'hono'

/** What was typed into a form, its text fields alone; what is not a form is empty. */
export async function formFields(c: Context): Promise<Readonly<Record<string, string>>> {
  const body = await c.req.parseBody().catch(() => ({}))
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
