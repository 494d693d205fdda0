import { sql } from 'kysely'
import type { ReadDb } from '#kernel/capabilities.ts'
import { toJson } from '#kernel/json.ts'
import { fromBase64, toBase64 } from '#log/core/base64.ts'
import { canonical } from '#log/core/canonical.ts'
import { sha256 } from '#log/node-hash.ts'
import { rootAt } from '#log/prove.ts'
import { bytes32, commitmentTo, drawnOrder, drawSeed } from '#verify/draw-order.ts'

/** For fsck: every draw is what its entry in the log says, and every opened one comes out the same when it is drawn again. */
export async function* checkDraws(db: ReadDb): AsyncIterable<string> {
  const rows = await db
    .selectFrom('selection_draw as d')
    .leftJoin('selection_opening as o', 'o.session_id', 'd.session_id')
    .leftJoin('log_payload as p', 'p.index', 'd.log_index')
    .select(['d.session_id', 'd.draw', 'd.size', 'd.commitment', 'd.log_index'])
    .select(['o.secret', 'o.root', 'o.drawn', sql<string | null>`(p.fields->'draw')::text`.as('logged')])
    .orderBy('d.log_index')
    .execute()
  for (const { session_id, draw, size, commitment, logged, secret, root, drawn } of rows) {
    const what = `抽签 ${session_id}`
    if (logged === null || canonical(JSON.parse(logged)) !== canonical(toJson(draw)))
      yield `${what} 的承诺与日志所记不同`
    if (draw.size !== size || draw.commitment !== commitment) yield `${what} 的日志规模或密钥散列前后不一`
    if (secret === null || root === null || drawn === null) continue
    const opened = bytes32(secret)
    if (!opened || commitmentTo(sha256, opened) !== commitment) yield `${what} 的密钥与承诺不符`
    else if (toBase64(await rootAt(db, size)) !== root) yield `${what} 所用的日志根不是规模 ${size} 的根`
    else {
      const keys = draw.candidates.map(({ key }) => key)
      const again = drawnOrder(
        sha256,
        drawSeed(sha256, { root: fromBase64(root) ?? opened, secret: opened }),
        keys,
      )
      if (canonical(again) !== canonical([...drawn])) yield `${what} 的次序重算不符`
    }
  }
}
