/// <reference types="vite/client" />
import type { Screen } from './screen.ts'

const files = import.meta.glob<{ readonly screens: readonly Screen[] }>('../modules/*/ui/screens.ts', {
  eager: true,
})

/** Every screen of every module: a module has screens by having a `ui/screens.ts`. */
export const screens: readonly Screen[] = Object.values(files).flatMap((file) => file.screens)
