import type { DraftState } from '../useDraft.ts'
import { shownTime } from './shown-time.ts'

/** Whether the draft is safe, and since when. */
export function DraftStatus({ state }: { readonly state: DraftState }) {
  const { savedAt, saving, problem } = state
  return (
    <span role="status" className={problem ? 'due-over' : 'faint'}>
      {problem
        ? `草稿没有保存：${problem.detail}`
        : saving
          ? '正在保存草稿…'
          : savedAt
            ? `草稿已保存 ${shownTime(savedAt)}`
            : '草稿随填写自动保存'}
    </span>
  )
}
