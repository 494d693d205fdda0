import { lazy, Suspense, useCallback } from 'react'
import type { Finding } from '#kernel/rule.ts'
import type { ProblemError } from '../call.ts'
import { useDialog } from './DialogHost.tsx'

const StepUpDialog = lazy(() => import('./StepUpDialog.tsx').then((file) => ({ default: file.StepUpDialog })))
const ReasonsDialog = lazy(() =>
  import('./ReasonsDialog.tsx').then((file) => ({ default: file.ReasonsDialog })),
)

/** `stop`: it stays refused. `turned-back`: the person gave up. Otherwise send again, with these reasons. */
type Way = 'stop' | 'turned-back' | { readonly reasons?: Record<string, string> }

/** Clears away what a person can clear away: a one-time code for step-up, written reasons for warnings. */
export function useObstacles(): (refusal: ProblemError, given?: Record<string, string>) => Promise<Way> {
  const show = useDialog()
  return useCallback(
    async (refusal, given) => {
      if (refusal.is('step-up-required')) {
        const proven = await show<boolean>((close) => (
          <Suspense>
            <StepUpDialog close={close} />
          </Suspense>
        ))
        return proven ? {} : 'turned-back'
      }
      const warnings = onlyWarnings(refusal.problem.violations)
      if (warnings.length === 0) return 'stop'
      const reasons = await show<Record<string, string> | undefined>((close) => (
        <Suspense>
          <ReasonsDialog warnings={warnings} close={close} />
        </Suspense>
      ))
      return reasons ? { reasons: { ...given, ...reasons } } : 'turned-back'
    },
    [show],
  )
}

function onlyWarnings(violations: readonly Finding[]): readonly Finding[] {
  return violations.every(({ outcome }) => outcome === 'warn') ? violations : []
}
