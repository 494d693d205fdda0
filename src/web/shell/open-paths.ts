import { screens } from '../screens.ts'

/** Addresses of screens that are shown to those who have not signed in. */
export const openPaths: ReadonlySet<string> = new Set(
  screens.filter(({ open }) => open).map(({ path }) => path),
)
