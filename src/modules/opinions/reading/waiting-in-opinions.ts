import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import type { CaseRow } from '#modules/cases/module.ts'

export interface WaitingOpinion {
  readonly id: string
  readonly kind: 'chart' | 'opinion' | 'review'
  readonly title: string
  readonly number: string
  readonly state: string
  /** What this person is to do. */
  readonly what: string
  readonly link: string
}

/** What waits for this person in charts, drafts and reviews; deadlines are those of the case. */
export async function waitingInOpinions(db: ReadDb, actor: Actor): Promise<readonly WaitingOpinion[]> {
  if (actor.accountId === null) return []
  const [own, reviewed] = [
    await casesOfAppraiser(db, actor.accountId),
    await casesOfReviewer(db, actor.accountId),
  ]
  return [
    ...(await Promise.all(own.map((row) => forAppraiser(db, row, actor.accountId ?? '')))).flat(),
    ...reviewed.map((row) => waiting(row, 'review', '复核意见书草稿', 'opinion')),
  ]
}

type Waiting = Pick<CaseRow, 'id' | 'title' | 'code' | 'state'> & { readonly lead: boolean }

async function forAppraiser(db: ReadDb, row: Waiting, accountId: string): Promise<readonly WaitingOpinion[]> {
  const unvoted = await rowsWithoutVote(db, row.id, accountId)
  const votes = unvoted > 0 ? [waiting(row, 'chart', `比对表有 ${unvoted} 行等您表决`, 'chart')] : []
  if (row.state !== 'DRAFTING') return votes
  const comments = row.lead ? await unansweredComments(db, row.id) : 0
  const draft =
    comments > 0 ? `答复 ${comments} 条复核意见后再提交` : row.lead ? '完成草稿，提交复核' : '参与拟稿'
  return [...votes, waiting(row, 'opinion', draft, 'opinion')]
}

function waiting(row: Waiting, kind: WaitingOpinion['kind'], what: string, screen: string): WaitingOpinion {
  const { id, title, code, state } = row
  return { id, kind, title, number: code, state, what, link: `/app/cases/${id}/${screen}` }
}

function casesOfAppraiser(db: ReadDb, accountId: string): Promise<readonly Waiting[]> {
  return db
    .selectFrom('appraisal_case')
    .innerJoin('case_member', 'case_member.case_id', 'appraisal_case.id')
    .select(['appraisal_case.id', 'title', 'code', 'state', 'lead'])
    .where('case_member.account_id', '=', accountId)
    .where('case_member.left_at', 'is', null)
    .where('state', 'in', ['IN_PROGRESS', 'DRAFTING'])
    .orderBy('opened_at')
    .limit(200)
    .execute()
}

/** Cases under review whose present round this reviewer has not signed. */
async function casesOfReviewer(db: ReadDb, accountId: string): Promise<readonly Waiting[]> {
  const rows = await db
    .selectFrom('appraisal_case')
    .innerJoin('case_assignment', 'case_assignment.case_id', 'appraisal_case.id')
    .select(['appraisal_case.id', 'title', 'code', 'state'])
    .where('case_assignment.account_id', '=', accountId)
    .where('case_assignment.duty', '=', 'REVIEWER')
    .where('case_assignment.ended_at', 'is', null)
    .where('state', '=', 'UNDER_REVIEW')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('opinion_review_sheet as sheet')
            .select('sheet.case_id')
            .whereRef('sheet.case_id', '=', 'appraisal_case.id')
            .where('sheet.account_id', '=', accountId)
            .where('sheet.round', '=', ({ selectFrom: from }) =>
              from('opinion_submission')
                .select(({ fn }) => fn.max('round').as('round'))
                .whereRef('opinion_submission.case_id', '=', 'appraisal_case.id'),
            ),
        ),
      ),
    )
    .orderBy('opened_at')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, lead: false }))
}

async function rowsWithoutVote(db: ReadDb, caseId: string, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('opinion_chart_row as row')
    .leftJoin('opinion_chart_vote as vote', (join) =>
      join
        .onRef('vote.row_id', '=', 'row.id')
        .onRef('vote.substance', '=', 'row.substance')
        .on('vote.account_id', '=', accountId),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('row.case_id', '=', caseId)
    .where('row.finding', 'is not', null)
    .where('vote.row_id', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

async function unansweredComments(db: ReadDb, caseId: string): Promise<number> {
  const { count } = await db
    .selectFrom('opinion_review_comment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('case_id', '=', caseId)
    .where('answered_at', 'is', null)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
