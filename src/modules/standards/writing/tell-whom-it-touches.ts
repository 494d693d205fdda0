import type { Chance, Tx } from '#kernel/capabilities.ts'
import { notify } from '#modules/notices/module.ts'
import { assessmentsTouched, casesTouched, certificatesTouched } from '../reading/touched.ts'
import { issuedVersion, type StandardRow } from '../store.ts'

interface Publishing {
  readonly tx: Tx
  readonly chance: Chance
  readonly now: Date
  readonly today: string
}

/** After a new text: one notice to each institution that holds a certificate, is being assessed or has cases by the one before. */
export async function tellWhomItTouches(
  { tx, chance, now, today }: Publishing,
  standard: StandardRow,
  { label, effectiveFrom }: { readonly label: string; readonly effectiveFrom: string },
): Promise<void> {
  const versionNo = (await issuedVersion(tx, standard.id))?.no ?? 0
  const why = new Map<string, string[]>()
  const add = (institutionId: string, reason: string) =>
    why.set(institutionId, [...(why.get(institutionId) ?? []), reason])
  for (const { institution_id, number } of await certificatesTouched(tx, {
    standardId: standard.id,
    versionNo,
    on: today,
  }))
    add(institution_id, `贯标证书 ${number}`)
  for (const { institution_id } of await assessmentsTouched(tx, { standardId: standard.id, versionNo }))
    add(institution_id, '正在进行的贯标评定')
  for (const { institutionId, cases } of await casesTouched(tx, standard.number))
    add(institutionId, `${cases} 件在办案件的方案`)
  for (const [institutionId, reasons] of why)
    await notify(tx, {
      chance,
      now,
      matter: null,
      to: { organisationId: institutionId, role: 'INSTITUTION_ADMIN' },
      title: `标准有新版本：${standard.title}`,
      body: `${standard.number ?? standard.title}“${label}”自 ${effectiveFrom} 起实施，涉及本机构：${reasons.join('、')}。请核对是否需要调整。`,
      link: `/app/standards/${standard.slug}`,
    })
}
