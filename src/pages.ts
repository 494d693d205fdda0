import { join } from 'node:path'
import type { Hono } from 'hono'
import type { Config } from '#platform/config.ts'
import type { Engine } from '#platform/execute.ts'
import { healthPage } from '#platform/health.ts'
import type { Env } from '#platform/http.ts'
import { serveLogFiles } from '#platform/log-files.ts'

export interface Pages {
  readonly config: Config
  readonly engine: Engine
}

/** Everything that is served beside operations: health, the log's public files. */
export function mountPages(app: Hono<Env>, { config, engine }: Pages): void {
  healthPage(app, engine)
  serveLogFiles(app, join(config.dataDir, 'log'))
}
