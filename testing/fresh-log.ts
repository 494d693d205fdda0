import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { pino } from 'pino'
import type { Json } from '#kernel/json.ts'
import { append } from '#log/append.ts'
import type { LogTrust } from '#log/core/checkpoint.ts'
import type { NoteSigner } from '#log/core/note.ts'
import { publish, type TileStore } from '#log/publish.ts'
import { ed25519Signer } from '#log/signer.ts'
import { type Database, openDatabase } from '#platform/db.ts'
import { freshDatabase, onServer } from './database.ts'

/** A log of its own on real PostgreSQL, with a key and a store in memory that shows what was written, in order. */
export interface FreshLog {
  readonly database: Database
  /** As the owner. */
  readonly url: string
  readonly store: MemoryStore
  readonly signer: NoteSigner
  readonly trust: LogTrust
  append(op: string, fields: Record<string, Json>): Promise<number>
  /** Appends this many entries of no meaning, quickly. */
  grow(count: number): Promise<void>
  publish(store?: TileStore): Promise<number | undefined>
  asOwner(statement: string): Promise<void>
  /** What only somebody with the owner's password could do: changes rows behind the triggers. */
  tamper(statement: string): Promise<void>
  close(): Promise<void>
}

export interface MemoryStore extends TileStore {
  readonly files: Map<string, Uint8Array>
}

export function memoryStore(holding: ReadonlyMap<string, Uint8Array> = new Map()): MemoryStore {
  const files = new Map(holding)
  return {
    files,
    read: async (path) => files.get(path),
    write: async (path, bytes) => void files.set(path, bytes),
    remove: async (folder) => {
      for (const path of files.keys()) if (path.startsWith(`${folder}/`)) files.delete(path)
    },
  }
}

export async function freshLog(connections = 4): Promise<FreshLog> {
  const { url, drop } = await freshDatabase()
  const database = openDatabase(url, pino({ level: 'silent' }), connections)
  const store = memoryStore()
  const origin = 'log.example.cn/mingjian'
  const signer = ed25519Signer(origin, generateKeyPairSync('ed25519').privateKey)
  const trust = { origin, keys: [signer.key] }
  const at = '2026-03-02T06:05:00.000Z'
  const one = (op: string, fields: Record<string, Json>) =>
    database.kysely.transaction().execute((tx) => append(tx, { op, at, fields }, { randomBytes }))
  return {
    database,
    url,
    store,
    signer,
    trust,
    append: async (op, fields) => (await one(op, fields)).index,
    async grow(count) {
      await database.kysely.transaction().execute(async (tx) => {
        for (let i = 0; i < count; i++)
          await append(tx, { op: 'test.grow', at, fields: { i } }, { randomBytes })
      })
    },
    publish: (into = store) =>
      publish({
        db: database.kysely,
        store: into,
        signer,
        trust,
        now: () => new Date('2026-03-02T06:05:01.000Z'),
      }),
    asOwner: (statement) => onServer(url, statement),
    tamper: (statement) => onServer(url, `set session_replication_role = replica; ${statement}`),
    async close() {
      await database.close()
      await drop()
    },
  }
}
