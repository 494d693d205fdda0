import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'

const versioned = z.object({ version: z.string() })

/** What a document is set with: enough to set it again to the same bytes. Goes into the manifest. */
export function toolVersions(template: URL): Record<string, string> {
  const require = createRequire(import.meta.url)
  const version = (name: string) =>
    versioned.parse(JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8'))).version
  return {
    typst: version('@myriaddreamin/typst-ts-node-compiler'),
    fonts: version('@expo-google-fonts/noto-serif-sc'),
    template: createHash('sha256').update(readFileSync(template)).digest('hex'),
  }
}
