import { useNavigate, useSearch } from '@tanstack/react-router'
import type { z } from 'zod'

type Filters<S extends z.ZodObject> = z.output<S>

/**
 * The filters of a list, kept in the URL so that a view can be linked to. What the schema does not accept falls back to
 * its defaults. Setting one drops `page`: another filter starts at the first page.
 */
export function useFilters<S extends z.ZodObject>(
  schema: S,
): readonly [Filters<S>, (change: Partial<z.input<S>>) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const parsed = schema.safeParse(search)
  const filters = parsed.success ? parsed.data : schema.parse({})
  const set = (change: Partial<z.input<S>>) => {
    const { page: _, ...kept } = search
    const next = Object.entries({ ...kept, ...change }).filter(
      ([, value]) => value !== undefined && value !== null && value !== '',
    )
    void navigate({ to: '.', search: Object.fromEntries(next), replace: true })
  }
  return [filters, set]
}
