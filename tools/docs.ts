import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generated } from './docs/generated.ts'

/** `npm run docs`: writes docs/generated anew. A test compares what is there with what this would write. */
const folder = join(import.meta.dirname, '../docs/generated')
await mkdir(folder, { recursive: true })
for (const [name, text] of Object.entries(generated())) await writeFile(join(folder, name), text)
console.log(`docs/generated：${Object.keys(generated()).join('、')}`)
