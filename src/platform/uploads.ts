import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FileConfigstore, FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import type { Context, Hono } from 'hono'
import type { Actor, AnyCommand } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import type { Engine } from './execute.ts'
import type { LocalFiles } from './files.ts'
import type { Env } from './http.ts'
import { mediaTypeOf, SNIFFED_BYTES } from './media-type.ts'
import { permit } from './permit.ts'
import { readAnnouncement } from './upload-announcement.ts'
import { type UploadRow, uploadRecords } from './upload-record.ts'

export interface UploadLimits {
  /** Largest single file, in bytes. */
  readonly fileBytes: number
  /** All that one organisation may keep, in bytes, announced uploads included. */
  readonly organisationBytes: number
  /** An unfinished upload to which no byte came for so long is discarded. */
  readonly silentHours: number
}

export interface Uploads {
  mount(app: Hono<Env>): void
  /** Removes unfinished uploads that have been silent too long; returns how many. Runs before every new upload. */
  discardSilent(): Promise<number>
}

/**
 * The tus endpoint at /api/uploads. Parts lie in `folder` (same disk as the blobs) under their id and survive a restart.
 * The person ends an upload with `registration` (POST /api/files/:id/register): before that command runs, the stored bytes
 * are hashed from the disk and, only where they are as announced, moved into the blob store.
 */
export function createUploads(options: {
  readonly engine: Engine
  readonly files: LocalFiles
  readonly folder: string
  readonly registration: AnyCommand
  readonly limits: UploadLimits
}): Uploads {
  const { engine, files, folder, registration, limits } = options
  const records = uploadRecords(engine.database.kysely)
  const configstore = new FileConfigstore(folder)
  const datastore = new FileStore({ directory: folder, configstore })
  const ids = new WeakMap<Request, string>()
  const tus = new Server({
    path: '/api/uploads',
    datastore,
    relativeLocation: true,
    allowedOrigins: [],
    maxSize: limits.fileBytes,
    namingFunction: (request) => ids.get(request) ?? engine.chance.id(),
  })
  const settling = new Map<string, Promise<void>>()

  async function begin(c: Context<Env>): Promise<Response> {
    const actor = c.get('actor')
    const { accountId, organisationId } = uploader(actor)
    const announcement = readAnnouncement(c.req.raw.headers)
    await discardSilent() // whoever asks for room first gets that of uploads given up
    if (announcement.size > limits.fileBytes)
      throw new Problem(
        'too-large',
        `单个文件不能超过 ${gigabytes(limits.fileBytes)}。请压缩、拆分后分别上传。`,
      )
    if ((await records.bytesOf(organisationId)) + announcement.size > limits.organisationBytes)
      throw new Problem(
        'too-large',
        `${actor.organisation}的存储额度（${gigabytes(limits.organisationBytes)}）不够存这个文件，请与平台管理员联系。`,
      )
    const id = engine.chance.id()
    ids.set(c.req.raw, id)
    await records.begin({ ...announcement, id, accountId, organisationId, now: engine.clock.now() })
    return inChinese(await tus.handleWeb(c.req.raw))
  }

  /** HEAD, PATCH and DELETE of one's own upload; those of others do not exist. */
  async function carryOn(c: Context<Env>): Promise<Response> {
    const row = await own(c)
    if (c.req.method === 'GET') throw new Problem('not-found', '上传中的文件不能下载，登记后再打开。')
    if (row.stored_sha256) return alreadyHere(c, row)
    if (c.req.method === 'PATCH') await records.touch(row.id, engine.clock.now())
    const response = inChinese(await tus.handleWeb(c.req.raw))
    if (c.req.method === 'DELETE') await records.discard(row.id, engine.clock.now())
    return response
  }

  async function own(c: Context<Env>): Promise<UploadRow> {
    const id = c.req.param('id') ?? ''
    const accountId = c.get('actor').accountId
    const row = accountId && isUuid(id) ? await records.own(id, accountId) : undefined
    if (!row)
      throw new Problem('not-found', '没有这次上传：可能已完成清理，或者不是您发起的。请重新选择文件上传。')
    return row
  }

  function uploader(actor: Actor): { accountId: string; organisationId: string } {
    permit(
      registration.allow.map(({ role, denial }) => ({ role, denial })),
      actor,
      undefined,
    )
    const { accountId, organisationId } = actor
    if (!accountId || !organisationId)
      throw new Problem('not-permitted', '只有属于某个单位的人员可以上传文件。')
    return { accountId, organisationId }
  }

  /** One settling at a time per upload, however often its end is reported. */
  function settleOnce(row: UploadRow): Promise<void> {
    const running = settling.get(row.id) ?? settle(row).finally(() => settling.delete(row.id))
    settling.set(row.id, running)
    return running
  }

  /** Each step can be repeated after a crash: the hash is kept before the bytes move. */
  async function settle(row: UploadRow): Promise<void> {
    const part = join(folder, row.id)
    const size = await sizeIfAny(part)
    let sha256 = row.stored_sha256
    if (!sha256) {
      if (size !== row.size)
        throw new Problem(
          'wrong-state',
          `文件还没有传完（已收到 ${size ?? 0} / ${row.size} 字节），请继续上传。`,
        )
      sha256 = await hashOf(part)
      await records.keepHash(row.id, { stored_sha256: sha256, media_type: mediaTypeOf(await headOf(part)) })
    }
    if (size === undefined) return
    if (sha256 === row.announced_sha256) await files.adopt(part)
    else await datastore.remove(row.id).catch(absent)
    await configstore.delete(row.id).catch(absent)
  }

  async function discardSilent(): Promise<number> {
    const now = engine.clock.now()
    const silent = await records.silentSince(new Date(now.getTime() - limits.silentHours * 3_600_000))
    for (const { id } of silent) {
      await records.discard(id, now)
      await datastore.remove(id).catch(absent)
    }
    return silent.length
  }

  return {
    mount(app) {
      app.post('/api/uploads', begin)
      app.on(['GET', 'PATCH', 'DELETE'], '/api/uploads/:id', carryOn) // the router knows HEAD as GET
      app.options('/api/uploads', async (c) => tus.handleWeb(c.req.raw))
      app.post(`/api${registration.endpoint.path}`, async (c, next) => {
        const accountId = c.get('actor').accountId
        const id = c.req.param('id') ?? ''
        const row = accountId && isUuid(id) ? await records.own(id, accountId) : undefined
        if (row) await settleOnce(row)
        await next()
      })
    },
    discardSilent,
  }
}

/** A part that is already gone is what removing wanted; tus says so with a status, the disk with ENOENT. */
function absent(error: unknown): void {
  const known = typeof error === 'object' && error !== null
  if (known && 'status_code' in error && error.status_code === 404) return
  if (known && 'code' in error && error.code === 'ENOENT') return
  throw error
}

/** To a client that lost the last answer: everything has arrived. */
function alreadyHere(c: Context<Env>, row: UploadRow): Response {
  if (c.req.method !== 'HEAD')
    throw new Problem('wrong-state', '这个文件已经全部收到，不能再改动。请登记它，或另行上传。')
  const headers = {
    'tus-resumable': '1.0.0',
    'upload-offset': String(row.size),
    'upload-length': String(row.size),
  }
  return new Response(null, { status: 200, headers })
}

const refusals: Readonly<Record<number, readonly [ConstructorParameters<typeof Problem>[0], string]>> = {
  404: ['not-found', '没有这次上传：可能已完成清理。请重新选择文件上传。'],
  409: ['wrong-state', '续传位置与服务器已收到的不一致。请先查询已收到的字节数，再从那里继续。'],
  410: ['not-found', '这次上传已经清理，请重新选择文件上传。'],
  413: ['too-large', '收到的内容超过了声明的文件大小。请重新选择文件上传。'],
  423: ['wrong-state', '同一文件正在另一个连接中上传，请稍候再试。'],
  500: ['unavailable', '文件内容没有写入，请稍后从断开处继续上传。'],
}

/** The tus library answers in plain English; people and programs get one vocabulary of refusals. */
function inChinese(response: Response): Response {
  if (response.status < 400) return response
  const [type, detail] = refusals[response.status] ?? ['malformed', '上传请求不符合 tus 1.0.0 协议。']
  throw new Problem(type, detail)
}

async function sizeIfAny(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (error) {
    absent(error)
    return undefined
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

function gigabytes(bytes: number): string {
  return `${Math.round((bytes / 2 ** 30) * 100) / 100} GB`
}
