import type { Module } from '#kernel/command.ts'

export { fileOf, type StoredFile } from './store.ts'

export const materialsModule: Module = { name: 'materials', title: '鉴定材料', commands: [], queries: [] }
