import { rule } from '#kernel/rule.ts'
import { beijing } from '#law/beijing-2020.ts'
import { civilEvidence } from '#law/civil-evidence-2019.ts'
import { criminalInterpretation } from '#law/criminal-interpretation-2021.ts'
import { forensicProcedure } from '#law/forensic-procedure-2016.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import { ipEvidence } from '#law/ip-evidence-2020.ts'
import { parameterAt } from '#law/parameters.ts'
import { shanghai } from '#law/shanghai-2019.ts'
import { institutionRecusalGround, personRecusalGround } from '#law/terms/recusal-ground.ts'
import type { CaseRow } from '../store.ts'
import { reviewersNeeded } from './reviewers.ts'

export interface PresentMember {
  readonly accountId: string
  readonly name: string
  readonly lead: boolean
  readonly committed: boolean
}

/** A person as the institution would use him in this case. */
export interface Candidate {
  readonly accountId: string
  readonly name: string
  readonly ofInstitution: boolean
  readonly roles: readonly string[]
  /** From the directory, for the kind of right and the field of this case, today. */
  readonly qualified: boolean
  readonly because: string
}

export interface TeamFacts {
  readonly row: Pick<CaseRow, 'profile' | 'complex' | 'reappraisal'>
  readonly today: string
  readonly members: readonly PresentMember[]
  readonly reviewers: readonly string[]
  readonly issuer: string | null
}

interface Nominated extends TeamFacts {
  readonly candidate: Candidate
}

export const candidateOfInstitution = rule<Nominated>({
  id: 'appraiser-of-this-institution',
  brief: 'P-03',
  says: '鉴定人只在一个机构执业，由本机构的鉴定人实施鉴定',
  basis: [guangdong.clause('第16条'), shanghai.clause('第37条')],
  check: ({ candidate }) =>
    candidate.ofInstitution && candidate.roles.includes('APPRAISER')
      ? 'pass'
      : {
          fail: `${candidate.name}不是本机构的鉴定人`,
          remedy: '请从本机构的鉴定人中指定。',
          field: 'accountId',
        },
})

export const appraiserQualified = rule<Nominated>({
  id: 'appraiser-qualified',
  brief: 'P-02',
  says: '鉴定人当日应当具备本案知识产权类型和技术领域的资格，且未被暂停',
  basis: [ipEvidence.clause('第23条'), criminalInterpretation.clause('第98条')],
  check: ({ candidate }) =>
    candidate.qualified
      ? 'pass'
      : {
          fail: `${candidate.name}不能担任本案鉴定人：${candidate.because}`,
          remedy: '请改为指定具备本案类型和领域资格的鉴定人，或先在名录中补充登记其资格。',
          field: 'accountId',
        },
})

export const appraiserApartFromDeciders = rule<Nominated>({
  id: 'appraiser-apart-from-deciders',
  brief: 'P-11',
  says: '鉴定人不得同时是本案的复核人、签发人或者机构负责人',
  basis: [houseRules.clause('P-11')],
  check: ({ candidate, reviewers, issuer }) => {
    const held = [
      ...(candidate.roles.includes('INSTITUTION_HEAD') ? ['机构负责人'] : []),
      ...(reviewers.includes(candidate.accountId) ? ['本案复核人'] : []),
      ...(issuer === candidate.accountId ? ['本案签发人'] : []),
    ]
    return held.length === 0
      ? 'pass'
      : { fail: `${candidate.name}是${held.join('、')}`, remedy: '请指定其他鉴定人。', field: 'accountId' }
  },
})

export const notYetMember = rule<Nominated>({
  id: 'appraiser-not-yet-member',
  brief: 'P-01',
  says: '同一鉴定人只指定一次',
  basis: [guangdong.clause('第31条')],
  check: ({ candidate, members }) =>
    members.some(({ accountId }) => accountId === candidate.accountId)
      ? { fail: `${candidate.name}已经在鉴定组中`, remedy: '请指定其他鉴定人。', field: 'accountId' }
      : 'pass',
})

export const nominationRules = [
  candidateOfInstitution,
  appraiserQualified,
  appraiserApartFromDeciders,
  notYetMember,
]

export const leadIsMember = rule<TeamFacts & { readonly input: { readonly accountId: string } }>({
  id: 'lead-is-member',
  brief: 'P-01',
  says: '主鉴定人从鉴定组成员中确定',
  basis: [guangdong.clause('第31条')],
  check: ({ members, input }) =>
    members.some(({ accountId }) => accountId === input.accountId)
      ? 'pass'
      : { fail: '所选人员不在鉴定组中', remedy: '请先将其指定为鉴定人。', field: 'accountId' },
})

export const commitmentNotYetSigned = rule<{ readonly committed: boolean }>({
  id: 'commitment-not-yet-signed',
  brief: 'A-12',
  says: '每名鉴定人在鉴定开始前签署一次承诺书',
  basis: [civilEvidence.clause('第33条')],
  check: ({ committed }) => (committed ? { fail: '您已经签署过本案的承诺书', remedy: '无需再签。' } : 'pass'),
})

interface Assigned extends TeamFacts {
  readonly candidates: readonly Candidate[]
}

export const reviewersApart = rule<Assigned>({
  id: 'reviewer-apart',
  brief: 'P-11',
  says: '复核人不得是本案鉴定人、签发人，也不得是机构负责人',
  basis: [houseRules.clause('P-11'), forensicProcedure.clause('第35条')],
  check: ({ candidates, members, issuer }) => {
    const wrong = candidates.filter(
      ({ accountId, roles }) =>
        members.some((member) => member.accountId === accountId) ||
        issuer === accountId ||
        roles.includes('INSTITUTION_HEAD'),
    )
    return wrong.length === 0
      ? 'pass'
      : {
          fail: `${wrong.map(({ name }) => name).join('、')}是本案鉴定人、签发人或者机构负责人，不能复核`,
          remedy: '请指定没有参加本案的复核人。',
          field: 'accountIds',
        }
  },
})

export const reviewersOfInstitution = rule<Assigned>({
  id: 'reviewer-of-this-institution',
  brief: 'O-03',
  says: '复核由本机构有资格的复核人进行',
  basis: [forensicProcedure.clause('第35条'), guangdong.clause('第14条')],
  check: ({ candidates }) => {
    const wrong = candidates.filter((each) => !each.ofInstitution || !each.roles.includes('REVIEWER'))
    return wrong.length === 0
      ? 'pass'
      : {
          fail: `${wrong.map(({ name }) => name).join('、')}不是本机构的复核人`,
          remedy: '请选择持有复核人角色的人员，或请管理员授予该角色。',
          field: 'accountIds',
        }
  },
})

export const enoughReviewers = rule<Assigned>({
  id: 'enough-reviewers',
  brief: 'O-03',
  says: '复杂事项或者重新鉴定由三名以上人员复核，其他至少一名',
  basis: [forensicProcedure.clause('第35条')],
  check: ({ candidates, row, today }) => {
    const { count, why } = reviewersNeeded(row, today)
    return new Set(candidates.map(({ accountId }) => accountId)).size >= count
      ? 'pass'
      : {
          warn: `${why}，现指定${candidates.length}名`,
          remedy: '请增加复核人；确实不能的，写明理由。',
          field: 'accountIds',
        }
  },
})

export const issuerApart = rule<TeamFacts & { readonly candidate: Candidate }>({
  id: 'issuer-apart',
  brief: 'P-11',
  says: '签发人由本机构授权，不得是本案的鉴定人或者复核人',
  basis: [houseRules.clause('P-11')],
  check: ({ candidate, members, reviewers }) => {
    if (!candidate.ofInstitution || !candidate.roles.includes('AUTHORIZED_ISSUER'))
      return {
        fail: `${candidate.name}不是本机构的授权签发人`,
        remedy: '请选择持有授权签发人角色的人员。',
        field: 'accountId',
      }
    const involved =
      members.some(({ accountId }) => accountId === candidate.accountId) ||
      reviewers.includes(candidate.accountId)
    return involved
      ? {
          fail: `${candidate.name}是本案的鉴定人或者复核人`,
          remedy: '请指定没有参加鉴定和复核的签发人。',
          field: 'accountId',
        }
      : 'pass'
  },
})

/** Roles change while a case runs: what was apart when the team was named is looked at again when the head decides. */
export const headApartFromTeam = rule<
  Pick<TeamFacts, 'members' | 'reviewers'> & { readonly actorId: string | null }
>({
  id: 'head-apart-from-team',
  brief: 'P-11',
  says: '本案鉴定人、复核人不以机构负责人身份决定本案',
  basis: [houseRules.clause('P-11')],
  check: ({ members, reviewers, actorId }) =>
    actorId !== null && [...reviewers, ...members.map(({ accountId }) => accountId)].includes(actorId)
      ? { fail: '您是本案的鉴定人或复核人', remedy: '请由另一名机构负责人决定，或者先更换您在本案的职责。' }
      : 'pass',
})

export const enoughAppraisers = rule<Pick<TeamFacts, 'row' | 'today' | 'members'>>({
  id: 'enough-appraisers',
  brief: 'P-01',
  says: '每一事项由两名以上鉴定人共同进行',
  basis: [guangdong.clause('第31条'), forensicProcedure.clause('第19条'), beijing.clause('第19条')],
  check: ({ row, today, members }) => {
    const least = parameterAt('min-appraisers', today, row.profile).value
    return members.length >= least
      ? 'pass'
      : { fail: `鉴定组现有${members.length}人，至少需要${least}人`, remedy: '请再指定具备资格的鉴定人。' }
  },
})

export const leadNamed = rule<Pick<TeamFacts, 'members'>>({
  id: 'lead-named',
  brief: 'P-01',
  says: '鉴定组应当确定一名主鉴定人',
  basis: [guangdong.clause('第31条')],
  check: ({ members }) =>
    members.some(({ lead }) => lead)
      ? 'pass'
      : { fail: '尚未确定主鉴定人', remedy: '请在鉴定组中确定一名主鉴定人。' },
})

export const commitmentsSigned = rule<Pick<TeamFacts, 'members'>>({
  id: 'commitments-signed',
  brief: 'A-12',
  says: '鉴定开始前每名鉴定人签署承诺书',
  basis: [civilEvidence.clause('第33条'), beijing.clause('第19条')],
  check: ({ members }) => {
    const open = members.filter(({ committed }) => !committed)
    return open.length === 0
      ? 'pass'
      : {
          fail: `${open.map(({ name }) => name).join('、')}尚未签署承诺书`,
          remedy: '请本人登录后签署；拒绝签署的，更换鉴定人。',
        }
  },
})

export const everyPartyServed = rule<{
  readonly parties: readonly string[]
  readonly input: { readonly served: readonly { readonly name: string }[] }
}>({
  id: 'every-party-served',
  brief: 'P-04',
  says: '鉴定组名单和申请回避的权利应当告知委托方和各方当事人',
  basis: [guangdong.clause('第33条'), houseRules.clause('H-11')],
  check: ({ parties, input }) => {
    const left = parties.filter((party) => input.served.every(({ name }) => name !== party))
    return left.length === 0
      ? 'pass'
      : { fail: `没有告知：${left.join('、')}`, remedy: '请逐一送达并登记送达方式。', field: 'served' }
  },
})

interface Application extends TeamFacts {
  readonly input: { readonly accountId: string | null; readonly ground: string }
}

export const recusalGroundFitsTarget = rule<Application>({
  id: 'recusal-ground-fits-target',
  brief: 'P-05',
  says: '回避事由分为鉴定人的事由和机构的事由',
  basis: [guangdong.clause('第33条'), guangdong.clause('第32条')],
  check: ({ input }) => {
    const codes: readonly string[] =
      input.accountId === null ? institutionRecusalGround.codes : personRecusalGround.codes
    return codes.includes(input.ground)
      ? 'pass'
      : {
          fail: input.accountId === null ? '所选事由是鉴定人的回避事由' : '所选事由是鉴定机构的回避事由',
          remedy: '请改选与申请对象相符的事由。',
          field: 'ground',
        }
  },
})

export const recusalTargetInTeam = rule<Application>({
  id: 'recusal-target-in-team',
  brief: 'P-04',
  says: '申请回避的对象是本案鉴定组现有成员或者鉴定机构',
  basis: [guangdong.clause('第33条')],
  check: ({ input, members }) =>
    input.accountId === null || members.some(({ accountId }) => accountId === input.accountId)
      ? 'pass'
      : { fail: '所选人员不在本案鉴定组中', remedy: '请从鉴定组名单中选择。', field: 'accountId' },
})

export const recusalIsOpen = rule<{ readonly application: { readonly state: string } | undefined }>({
  id: 'recusal-is-open',
  brief: 'P-06',
  says: '机构对待决的回避申请作出决定',
  basis: [shanghai.clause('第25条')],
  check: ({ application }) => {
    if (!application) return { fail: '没有这件回避申请', remedy: '请刷新后重新选择。', field: 'recusalId' }
    return application.state === 'OPEN'
      ? 'pass'
      : { fail: '这件回避申请已经决定', remedy: '无需再决定。', field: 'recusalId' }
  },
})

export const leavingIsMember = rule<TeamFacts & { readonly input: { readonly accountId: string } }>({
  id: 'leaving-is-member',
  brief: 'P-01',
  says: '更换的是鉴定组现有成员',
  basis: [guangdong.clause('第31条')],
  check: ({ members, input }) =>
    members.some(({ accountId }) => accountId === input.accountId)
      ? 'pass'
      : { fail: '所选人员不在鉴定组中', remedy: '请从鉴定组名单中选择退出的人。', field: 'accountId' },
})
