import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { Services } from '#kernel/capabilities.ts'
import { speakChinese } from '#kernel/chinese-messages.ts'
import type { Command, Desk, Module } from '#kernel/command.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { toJson } from '#kernel/json.ts'
import { parameterAt } from '#law/parameters.ts'
import { guard } from '#log/guard.ts'
import { checkpointPath } from '#log/publish.ts'
import { anonymous, authenticate, opensSecrets } from '#modules/identity/module.ts'
import { openFileQuery, registerFileCommand } from '#modules/materials/module.ts'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { type Database, openDatabase } from '#platform/db.ts'
import { mountDownloads } from '#platform/downloads.ts'
import { startEmbeddedDatabase } from '#platform/embedded-database.ts'
import { type Engine, execute } from '#platform/execute.ts'
import { type LocalFiles, localFiles } from '#platform/files.ts'
import { createApp, type Env, type HttpOptions } from '#platform/http.ts'
import { systemChance } from '#platform/ids.ts'
import { installationKind } from '#platform/installation.ts'
import { type LogIdentity, logIdentity } from '#platform/log-key.ts'
import { createLogger, type Logger } from '#platform/logger.ts'
import { migrate } from '#platform/migrate.ts'
import { createOutbox, type OutboxWorker } from '#platform/outbox.ts'
import { createPublisher, type Publisher } from '#platform/publisher.ts'
import { rateLimit } from '#platform/rate-limit.ts'
import { openServices } from '#platform/services.ts'
import { sessionTouch } from '#platform/session-touch.ts'
import { localTileStore } from '#platform/tile-store.ts'
import { totpKey } from '#platform/totp-key.ts'
import { createUploads } from '#platform/uploads.ts'
import { serveWebShell } from '#platform/web-shell.ts'
import { allModules } from './modules.ts'
import { mountPages } from './pages.ts'
import { unfollowedTables } from './unfollowed-tables.ts'

export interface Program {
  readonly app: Hono<Env>
  readonly engine: Engine
  readonly files: LocalFiles
  /** How the owner of the database is reached: for migrations and the bulk path alone. */
  readonly ownerUrl: string
  readonly database: Database
  readonly modules: readonly Module[]
  readonly log: LogIdentity
  readonly outbox: OutboxWorker
  readonly publisher: Publisher
  readonly services: Services
  readonly logger: Logger
  /** Shown to whoever starts the server while no account exists. */
  readonly setupCode: string
  readonly readOnlyBecause: () => string | undefined
  /** Finishes all jobs that are due, by the outbox or by the clock, and publishes what they left: what tests and seeds wait for. */
  settle(): Promise<void>
  /** Starts the background work: publication twice a second, outbox twice a second, what is due by the clock every minute. */
  startWork(): Promise<void>
  close(): Promise<void>
}

export interface Composition {
  readonly clock: Clock
  /** `as-is` takes a database for what it is: for tools that only look. */
  readonly kind: 'production' | 'demonstration' | 'as-is'
  /** Only a demonstration may let people sign in without an authenticator. */
  readonly totpRequired?: boolean
  /** Login and look-up limits; tests of other things raise them. */
  readonly unlimited?: boolean
}

const quarter = 900

/**
 * How often something guessable may be tried: by address; with `/account` by the account of the session, wherever it
 * asks from; sign-in with `/login` by login and address together, and with `/login-anywhere` by login alone. One address
 * thus spends a tenth of what a login has: to lock somebody else out takes ten addresses.
 */
function limitsOn(today: string) {
  return {
    'session.open': { points: 30, duration: quarter },
    'session.open/login': { points: 10, duration: quarter },
    'session.open/login-anywhere': { points: 100, duration: quarter },
    'session.step-up': { points: 60, duration: quarter },
    'session.step-up/account': { points: 10, duration: quarter },
    'session.enrol-totp': { points: 60, duration: quarter },
    'session.enrol-totp/account': { points: 10, duration: quarter },
    'session.confirm-totp': { points: 60, duration: quarter },
    'session.confirm-totp/account': { points: 10, duration: quarter },
    'account.change-password': { points: 60, duration: quarter },
    'account.change-password/account': { points: 10, duration: quarter },
    'setup.create-first-administrator': { points: 10, duration: quarter },
    // each is set anew, in the one thread that answers everybody
    'notice.letter/account': { points: 30, duration: 60 },
    'consultation.comment': { points: 10, duration: quarter },
    'entry-error.report': { points: 10, duration: 3600 },
    'entry-error.track': { points: 20, duration: 60 },
    'opinion.check': { points: parameterAt('verification-lookups', today).value, duration: 60 },
  }
}

/** Puts the parts together: config → database → log → modules → http → jobs. */
export async function compose(config: Config, composition: Composition): Promise<Program> {
  speakChinese()
  const { clock } = composition
  const logger = createLogger(config.logLevel)
  const chance = systemChance
  await mkdir(config.dataDir, { recursive: true })
  const embedded =
    'embedded' in config.database ? await startEmbeddedDatabase(config.database.embedded) : undefined
  const { url, owner } = embedded ? { url: embedded.url, owner: embedded.url } : addressesOf(config)
  await migrate(owner, Object.keys(unfollowedTables))
  const database = openDatabase(url, logger)
  const kind = await installationKind(database, composition.kind, clock.now())
  const log = await logIdentity(config.dataDir, config.logOrigin)
  const authenticators = await totpKey(config.dataDir, chance)
  // Tools that only look do without codes.
  if (composition.kind !== 'as-is' && !(await opensSecrets(database.read, authenticators)))
    throw new Error(
      `${join(config.dataDir, 'keys', 'totp.key')} 打不开库里的动态口令密钥：请恢复与这个数据库一套的文件；确已遗失的，见运维手册“密钥”一节。`,
    )
  const store = localTileStore(join(config.dataDir, 'log'), chance)
  const published = await store.read(checkpointPath)
  const verdict = await guard(database.read, published && new TextDecoder().decode(published), log.trust)
  const readOnly = 'says' in verdict ? verdict.says : undefined
  if (readOnly) logger.error({ verdict: verdict.state }, readOnly)

  const files = localFiles(join(config.dataDir, 'files'), chance)
  const services = await openServices(config, {
    clock,
    chance,
    db: database.read,
    log,
    publishNow: () => publisher.now(),
  })
  const outbox = createOutbox(database, logger, runJob)
  const publisher = createPublisher(
    { db: database.kysely, store, signer: log.signer, trust: log.trust, now: clock.now },
    logger,
  )
  const setupCode = Buffer.from(chance.bytes(9)).toString('base64url')
  const modules = allModules({
    setupCode,
    totpRequired: composition.totpRequired ?? true,
    totpKey: authenticators,
    installation: { kind, simulatedClock: clock.simulated },
  })
  const engine: Engine = {
    database,
    clock,
    chance,
    files,
    outbox,
    services,
    readOnlyBecause: () => readOnly,
    readingMinutes: parameterAt('sealed-reading', clock.today()).value,
  }
  const uploads = createUploads({
    engine,
    files,
    folder: join(config.dataDir, 'uploads'),
    registration: registerFileCommand,
    limits: config.uploads,
  })
  const allowed = composition.unlimited ? async () => {} : rateLimit(limitsOn(clock.today()))
  const limit: HttpOptions['limit'] = async (endpointId, { address, accountId }, body) => {
    await allowed(endpointId, address)
    if (accountId !== null) await allowed(`${endpointId}/account`, accountId)
    if (endpointId !== 'session.open') return
    // One login however it is spelt; what is no text is refused by the contract.
    const login = typeof body.login === 'string' ? body.login.trim().toLowerCase() : ''
    await allowed('session.open/login', JSON.stringify([login, address]))
    await allowed('session.open/login-anywhere', login)
  }
  const app = createApp({
    engine,
    modules,
    logger,
    publicUrl: config.publicUrl,
    trustedProxy: config.trustedProxy,
    authenticate: authenticate({
      read: database.read,
      now: clock.now,
      touch: sessionTouch(database),
      totpRequired: composition.totpRequired ?? true,
    }),
    limit,
    mount: (hono) => {
      uploads.mount(hono)
      mountDownloads(hono, { at: '/api/files', engine, files, opening: openFileQuery })
      mountPages(hono, { config, engine, files, modules, kind, limit })
    },
  })

  await serveWebShell(app, join(import.meta.dirname, '../dist/web'))

  const desk: Desk = {
    async act<E extends Endpoint, F, M>(command: Command<E, F, M>, input: unknown) {
      const { answer } = await execute(engine, command, input, {
        actor: { ...anonymous, kind: 'system', name: '系统' },
      })
      return answer as never // parsed by the command's own output schema inside execute
    },
  }

  async function runJob(name: string, payload: unknown): Promise<void> {
    const job = modules.flatMap(({ jobs }) => jobs ?? []).find((each) => each.name === name)
    if (!job) throw new Error(`no job is called ${name}`)
    await job.run({ payload: toJson(payload), now: clock.now(), db: database.read, files, desk, services })
  }

  /** What falls due by the clock alone; each job does only what its own commands find due. */
  async function lookForDue(): Promise<void> {
    const recurring = modules.flatMap(({ jobs }) => jobs ?? []).filter((job) => job.recurring)
    for (const { name } of recurring)
      await runJob(name, null).catch((error: Error) =>
        logger.error({ job: name, error: error.message }, 'recurring job failed, will be run again'),
      )
  }
  let dueTimer: NodeJS.Timeout | undefined

  async function settle(): Promise<void> {
    await lookForDue()
    await publisher.now()
    const failed = await outbox.drain()
    await publisher.now()
    if (failed > 0) logger.warn({ failed }, 'jobs failed and wait for their retry')
  }

  return {
    app,
    engine,
    files,
    ownerUrl: owner,
    database,
    modules,
    log,
    outbox,
    publisher,
    services,
    logger,
    setupCode,
    readOnlyBecause: () => readOnly,
    settle,
    async startWork() {
      if (readOnly) return
      publisher.start()
      await outbox.start()
      dueTimer = setInterval(() => void lookForDue(), 60_000)
    },
    async close() {
      clearInterval(dueTimer)
      await outbox.stop()
      await publisher.stop()
      await database.close()
      await embedded?.stop()
    },
  }
}

function addressesOf({ database }: Config): { url: string; owner: string } {
  if ('embedded' in database) throw new Error('an embedded database has no address before it runs')
  return database
}
