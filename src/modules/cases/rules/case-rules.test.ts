import { describe, expect, it } from 'vitest'
import { judge, type Rule } from '#kernel/rule.ts'
import { findClause } from '#law/library.ts'
import * as agreement from './agreement.ts'
import * as clock from './clock.ts'
import * as handlers from './handlers.ts'
import * as plan from './plan.ts'
import * as records from './records.ts'
import * as recusal from './recusal.ts'
import * as team from './team.ts'

const today = '2026-03-02'
const court = { profile: 'COURT_CIVIL', complex: false, reappraisal: false, agreed_limit: null }
const admin = { ...court, profile: 'ADMIN' }
const one = { accountId: 'one', name: '陈鉴一', lead: true, committed: true }
const two = { accountId: 'two', name: '吴䶮二', lead: false, committed: true }
const three = {
  accountId: 'three',
  name: '郑鉴三',
  ofInstitution: true,
  roles: ['APPRAISER'],
  qualified: true,
  because: '',
}
const forming = { row: court, today, members: [one, two], reviewers: ['r'], issuer: 'i' }
const nominated = { ...forming, candidate: three }
const reviewer = { ...three, accountId: 'r2', name: '冯复核', roles: ['REVIEWER'] }
const issuer = { ...three, accountId: 'i2', name: '褚签发', roles: ['AUTHORIZED_ISSUER'] }
const notice = { members: ['one', 'two'], endsOn: '2026-02-27' }
const served = { ...forming, notices: [notice], recusals: [] as object[] }
const step = {
  no: 1,
  questions: [1],
  what: '比对',
  method: '比对',
  methodTier: 'GROUP_STANDARD',
  standardNo: 'T/1',
  standardTitle: '',
  equipment: '',
  outsourcing: '',
  who: ['one'],
  plannedOn: today,
}
const saved = { members: [one, two], questions: [1, 2], input: { steps: [step] } }
const expert = { ...step, methodTier: 'EXPERT_ACCEPTED', standardNo: '' }
const approved = {
  plan: { version: 1, steps: [{ ...step, questions: [1, 2] }], consented: false },
  questions: [1, 2],
}
const ready = { unconfirmed: [], unexamined: [], identityUnchecked: [], undertakingMissing: [] }
const recorded = { steps: [{ no: 1, records: 1, waived: false }], input: { stepNo: 1, corrects: null } }
const signing = {
  agreement: { sections: [{ heading: '鉴定费用', lines: ['双方协商'] }], sha256: 'a' },
  side: 'INSTITUTION',
  signatures: [{ side: 'ENTRUSTING', kind: 'LETTER' }],
}
const prepaid = { outcome: 'PREPAID', amountFen: 100, receiptNo: '1', reason: '' }
const applied = { ...forming, input: { accountId: 'one', ground: 'INTEREST' } }

/** Each rule with facts that it lets pass and facts that it stops. */
const table: readonly (readonly [unknown, object, object])[] = [
  [
    agreement.agreementComplete,
    signing,
    { agreement: { ...signing.agreement, sections: [{ heading: '费用', lines: [''] }] } },
  ],
  [agreement.notSignedTwice, signing, { ...signing, signatures: [{ side: 'INSTITUTION', kind: 'SIGNED' }] }],
  [
    agreement.signedTextIsTheOneRead,
    { ...signing, input: { textSha256: 'a' } },
    { ...signing, input: { textSha256: 'b' } },
  ],
  [agreement.feeEvidenced, { input: prepaid }, { input: { ...prepaid, receiptNo: '' } }],
  [
    agreement.feeEvidenced,
    { input: { ...prepaid, outcome: 'WAIVED', amountFen: null, reason: '法院决定缓交' } },
    { input: { ...prepaid, outcome: 'WAIVED', reason: '法院决定缓交' } },
  ],
  [
    agreement.signedByBothSides,
    { signatures: [...signing.signatures, { side: 'INSTITUTION', kind: 'SIGNED' }] },
    signing,
  ],
  [agreement.feeSettled, { fee: { outcome: 'WAIVED' } }, { fee: undefined }],
  [
    agreement.courtLimitNotExceeded,
    { row: { ...court, agreed_limit: 30 }, today },
    { row: { ...court, agreed_limit: 31 }, today },
  ],
  [
    agreement.courtLimitNotExceeded,
    { row: { ...court, complex: true, agreed_limit: 60 }, today },
    { row: { ...court, complex: true, agreed_limit: 61 }, today },
  ],
  [
    team.headApartFromTeam,
    { members: [{ accountId: 'a' }], reviewers: ['r'], actorId: 'h' },
    { members: [{ accountId: 'a' }], reviewers: ['r'], actorId: 'r' },
  ],
  [
    clock.endOfSuspensionAhead,
    { today, input: { expectedEnd: '2026-03-03' } },
    { today, input: { expectedEnd: today } },
  ],
  [clock.courtDecidesExtension, { row: admin }, { row: court }],
  [clock.extensionAskedOfCourtOnly, { row: court }, { row: admin }],
  [
    clock.extendedWithinCount,
    { row: admin, today, extensions: [] },
    { row: admin, today, extensions: [{ state: 'APPROVED' }] },
  ],
  [
    clock.extensionWithinMaximum,
    { row: admin, today, extensions: [], input: { days: 30 } },
    { row: admin, today, extensions: [], input: { days: 31 } },
  ],
  [
    clock.noOpenExtensionRequest,
    { extensions: [{ state: 'REFUSED' }] },
    { extensions: [{ state: 'REQUESTED' }] },
  ],
  [clock.extensionWasRequested, { extensions: [{ state: 'REQUESTED' }] }, { extensions: [] }],
  [team.candidateOfInstitution, nominated, { ...nominated, candidate: { ...three, ofInstitution: false } }],
  [
    team.appraiserQualified,
    nominated,
    { ...nominated, candidate: { ...three, qualified: false, because: '暂停执业' } },
  ],
  [team.appraiserApartFromDeciders, nominated, { ...nominated, candidate: { ...three, accountId: 'r' } }],
  [team.appraiserApartFromDeciders, nominated, { ...nominated, candidate: { ...three, accountId: 'i' } }],
  [
    team.appraiserApartFromDeciders,
    nominated,
    { ...nominated, candidate: { ...three, roles: ['APPRAISER', 'INSTITUTION_HEAD'] } },
  ],
  [team.notYetMember, nominated, { ...nominated, candidate: { ...three, accountId: 'one' } }],
  [
    team.leadIsMember,
    { ...forming, input: { accountId: 'two' } },
    { ...forming, input: { accountId: 'three' } },
  ],
  [team.commitmentNotYetSigned, { committed: false }, { committed: true }],
  [
    team.reviewersApart,
    { ...forming, candidates: [reviewer] },
    { ...forming, candidates: [{ ...reviewer, accountId: 'one' }] },
  ],
  [team.reviewersOfInstitution, { ...forming, candidates: [reviewer] }, { ...forming, candidates: [three] }],
  [
    team.enoughReviewers,
    { ...forming, candidates: [reviewer] },
    { ...forming, row: { ...court, complex: true }, candidates: [reviewer] },
  ],
  [
    team.issuerApart,
    { ...forming, candidate: issuer },
    { ...forming, candidate: { ...issuer, accountId: 'r' } },
  ],
  [team.issuerApart, { ...forming, candidate: issuer }, { ...forming, candidate: three }],
  [
    handlers.limitedToPersons,
    { row: { confidentiality: 'RESTRICTED_PERSONS' } },
    { row: { confidentiality: 'TRADE_SECRET' } },
  ],
  [
    handlers.handlersOfDesk,
    { candidates: [{ ...three, roles: ['ARCHIVIST'] }] },
    { candidates: [{ ...three, roles: ['ARCHIVIST'], ofInstitution: false }] },
  ],
  [handlers.handlersOfDesk, { candidates: [] }, { candidates: [three] }],
  [team.enoughAppraisers, forming, { ...forming, members: [one] }],
  [team.leadNamed, forming, { members: [two] }],
  [team.commitmentsSigned, forming, { members: [one, { ...two, committed: false }] }],
  [
    team.everyPartyServed,
    { parties: ['原告'], input: { served: [{ name: '原告' }] } },
    { parties: ['原告', '被告'], input: { served: [{ name: '原告' }] } },
  ],
  [team.recusalGroundFitsTarget, applied, { ...applied, input: { accountId: null, ground: 'INTEREST' } }],
  [team.recusalTargetInTeam, applied, { ...applied, input: { accountId: 'three', ground: 'INTEREST' } }],
  [team.recusalIsOpen, { application: { state: 'OPEN' } }, { application: { state: 'GRANTED' } }],
  [team.recusalIsOpen, { application: { state: 'OPEN' } }, { application: undefined }],
  [team.leavingIsMember, applied, { ...forming, input: { accountId: 'three' } }],
  [recusal.recusalNoticeServed, served, { ...served, notices: [] }],
  [recusal.recusalNoticeServed, served, { ...served, notices: [{ ...notice, members: ['one'] }] }],
  [recusal.recusalPeriodOver, served, { ...served, notices: [{ ...notice, endsOn: today }] }],
  [recusal.noOpenRecusal, served, { recusals: [{ state: 'OPEN', accountId: 'one' }] }],
  [recusal.recusedHaveLeft, served, { ...served, recusals: [{ state: 'GRANTED', accountId: 'one' }] }],
  [recusal.institutionNotRecused, served, { recusals: [{ state: 'GRANTED', accountId: null }] }],
  [
    recusal.courtSubmissionInTime,
    { row: court, acceptedOn: '2026-02-25', today },
    { row: court, acceptedOn: '2026-02-10', today },
  ],
  [plan.stepsNumbered, saved, { ...saved, input: { steps: [{ ...step, no: 2 }] } }],
  [plan.stepsByTheTeam, saved, { ...saved, input: { steps: [{ ...step, who: ['three'] }] } }],
  [plan.standardNamed, saved, { ...saved, input: { steps: [{ ...step, standardNo: '' }] } }],
  [plan.stepsServeQuestions, saved, { ...saved, input: { steps: [{ ...step, questions: [3] }] } }],
  [plan.planComplete, approved, { plan: undefined, questions: [1] }],
  [plan.planComplete, approved, { ...approved, questions: [1, 2, 3] }],
  [plan.planByPresentTeam, { ...approved, members: [one] }, { ...approved, members: [two] }],
  [
    plan.clientConsented,
    { plan: { version: 1, steps: [expert], consented: true } },
    { plan: { version: 1, steps: [expert], consented: false } },
  ],
  [
    plan.clientConsented,
    { plan: { version: 1, steps: [step], consented: false } },
    { plan: { version: 1, steps: [{ ...step, outsourcing: '外部实验室测硬度' }], consented: false } },
  ],
  [plan.teamStillQualified, { unqualified: [] }, { unqualified: [{ name: '陈鉴一', because: '暂停执业' }] }],
  [plan.materialsConfirmed, { readiness: ready }, { readiness: { ...ready, unconfirmed: ['M1'] } }],
  [
    plan.materialsExamined,
    { row: court, readiness: ready },
    { row: court, readiness: { ...ready, unexamined: ['M1'] } },
  ],
  [plan.identityConfirmed, { readiness: ready }, { readiness: { ...ready, identityUnchecked: ['M1'] } }],
  [plan.undertakingsGiven, { readiness: ready }, { readiness: { ...ready, undertakingMissing: ['陈鉴一'] } }],
  [records.stepInPlan, recorded, { ...recorded, input: { stepNo: 2 } }],
  [
    records.correctsAnEarlierRecord,
    { records: [{ no: 1, stepNo: 1 }], input: { stepNo: 1, corrects: 1 } },
    { records: [{ no: 1, stepNo: 2 }], input: { stepNo: 1, corrects: 1 } },
  ],
  [records.attachmentsFound, { missingFiles: [] }, { missingFiles: ['f'] }],
  [
    records.onlyUnrecordedWaived,
    { steps: [{ no: 1, records: 0, waived: false }], input: { stepNo: 1 } },
    recorded,
  ],
  [
    records.everyStepRecorded,
    { steps: [{ no: 1, records: 0, waived: true }] },
    { steps: [{ no: 1, records: 0, waived: false }] },
  ],
]

const rows = table.map(([rule, passing, failing]) => {
  const typed = rule as Rule<object> // facts of each row are those of its rule; a wrong one fails the row
  return [typed.id, typed, passing, failing] as const
})

describe('the rules of a case', () => {
  it.each(rows)('%s lets pass and stops', (_, rule, passing, failing) => {
    const outcome = (facts: object) => judge([rule], facts, today)[0]
    expect(['pass', 'not-applicable']).toContain(outcome(passing)?.outcome)
    const stopped = outcome(failing)
    expect(['warn', 'fail']).toContain(stopped?.outcome)
    expect(stopped?.detail).not.toBe('')
    expect(stopped?.remedy).not.toBe('')
  })

  it('cite clauses that exist, and every one of them is in the table', () => {
    const all = [agreement, clock, team, recusal, plan, records].flatMap((file) =>
      Object.values<unknown>(file),
    )
    const rules = all.filter(
      (each): each is Rule<object> => typeof each === 'object' && each !== null && 'check' in each,
    )
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const rule of rules) {
      expect(rows.map(([id]) => id)).toContain(rule.id)
      for (const clause of rule.basis) expect(findClause(clause.id), rule.id).toBeDefined()
    }
  })
})
