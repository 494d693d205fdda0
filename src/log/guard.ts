import type { ReadDb } from '#kernel/capabilities.ts'
import { sameBytes } from './core/bytes.ts'
import { type LogTrust, openCheckpoint } from './core/checkpoint.ts'
import { MissingHash, rootAt } from './prove.ts'

/** How the database stands to the checkpoint that was last published and is kept outside it. */
export type GuardVerdict =
  | { readonly state: 'nothing-published' }
  | { readonly state: 'continues'; readonly size: number }
  | { readonly state: 'unreadable' | 'behind' | 'different'; readonly says: string }

/**
 * Asked at every start: a database that lacks entries which the public was shown, or holds others, is an older or foreign
 * copy. The caller then refuses to write until a person has decided (docs/operations.md).
 */
export async function guard(
  db: ReadDb,
  published: string | undefined,
  trust: LogTrust,
): Promise<GuardVerdict> {
  if (published === undefined) return { state: 'nothing-published' }
  const checkpoint = await openCheckpoint(published, trust)
  if ('says' in checkpoint) {
    return {
      state: 'unreadable',
      says: `数据库以外保存的检查点不能用：${checkpoint.says}。已停止写入，请核对日志密钥与发布文件夹。`,
    }
  }
  const { size, root } = checkpoint
  const last = await db
    .selectFrom('log_entry')
    .select((eb) => eb.fn.max('index').as('last'))
    .executeTakeFirst()
  const have = last?.last == null ? 0 : Number(last.last) + 1
  if (have < size) {
    const says = `数据库只有 ${have} 条日志，而已公布的检查点有 ${size} 条：恢复的可能是旧备份。已停止写入，请按运维手册“恢复”一节处理。`
    return { state: 'behind', says }
  }
  if (!(await hasRoot(db, size, root))) {
    const says = `数据库前 ${size} 条日志与已公布的检查点不一致：内容可能被改动，或连接了别的数据库。已停止写入，请运行 npm run fsck 并按运维手册“恢复”一节处理。`
    return { state: 'different', says }
  }
  return { state: 'continues', size }
}

async function hasRoot(db: ReadDb, size: number, root: Uint8Array): Promise<boolean> {
  try {
    return sameBytes(await rootAt(db, size), root)
  } catch (error) {
    if (error instanceof MissingHash) return false
    throw error
  }
}
