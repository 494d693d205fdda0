import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Selection } from './SelectionPage.tsx'

/** What may be done changes without a deed of this person: the log reaches its size, the next follows, a term passes. */
export function useFreshPossibilities({ id, state, draw, offers }: Selection): void {
  const queries = useQueryClient()
  const reached = draw !== null && draw.publishedSize >= draw.size
  const standing = `${state} ${reached} ${offers.length}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew whenever it stands differently
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['can', '/selections', id] })
  }, [queries, id, standing])
}
