import type { Actor, Grant } from '#kernel/command.ts'
import type { NonEmpty } from '#kernel/json.ts'
import { rule } from '#kernel/rule.ts'
import { forensicProcedure } from '#law/forensic-procedure-2016.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { caseLife } from '#modules/cases/lifecycle.ts'

/** What a person is in a case, as the case's own team says. */
export interface Duties {
  readonly duties: readonly string[]
}

export interface AtWork extends Duties {
  readonly case: { readonly state: keyof typeof caseLife.states }
}

/** The chart is open to assistants as well; the draft is not (domain brief §16). */
export type Insight = 'chart' | 'draft'

interface Whose extends Duties {
  readonly case: { readonly institution_id: string; readonly confidentiality: string }
}

/** Chart and draft are the institution's own work: its assigned people, its head, administrator and archivist, and the auditor. */
export function seesDraft(actor: Actor, { case: row, duties }: Whose, insight: Insight): boolean {
  if (actor.kind === 'system' || actor.roles.includes('AUDITOR')) return true
  if (actor.organisationId !== row.institution_id) return false
  if (duties.some((duty) => duty !== 'handler') || readers.some((role) => actor.roles.includes(role)))
    return true
  return insight === 'chart' && assists(actor, { case: row, duties })
}

const readers = ['INSTITUTION_HEAD', 'INSTITUTION_ADMIN', 'ARCHIVIST']

/** No team names assistants: those of the institution help, where a case is limited to persons those let into it. */
function assists(actor: Actor, { case: row, duties }: Whose): boolean {
  const own = actor.organisationId === row.institution_id && actor.roles.includes('APPRAISAL_ASSISTANT')
  return own && (row.confidentiality !== 'RESTRICTED_PERSONS' || duties.includes('handler'))
}

export const appraiserOrAssistant: NonEmpty<Grant<Whose>> = [
  {
    role: 'APPRAISER',
    only: (_, { duties }) => appraises(duties),
    denial: '只有本案鉴定组的鉴定人和辅助人员可以填写',
  },
  {
    role: 'APPRAISAL_ASSISTANT',
    only: assists,
    denial: '只有本案鉴定组的鉴定人和辅助人员可以填写',
  },
]

export const assignedAppraiser: NonEmpty<Grant<Duties>> = [
  { role: 'APPRAISER', only: (_, { duties }) => appraises(duties), denial: '只有本案鉴定组的鉴定人可以办理' },
]

export const leadAppraiser: NonEmpty<Grant<Duties>> = [
  { role: 'APPRAISER', only: (_, { duties }) => duties.includes('lead'), denial: '只有本案主鉴定人可以办理' },
]

export const assignedReviewer: NonEmpty<Grant<Duties>> = [
  {
    role: 'REVIEWER',
    only: (_, { duties }) => duties.includes('reviewer'),
    denial: '只有本案指定的复核人可以办理',
  },
]

/** Anyone signed in may ask; the answer depends on `seesDraft`, and to others the case does not exist. */
export const insiders = [{ role: 'signed-in', denial: '请先登录' }] as const

export function appraises(duties: readonly string[]): boolean {
  return duties.includes('lead') || duties.includes('member')
}

export const chartOpen = rule<AtWork>({
  id: 'chart-open',
  brief: 'O-01',
  says: '比对表在鉴定和拟稿期间填写',
  basis: [guangdong.clause('第37条')],
  check: ({ case: { state } }) => openIn(['IN_PROGRESS', 'DRAFTING'], state),
})

export const draftOpen = rule<AtWork>({
  id: 'draft-open',
  brief: 'O-03',
  says: '意见书在拟稿期间修改，送交复核后不再改动',
  basis: [guangdong.clause('第37条')],
  check: ({ case: { state } }) => openIn(['DRAFTING'], state),
})

function openIn(states: readonly AtWork['case']['state'][], state: AtWork['case']['state']) {
  if (states.includes(state)) return 'pass' as const
  const names = states.map((each) => `“${caseLife.states[each]}”`).join('、')
  return {
    fail: `案件目前是“${caseLife.states[state]}”，不能修改`,
    remedy: `只有案件处于${names}时可以修改；已送复核的，由复核人退回后再改。`,
  }
}

export const underReview = rule<AtWork>({
  id: 'under-review',
  brief: 'O-03',
  says: '复核意见在复核期间提出和关闭',
  basis: [forensicProcedure.clause('第35条')],
  check: ({ case: { state } }) =>
    state === 'UNDER_REVIEW'
      ? 'pass'
      : {
          fail: `案件目前是“${caseLife.states[state]}”，不在复核中`,
          remedy: '主鉴定人提交复核后才能办理。',
        },
})
