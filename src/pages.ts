import { join } from 'node:path'
import type { Hono } from 'hono'
import { showNotice } from '#modules/notices/module.ts'
import { openOpinionFile, proveIssuedOpinion } from '#modules/opinions/module.ts'
import type { Config } from '#platform/config.ts'
import { mountDownloads } from '#platform/downloads.ts'
import type { LocalFiles } from '#platform/files.ts'
import { healthPage } from '#platform/health.ts'
import type { Env } from '#platform/http.ts'
import { mountLetters } from '#platform/letter-download.ts'
import { serveLogFiles } from '#platform/log-files.ts'
import { mountProofs } from '#platform/proof-download.ts'
import { trustPage } from '#platform/trust-page.ts'
import { mountPublicPages } from '#public/mount-public-pages.ts'
import type { Site } from '#public/site.ts'

export interface Pages extends Site {
  readonly config: Config
  readonly files: LocalFiles
}

/** Everything that is served beside operations: health, the log's public files, whom to trust, opinions to download, public pages. */
export function mountPages(app: Hono<Env>, { config, files, ...site }: Pages): void {
  const { engine } = site
  healthPage(app, engine)
  serveLogFiles(app, join(config.dataDir, 'log'))
  trustPage(app, engine.services)
  mountDownloads(app, { at: '/api/opinions', engine, files, opening: openOpinionFile })
  mountProofs(app, { at: '/api/opinions', engine, proving: proveIssuedOpinion })
  mountLetters(app, {
    at: '/api/notices',
    engine,
    letter: showNotice,
    demonstration: site.kind === 'demonstration',
    limit: site.limit,
  })
  mountPublicPages(app, site)
}
