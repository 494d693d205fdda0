import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { type CaseRow, caseWaiting, clockOf } from '#modules/cases/module.ts'
import type { WorkItem } from '#modules/work/contract.ts'

type Waiting = Pick<CaseRow, 'id' | 'title' | 'code' | 'state'> & { readonly lead: boolean }

interface Task {
  readonly row: Waiting
  readonly kind: '表决' | '拟稿' | '复核'
  readonly why: string
  readonly at: '/chart' | '/opinion'
}

/** What waits for this person in charts, drafts and reviews; the deadline is that of the case. */
export async function waitingInOpinions(db: ReadDb, actor: Actor, today: string): Promise<WorkItem[]> {
  const { accountId } = actor
  if (accountId === null) return []
  const own = await casesOfAppraiser(db, accountId)
  const reviewed = await casesOfReviewer(db, accountId)
  const tasks = [
    ...(await Promise.all(own.map((row) => forAppraiser(db, row, accountId)))).flat(),
    ...reviewed.map(
      (row): Task => ({ row, kind: '复核', why: '复核意见书草稿的程序和意见', at: '/opinion' }),
    ),
  ]
  return Promise.all(
    tasks.map(async (task) => caseWaiting(task.row, await clockOf(db, task.row.id, today), task)),
  )
}

async function forAppraiser(db: ReadDb, row: Waiting, accountId: string): Promise<readonly Task[]> {
  const unvoted = await rowsWithoutVote(db, row.id, accountId)
  const votes: Task[] =
    unvoted > 0 ? [{ row, kind: '表决', why: `比对表有 ${unvoted} 行等您表决`, at: '/chart' }] : []
  if (row.state !== 'DRAFTING' || !row.lead) return votes
  const comments = await unansweredComments(db, row.id)
  const why = comments > 0 ? `答复 ${comments} 条复核意见后再提交` : '完成草稿，提交复核'
  return [...votes, { row, kind: '拟稿', why, at: '/opinion' }]
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
