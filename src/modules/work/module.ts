import type { Module } from '#kernel/command.ts'
import { workQueue } from './queries/work-queue.ts'

export const workModule: Module = {
  name: 'work',
  title: '等我办理',
  commands: [],
  queries: [workQueue],
}
