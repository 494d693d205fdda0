import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generated } from '../tools/docs/generated.ts'

it.each(Object.entries(generated()))('docs/generated/%s is what npm run docs would write', (name, text) => {
  const written = readFileSync(join(import.meta.dirname, '../docs/generated', name), 'utf8')
  expect(written === text, `run npm run docs and commit docs/generated/${name}`).toBe(true)
})
