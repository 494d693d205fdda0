import { createHash } from 'node:crypto'
import { addScope } from '#modules/directory/contract/institutions.ts'
import { commitDraw, describeNeed } from '#modules/selection/contract/selections.ts'
import type { World } from './world.ts'

/** The secret of every draw made here; the platform sees it only where a test opens the draw. */
export const drawSecret = 'd4'.repeat(32)

/** A draw of the court among the three institutions of the cast, committed to; publish before it can be opened. */
export async function committedDraw(w: World): Promise<string> {
  const cnipa = await w.as('cnipa')
  for (const who of ['yi', 'bing']) await cnipa.call(addScope, { id: w.id(who), ipType: 'PATENT_INVENTION' })
  const officer = await w.as('court-officer')
  const { body } = await officer.call(describeNeed, {
    title: '快速接头技术特征比对',
    caseNo: '（2026）粤73知民初901号',
    ipType: 'PATENT_INVENTION',
    rightHolder: '无人知晓技术有限公司',
    parties: ['未曾办案的五金厂'],
  })
  const commitment = createHash('sha256').update(Buffer.from(drawSecret, 'hex')).digest('hex')
  await officer.call(commitDraw, { id: body.id, commitment })
  return body.id
}
