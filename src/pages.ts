import { join } from 'node:path'
import type { Hono } from 'hono'
import { openFileQuery, registerFileCommand } from '#modules/materials/module.ts'
import type { Config } from '#platform/config.ts'
import { mountDownloads } from '#platform/downloads.ts'
import type { Engine } from '#platform/execute.ts'
import type { LocalFiles } from '#platform/files.ts'
import { healthPage } from '#platform/health.ts'
import type { Env } from '#platform/http.ts'
import { serveLogFiles } from '#platform/log-files.ts'
import { trustPage } from '#platform/trust-page.ts'
import { createUploads } from '#platform/uploads.ts'

export interface Pages {
  readonly config: Config
  readonly engine: Engine
  readonly files: LocalFiles
}

/** Everything that is served beside operations: health, the log's public files, uploads and downloads. */
export function mountPages(app: Hono<Env>, { config, engine, files }: Pages): void {
  healthPage(app, engine)
  serveLogFiles(app, join(config.dataDir, 'log'))
  trustPage(app, engine.services)
  const folder = join(config.dataDir, 'uploads')
  createUploads({ engine, files, folder, registration: registerFileCommand, limits: config.uploads }).mount(
    app,
  )
  mountDownloads(app, { engine, files, opening: openFileQuery })
}
