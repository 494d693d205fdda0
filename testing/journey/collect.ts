import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { proveOpinion } from '#modules/opinions/contract/issue.ts'
import { matterTrace } from '#modules/trace/contract.ts'
import { type Door, Refused } from '../client.ts'
import type { Matter, Stage } from './stage.ts'

/** Fetches what a stranger needs to check the opinion: the file, its registration, whom to trust; and the case's trace. */
export async function collect(stage: Stage, matter: Matter, door: Door, out: string): Promise<void> {
  const client = await stage.as(matter.client)
  const file = await client.raw(`/api/opinions/${matter.opinionId}/content`)
  if (!file.ok) throw new Error(`取不到鉴定意见书：${file.status}`)
  await writeFile(join(out, 'opinion.pdf'), new Uint8Array(await file.arrayBuffer()))
  await writeFile(join(out, 'opinion.tlog-proof'), await proofOf(stage, matter))
  const trust = await door('/trust.json', {})
  await writeFile(join(out, 'trust.json'), await trust.text())
  const { body: trace } = await client.call(matterTrace, { id: matter.id })
  await writeFile(join(out, 'trace.json'), `${JSON.stringify(trace, null, 2)}\n`)
}

/** The registration is published about a second after issue. */
async function proofOf(stage: Stage, matter: Matter): Promise<string> {
  const client = await stage.as(matter.client)
  for (let i = 0; ; i += 1) {
    try {
      return (await client.call(proveOpinion, { id: matter.opinionId })).body.proof
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.type !== '/problems/unavailable' || i > 40) throw error
      await stage.settle()
    }
  }
}
