import { sql } from 'kysely'
import type { Chance, ReadDb, Tx } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'

declare module '#kernel/tables.ts' {
  interface Tables {
    notice: {
      id: string
      matter: string | null
      organisation_id: string | null
      role: string | null
      account_id: string | null
      document: string | null
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
  /** Kind of formal notice, where the notice is also a document to print (受理通知书 …). */
  readonly document?: string
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
      title: notice.title,
      body: notice.body,
      link: notice.link,
      at: notice.now,
    })
    .execute()
}

/** Notices addressed to this person, by name or by role; nothing else is visible or counted. */
export function noticesFor(db: ReadDb, actor: Actor) {
  return db
    .selectFrom('notice')
    .leftJoin('notice_read', (join) =>
      join
        .onRef('notice_read.notice_id', '=', 'notice.id')
        .on('notice_read.account_id', '=', actor.accountId ?? ''),
    )
    .where(({ or, and, eb }) =>
      or([
        eb('notice.account_id', '=', actor.accountId ?? ''),
        and([
          eb('notice.organisation_id', '=', actor.organisationId ?? ''),
          or([eb('notice.role', 'is', null), eb('notice.role', '=', sql<string>`any(${[...actor.roles]})`)]),
        ]),
      ]),
    )
}
