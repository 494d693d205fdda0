import type { RoleCode } from '#law/terms/role.ts'
import type { Principal } from '#testing/every-role.ts'
import type { IssuedMatter } from '#testing/issued-matter.ts'

/**
 * Who may do what, written from the permission matrix of the domain brief (§16) and not from the code: a row for every
 * operation. What further depends on how the person stands to the matter is asked at the door.
 */
export type Holder = RoleCode | 'everyone' | 'signed-in' | 'system'

const client = ['ENTRUSTING_OFFICER', 'PARTY_REPRESENTATIVE'] as const
const head = ['INSTITUTION_HEAD'] as const
const office = ['INSTITUTION_ADMIN', 'INSTITUTION_HEAD'] as const
const intake = ['INTAKE_CLERK', 'INSTITUTION_ADMIN'] as const
const front = ['INTAKE_CLERK', ...office] as const
const appraiser = ['APPRAISER'] as const
const reviewer = ['REVIEWER'] as const
const issuer = ['AUTHORIZED_ISSUER'] as const
const signers = [...appraiser, ...issuer] as const
const custody = ['MATERIAL_CUSTODIAN', 'INTAKE_CLERK'] as const
const staff = [
  ...front,
  'MATERIAL_CUSTODIAN',
  'APPRAISER',
  'APPRAISAL_ASSISTANT',
  'REVIEWER',
  'AUTHORIZED_ISSUER',
  'ARCHIVIST',
] as const
const accounts = ['SYSTEM_ADMIN', 'INSTITUTION_ADMIN'] as const
const secretary = ['ASSOCIATION_SECRETARY'] as const
const national = ['CNIPA_OFFICER'] as const
const secretaries = [...secretary, 'LOCAL_ASSOCIATION_SECRETARY'] as const
const assessors = [...secretaries, 'EVALUATION_EXPERT'] as const

/** Deeds. */
export const acts: Readonly<Record<string, readonly Holder[]>> = {
  'setup.create-first-administrator': ['everyone'],
  'session.open': ['everyone'],
  'session.close': ['signed-in'],
  'session.step-up': ['signed-in'],
  'session.enrol-totp': ['signed-in'],
  'session.confirm-totp': ['signed-in'],
  'account.change-password': ['signed-in'],
  'account.create': accounts,
  'account.change-roles': accounts,
  'account.reset-password': accounts,
  'account.confirm-reset': ['INSTITUTION_HEAD', 'SYSTEM_ADMIN'],
  'account.disable': accounts,
  'account.enable': accounts,
  'organisation.create': ['SYSTEM_ADMIN'],

  'entry-error.report': ['everyone'],
  'entry-error.answer': ['PROVINCIAL_OFFICER', ...secretary],
  'institution.register': national,
  'institution.add-scope': national,
  'institution.suspend': [...secretary, ...national],
  'institution.restore': [...secretary, ...national],
  'institution.report-change': ['INSTITUTION_ADMIN'],
  'institution.settle-change': national,
  'institution.request-exit': ['INSTITUTION_ADMIN'],
  'institution.request-renewal': ['INSTITUTION_ADMIN'],
  'institution.appeal': ['INSTITUTION_ADMIN'],
  'institution.propose-removal': [...secretary, ...national],
  'institution.propose-correction': national,
  'institution.expire': ['system'],
  'directory-proceeding.grant-exit': national,
  'directory-proceeding.grant-renewal': national,
  'directory-proceeding.grant-removal': national,
  'directory-proceeding.grant-appeal': national,
  'directory-proceeding.grant-correction': national,
  'directory-proceeding.reject': national,
  'directory-proceeding.withdraw': ['INSTITUTION_ADMIN', ...secretary, ...national],
  'appraiser.register': ['INSTITUTION_ADMIN'],
  'appraiser.leave': ['INSTITUTION_ADMIN'],
  'appraiser.suspend': ['INSTITUTION_ADMIN', ...secretary],
  'appraiser.restore': ['INSTITUTION_ADMIN', ...secretary],

  'standard.propose': [...secretary, ...national],
  'standard.record-draft': [...secretary, ...national],
  'standard.record': [...secretary, ...national],
  'standard.begin-drafting': [...secretary, ...national],
  'standard.consult': [...secretary, ...national],
  'standard.redraft': [...secretary, ...national],
  'standard.approve': [...secretary, ...national],
  'standard.take-effect': [...secretary, ...national],
  'standard.publish-version': [...secretary, ...national],
  'standard.publish-guidance': [...secretary, ...national],
  'standard.supersede': [...secretary, ...national],
  'standard.withdraw': [...secretary, ...national],
  'consultation.comment': ['everyone'],
  'consultation.close': [...secretary, ...national],
  'comment.dispose': [...secretary, ...national],
  'term.define': [...secretary, ...national],
  'term.revise': [...secretary, ...national],
  'conformity.open': office,
  'conformity.answer': office,
  'conformity.submit': office,
  'conformity.withdraw': office,
  'conformity.return': secretaries,
  'conformity.assign': secretaries,
  'conformity.assess': assessors,
  'conformity.raise-finding': assessors,
  'conformity.report': assessors,
  'conformity.certify': secretaries,
  'conformity.refuse': secretaries,
  'finding.correct': office,
  'finding.close': assessors,
  'finding.reopen': assessors,
  'certificate.withdraw': secretaries,
  'certificate.expire': ['system'],

  'selection.describe': ['ENTRUSTING_OFFICER'],
  'selection.withdraw': ['ENTRUSTING_OFFICER'],
  'selection.agree': ['ENTRUSTING_OFFICER'],
  'selection.designate': ['ENTRUSTING_OFFICER'],
  'selection.commit-draw': ['ENTRUSTING_OFFICER'],
  'selection.advance-draw': ['system'],
  'selection.open-draw': ['ENTRUSTING_OFFICER'],
  'selection.void-draw': ['system'],
  'selection.follow-draw': ['system'],
  'selection.exhaust-draw': ['system'],
  'selection.lapse-offer': ['system'],
  'selection.accept-offer': front,
  'selection.decline-offer': front,

  'commission.save-draft': client,
  'commission.submit': client,
  'commission.answer-supplement': client,
  'commission.withdraw': client,
  'commission.request-supplement': intake,
  'commission.accept': intake,
  'commission.refuse': intake,

  'case.sign-agreement': [...client, ...head],
  'case.record-fee': front,
  'case.conclude-agreement': front,
  'case.nominate-appraiser': office,
  'case.name-lead': office,
  'case.sign-commitment': appraiser,
  'case.assign-reviewer': office,
  'case.assign-issuer': office,
  'case.assign-handlers': office,
  'case.serve-recusal-notice': front,
  'case.apply-recusal': client,
  'case.decide-recusal': head,
  'case.replace-member': office,
  'case.save-plan': appraiser,
  'case.consent-method': client,
  'case.approve-plan': head,
  'case.start': appraiser,
  'case.record-step': appraiser,
  'case.waive-step': appraiser,
  'case.begin-drafting': appraiser,
  'case.suspend': head,
  'case.resume': head,
  'case.extend': head,
  'case.request-extension': [...appraiser, ...head],
  'case.approve-extension': ['ENTRUSTING_OFFICER'],
  'case.terminate': head,
  'case.withdraw': client,
  'case.close': office,

  'file.register': [...client, ...staff],
  'material.register': custody,
  'material.confirm': client,
  'material.record-cross-examination': client,
  'material.check-identity': appraiser,
  'material.consent-to-consumption': client,
  'material.record-custody': [...custody, ...appraiser],
  'material.verify-bytes': [...custody, ...appraiser],
  'material.undertake-confidentiality': staff,

  'chart.set-claim': appraiser,
  'chart.save-row': [...appraiser, 'APPRAISAL_ASSISTANT'],
  'chart.remove-row': appraiser,
  'chart.paste-rows': appraiser,
  'chart.vote': appraiser,
  'draft.save-section': appraiser,
  'draft.save-answer': appraiser,
  'draft.submit-for-review': appraiser,
  'review.add-comment': reviewer,
  'review.answer-comment': appraiser,
  'review.close-comment': reviewer,
  'review.return': reviewer,
  'review.concur': reviewer,
  'review.approve': reviewer,

  'key.challenge': signers,
  'key.register': signers,
  'key.revoke': signers,
  'opinion.freeze': issuer,
  'opinion.attach-rendering': ['system'],
  'opinion.report-failure': ['system'],
  'opinion.retry': issuer,
  'opinion.sign': appraiser,
  'opinion.seal': issuer,
  'opinion.issue': issuer,
  'opinion.return': issuer,
  'opinion.deliver': ['ARCHIVIST', 'INTAKE_CLERK'],
  'opinion.acknowledge': client,
  'opinion.record-correction': appraiser,
  'opinion.record-supplement': office,
  'opinion.record-supersession': office,
  'opinion.withdraw': head,

  'notice.mark-read': ['signed-in'],
  'notice.mark-all-read': ['signed-in'],
}

export interface Question {
  readonly to: readonly Holder[]
  /** Whether it is his to see, where the question is about a matter; else he is told that there is none. */
  readonly about?: (one: Principal) => boolean
  readonly input?: (m: IssuedMatter) => Record<string, unknown>
  /** Answers other than 200 that say no less: nothing to sign in a signed opinion. */
  readonly or?: readonly number[]
}

/** `x` of the matrix: only when the case assigns the person. */
const onlyAssigned: readonly RoleCode[] = ['APPRAISER', 'REVIEWER', 'AUTHORIZED_ISSUER']

/** Everyone on either side, the assigned, and the auditor; never the system administrator. */
function onTheMatter({ role, stands }: Principal): boolean {
  if (role === 'AUDITOR') return true
  return stands === 'assigned' || (stands === 'own' && !onlyAssigned.includes(role))
}

/** Chart, draft and review are the institution's own work until issued. */
const atTheBench =
  (...more: readonly RoleCode[]) =>
  (one: Principal): boolean => {
    const helpers: readonly RoleCode[] = [...office, 'ARCHIVIST', 'AUDITOR', ...more]
    return onTheMatter(one) && (one.stands === 'assigned' || helpers.includes(one.role))
  }

const ofTheMatter: Question = { to: ['signed-in'], about: onTheMatter }
const insiders: Question = { to: ['ENTRUSTING_OFFICER', ...staff, 'AUDITOR'], about: onTheMatter }

/** The authority whose need it is, and the auditor; institutions only once it is offered to them. */
function theAuthority({ role, login }: Principal): boolean {
  return role === 'AUDITOR' || login === 'court-officer'
}

/** Questions. */
export const asks: Readonly<Record<string, Question>> = {
  'session.me': { to: ['everyone'] },
  'setup.state': { to: ['everyone'] },
  'account.list': { to: ['SYSTEM_ADMIN', 'AUDITOR', ...office] },
  'organisation.list': { to: ['SYSTEM_ADMIN', 'AUDITOR', 'CNIPA_OFFICER'] },
  'entry-error.track': { to: ['everyone'] },
  'entry-error.list': { to: ['PROVINCIAL_OFFICER', 'AUDITOR', ...secretary, ...national] },
  'directory.search': { to: ['everyone'] },
  'directory.show-entry': { to: ['everyone'], input: () => ({ key: 'institution:44-001' }) },
  'directory.compare': { to: ['everyone'], input: () => ({ from: '2026-03-01' }) },
  'directory.coverage': { to: ['everyone'] },
  'directory-proceeding.list': { to: [...office, ...secretary, ...national, 'AUDITOR'] },
  'institution.list': { to: ['everyone'] },
  'institution.show': { to: ['everyone'] },
  'appraiser.list-qualified': { to: ['everyone'] },
  'standard.list': { to: ['everyone'] },
  'standard.show': { to: ['everyone'], input: () => ({ slug: 'gb-t-45563.2-2025' }) },
  'standard.touched': { to: [...secretaries, ...national, 'PROVINCIAL_OFFICER', 'AUDITOR'] },
  'standard.violations': { to: [...secretary, ...national, 'AUDITOR'] },
  'consultation.show': { to: ['everyone'] },
  'consultation.comments': { to: [...secretary, ...national] },
  'term.list': { to: ['everyone'] },
  'conformity.list': { to: ['signed-in'] },
  // Local associations and provinces see their own province alone; those of this table are of none.
  'conformity.show': {
    to: ['signed-in'],
    about: ({ login, role }) =>
      ['jia-admin', 'jia-head'].includes(login) ||
      ['ASSOCIATION_SECRETARY', 'CNIPA_OFFICER', 'AUDITOR'].includes(role),
  },
  'selection.list': { to: ['signed-in'] },
  'selection.show': { to: ['signed-in'], about: theAuthority },
  'draw.list': { to: ['everyone'] },
  'draw.show': { to: ['everyone'] },
  'draw.evidence': { to: ['everyone'] },
  'commission.list-drafts': { to: client },
  'commission.show-draft': { to: client, about: ({ login }) => login === 'court-officer' },
  'commission.list': { to: ['signed-in'] },
  'commission.show': ofTheMatter,
  'case.list': { to: ['signed-in'] },
  'case.show': ofTheMatter,
  'case.agreement': ofTheMatter,
  'case.clock': ofTheMatter,
  'case.team': ofTheMatter,
  'case.plan': insiders,
  'case.records': insiders,
  'material.list': ofTheMatter,
  'material.show': ofTheMatter,
  'material.receipt': ofTheMatter,
  'file.show': ofTheMatter,
  'file.open': ofTheMatter,
  'file.list': { ...ofTheMatter, input: ({ caseId }) => ({ matter: caseId }) },
  'chart.show': { to: ['signed-in'], about: atTheBench('APPRAISAL_ASSISTANT') },
  'draft.show': { to: ['signed-in'], about: atTheBench() },
  'draft.lint': { to: ['signed-in'], about: atTheBench() },
  'review.show': { to: ['signed-in'], about: atTheBench() },
  'opinion.check': { to: ['everyone'] },
  'key.mine': { to: ['signed-in'] },
  'opinion.show': ofTheMatter,
  'opinion.prepare-signature': { to: signers, about: ({ stands }) => stands === 'assigned', or: [409] },
  'opinion.open': ofTheMatter,
  'opinion.prove': ofTheMatter,
  'notice.list': { to: ['signed-in'] },
  'notice.show': { to: ['signed-in'], about: ({ login }) => login === 'court-officer' },
  'work.queue': { to: ['signed-in'] },
  'trace.matter': ofTheMatter,
  'trace.proof': ofTheMatter,
}

/** Subjects whose people and lists are no secret to other organisations. */
export const outOfCan: readonly string[] = [
  '/institutions/:id',
  '/appraisers/:id',
  '/accounts/:id',
  '/standards/:id',
  '/consultations/:id',
  '/standard-comments/:id',
  '/terms/:id',
  '/conformity/:id',
]
