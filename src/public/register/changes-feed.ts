import type { ReadDb } from '#kernel/capabilities.ts'
import { latestChanges } from '#modules/directory/module.ts'

/** The last hundred changes of the national list as an Atom feed (RFC 4287). */
export async function changesFeed(
  db: ReadDb,
  { base, below }: { readonly base: string; readonly below: number },
): Promise<string> {
  const changes = await latestChanges(db, { below, limit: 100 })
  const entries = changes.map(
    ({ logIndex, part, at, body }) => `  <entry>
    <id>${xml(`${base}/log/entries/${logIndex}#${part}`)}</id>
    <title>${xml(`${body.name}（${body.number}）：${body.reason || '登记信息更新'}`)}</title>
    <updated>${at.toISOString()}</updated>
    <link href="${xml(`${base}/directory/${body.kind}/${encodeURIComponent(body.number)}`)}"/>
  </entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
  <id>${xml(`${base}/register/changes.atom`)}</id>
  <title>知识产权鉴定机构名录的变动</title>
  <author><name>明鉴</name></author>
  <updated>${(changes[0]?.at ?? new Date(0)).toISOString()}</updated>
  <link rel="self" href="${xml(`${base}/register/changes.atom`)}"/>
${entries.join('\n')}
</feed>
`
}

function xml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
