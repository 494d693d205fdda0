import type { ReadDb } from '#kernel/capabilities.ts'
import type { Actor } from '#kernel/command.ts'
import { parameterAt } from '#law/parameters.ts'
import { dayKind, officialCalendar } from '#law/working-days/calendar.ts'
import { addDays } from '#law/working-days/calendar-date.ts'
import { workingDaysBetween } from '#law/working-days/count.ts'
import type { WorkItem } from '#modules/work/contract.ts'
import { assessmentLife, certificateLife, consultationLife } from '../lifecycle.ts'
import { provinceOfActor } from './assessment.ts'
import { listedAssessments } from './listed-assessments.ts'

const URGENT_DAYS = 3

/** What waits for this person in standards: self-assessments, visits, corrections, decisions, comments, certificates that run out. */
export async function waitingInStandards(db: ReadDb, actor: Actor, today: string): Promise<WorkItem[]> {
  const roles = ['INSTITUTION_ADMIN', 'INSTITUTION_HEAD', 'ASSOCIATION_SECRETARY'] as const
  const others = ['LOCAL_ASSOCIATION_SECRETARY', 'EVALUATION_EXPERT', 'CNIPA_OFFICER'] as const
  if (![...roles, ...others].some((role) => actor.roles.includes(role))) return []
  return [...(await assessmentsWaiting(db, actor, today)), ...(await consultationsWaiting(db, actor, today))]
}

type Listed = Awaited<ReturnType<typeof listedAssessments>>[number]

/** What is to be done and until when, or nothing by this person. */
interface Turn {
  readonly deed: string
  readonly why: string
  readonly due: string | null
}

async function assessmentsWaiting(db: ReadDb, actor: Actor, today: string): Promise<WorkItem[]> {
  const listed = await listedAssessments(db, actor, await provinceOfActor(db, actor))
  const standing = await standingOf(db, actor)
  return listed.flatMap((assessment) => {
    const turn =
      standing.get(assessment.id)?.assessing === true
        ? assessorsTurn(assessment, standing)
        : actor.organisationId === assessment.institution.id
          ? institutionsTurn(assessment, standing, { today, all: listed })
          : associationsTurn(assessment, standing, actor)
    return turn ? [itemOf(assessment, turn, today)] : []
  })
}

interface Standing {
  readonly assessing: boolean
  readonly everAssessed: boolean
  readonly visitOn: string | null
  readonly corrected: number
  /** Until when the first open finding is to be set right. */
  readonly firstDue: string | null
}

/** Of the assessments under way: what findings there are, and whether this person assesses. */
async function standingOf(db: ReadDb, actor: Actor): Promise<ReadonlyMap<string, Standing>> {
  const rows = await db
    .selectFrom('conformity_assessment as assessment')
    .leftJoin('conformity_finding as finding', 'finding.assessment_id', 'assessment.id')
    .leftJoin('conformity_assessor as assessor', (join) =>
      join
        .onRef('assessor.assessment_id', '=', 'assessment.id')
        .on('assessor.account_id', '=', actor.accountId ?? ''),
    )
    .select(({ fn }) => [
      'assessment.id',
      'visit_on',
      'assessor.account_id',
      'assessor.released_at',
      fn.count<number>('finding.id').filterWhere('finding.state', '=', 'CORRECTED').as('corrected'),
      fn.min('due_on').filterWhere('finding.state', '=', 'OPEN').as('firstDue'),
    ])
    .where('assessment.state', 'in', ['SELF_ASSESSMENT', 'SUBMITTED', 'ON_SITE', 'REPORTED'])
    .groupBy(['assessment.id', 'assessor.account_id', 'assessor.released_at'])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        assessing: row.account_id !== null && row.released_at === null,
        everAssessed: row.account_id !== null,
        visitOn: row.visit_on,
        corrected: Number(row.corrected),
        firstDue: row.firstDue,
      },
    ]),
  )
}

function assessorsTurn({ id, state }: Listed, standing: ReadonlyMap<string, Standing>): Turn | undefined {
  const { visitOn = null, corrected = 0 } = standing.get(id) ?? {}
  if (state === 'ON_SITE') return { deed: '现场评定', why: '您是本次评定的评定人员', due: visitOn }
  return state === 'REPORTED' && corrected > 0
    ? { deed: '核实整改', why: `${corrected} 个不符合项已提交整改`, due: null }
    : undefined
}

function institutionsTurn(
  { id, state, certificate, standard }: Listed,
  standing: ReadonlyMap<string, Standing>,
  { today, all }: { readonly today: string; readonly all: readonly Listed[] },
): Turn | undefined {
  if (state === 'SELF_ASSESSMENT') return { deed: '贯标自评', why: '请逐条作答后提交', due: null }
  const firstDue = standing.get(id)?.firstDue ?? null
  if (state === 'REPORTED' && firstDue !== null)
    return { deed: '整改不符合项', why: '评定报告列有不符合项，须在期限内整改', due: firstDue }
  if (certificate?.state !== 'IN_FORCE') return undefined
  const notice = parameterAt('conformity-renewal-notice', today).value
  const later = all.some(
    (other) =>
      other.id !== id &&
      other.standard.slug === standard.slug &&
      (['SELF_ASSESSMENT', 'SUBMITTED', 'ON_SITE', 'REPORTED'].includes(other.state) ||
        (other.certificate?.until ?? '') > certificate.until),
  )
  return !later && certificate.until <= addDays(today, notice)
    ? {
        deed: '贯标证书换证',
        why: '证书即将期满，期满后名录不再显示本项贯标，请重新评定',
        due: certificate.until,
      }
    : undefined
}

function associationsTurn(
  { id, state, openFindings }: Listed,
  standing: ReadonlyMap<string, Standing>,
  { roles }: Actor,
): Turn | undefined {
  if (!roles.some((role) => ['ASSOCIATION_SECRETARY', 'LOCAL_ASSOCIATION_SECRETARY'].includes(role)))
    return undefined
  if (state === 'SUBMITTED') return { deed: '安排现场评定', why: '机构提交了贯标自评', due: null }
  return state === 'REPORTED' && openFindings === 0 && standing.get(id)?.everAssessed !== true
    ? { deed: '决定是否发证', why: '评定报告已提交，没有未关闭的不符合项', due: null }
    : undefined
}

function itemOf(
  { id, state, institution, standard, certificate }: Listed,
  turn: Turn,
  today: string,
): WorkItem {
  const { deed: kind, why, due } = turn
  const left = due === null ? null : workingDaysBetween(today, due)
  return {
    id: `conformity/${id}/${kind}`,
    kind,
    title: `${institution.name}：${standard.title}`,
    number: certificate?.number ?? standard.number,
    state: certificate ? certificateLife.states[certificate.state] : assessmentLife.states[state],
    due,
    workingDaysLeft: left,
    provisional: due !== null && dayKind(due, officialCalendar).provisional,
    dueBecause: due === null ? [] : [`到 ${due} 为止`],
    why,
    link: `/conformity/${id}`,
    urgent: left !== null && left <= URGENT_DAYS,
  }
}

async function consultationsWaiting(db: ReadDb, { roles }: Actor, today: string): Promise<WorkItem[]> {
  const group = roles.includes('ASSOCIATION_SECRETARY')
  if (!group && !roles.includes('CNIPA_OFFICER')) return []
  const rows = await db
    .selectFrom('standard_consultation as consultation')
    .innerJoin('standard', 'standard.id', 'consultation.standard_id')
    .select(['consultation.id', 'title', 'closes_on'])
    .where('consultation.state', '=', 'OPEN')
    .where('closes_on', '<', today)
    .where('kind', group ? '=' : '!=', 'GROUP')
    .orderBy('closes_on')
    .execute()
  return rows.map(({ id, title, closes_on }) => ({
    id: `consultation/${id}/close`,
    kind: '处理意见',
    title,
    number: null,
    state: consultationLife.states.OPEN,
    due: null,
    workingDaysLeft: null,
    provisional: false,
    dueBecause: [],
    why: `征求意见已于 ${closes_on} 截止，请逐条处理后结束`,
    link: `/consultations/${id}`,
    urgent: false,
  }))
}
