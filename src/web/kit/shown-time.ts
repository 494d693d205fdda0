import { beijingTime } from '#kernel/beijing.ts'

/** An ISO time as people see it: `2026-03-02 14:05（北京时间）`. */
export function shownTime(iso: string): string {
  return beijingTime(new Date(iso))
}
