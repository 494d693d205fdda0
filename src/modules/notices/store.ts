import { type ColumnType, sql } from 'kysely'
import { beijingDate } from '#kernel/beijing.ts'
import type { Chance, ReadDb, Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { knownTo } from '#modules/matters/module.ts'
import { nextNumber } from '#modules/numbers/module.ts'
import { kindOf, type NoticeKind } from './document/kinds.ts'

declare module '#kernel/tables.ts' {
  interface Tables {
    notice: {
      id: string
      matter: string | null
      organisation_id: string | null
      role: string | null
      account_id: string | null
      document: NoticeKind | null
      no: string | null
      /** Ids of clauses. */
      basis: ColumnType<readonly string[] | null, string | null, never>
      title: string
      body: string
      link: string
      at: Date
    }
    notice_read: { notice_id: string; account_id: string; at: Date }
  }
}

export interface NewNotice {
  readonly chance: Chance
  readonly now: Date
  readonly matter: string | null
  /** One person, or whoever holds the role (or anyone, without a role) in an organisation. */
  readonly to: { readonly accountId: string } | { readonly organisationId: string; readonly role?: string }
  readonly title: string
  readonly body: string
  readonly link: string
  /** Kind of formal notice, where the notice is also a document of the institution that has the matter (受理通知书 …). */
  readonly document?: NoticeKind
}

/** Leaves a notice in the program, in the transaction of the act that caused it. */
export async function insertNotice(tx: Tx, notice: NewNotice): Promise<void> {
  const { to } = notice
  await tx
    .insertInto('notice')
    .values({
      id: notice.chance.id(),
      matter: notice.matter,
      account_id: 'accountId' in to ? to.accountId : null,
      organisation_id: 'organisationId' in to ? to.organisationId : null,
      role: 'organisationId' in to ? (to.role ?? null) : null,
      document: notice.document ?? null,
      no: notice.document ? await nextNoticeNumber(tx, notice) : null,
      basis: notice.document ? JSON.stringify(kindOf(notice.document)?.basis.map(({ id }) => id)) : null,
      title: notice.title,
      body: notice.body,
      link: notice.link,
      at: notice.now,
    })
    .execute()
}

/** The next of the institution's formal notices in this year, without gaps, whatever their kind. */
async function nextNoticeNumber(tx: Tx, { matter, now }: NewNotice): Promise<string> {
  const sender = await tx
    .selectFrom('commission')
    .innerJoin('institution', 'institution.id', 'commission.institution_id')
    .select(['institution.id', 'short_name'])
    .where('commission.id', '=', matter)
    .executeTakeFirstOrThrow()
  const year = beijingDate(now).slice(0, 4)
  const serial = await nextNumber(tx, `notice:${sender.id}:${year}`)
  return `${sender.short_name}[${year}]知鉴通字第${serial}号`
}

/** Notices addressed to this person by name, or by role where he may see the matter; nothing else is visible or counted. */
export function noticesFor(db: ReadDb, actor: Actor) {
  return db
    .selectFrom('notice')
    .leftJoin('notice_read', (join) =>
      join
        .onRef('notice_read.notice_id', '=', 'notice.id')
        .on('notice_read.account_id', '=', actor.accountId ?? ''),
    )
    .where(({ or, and, eb, exists, selectFrom }) =>
      or([
        eb('notice.account_id', '=', actor.accountId ?? ''),
        and([
          eb('notice.organisation_id', '=', actor.organisationId ?? ''),
          or([eb('notice.role', 'is', null), eb('notice.role', '=', sql<string>`any(${[...actor.roles]})`)]),
          or([
            eb('notice.matter', 'is', null),
            exists(
              selectFrom('commission')
                .select('commission.id')
                .whereRef('commission.id', '=', 'notice.matter')
                .where(knownTo(actor, 'commission')),
            ),
          ]),
        ]),
      ]),
    )
}

/** What lists and pages show of a notice; needs the commission of its matter joined. */
export const shownColumns = [
  'notice.id',
  'notice.matter',
  'commission.case_code as caseCode',
  'notice.title',
  'notice.body',
  'notice.link',
  'notice.document',
  'notice.at',
  'notice_read.at as read_at',
] as const
