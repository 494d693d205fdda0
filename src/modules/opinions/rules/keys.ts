import { beijingTime } from '#kernel/beijing.ts'
import { rule } from '#kernel/rule.ts'
import { electronicSignature } from '#law/electronic-signature-2019.ts'
import { houseRules } from '#law/house-rules.ts'
import { keyKind } from '../contract/keys.ts'

type Kind = (typeof keyKind.codes)[number]

/** O-04, O-06: appraisers sign for themselves, authorised issuers seal for their institution. */
export function kindsOf(roles: readonly string[]): readonly Kind[] {
  return [
    ...(roles.includes('APPRAISER') ? (['person'] as const) : []),
    ...(roles.includes('AUTHORIZED_ISSUER') ? (['seal'] as const) : []),
  ]
}

export const kindSuitsRole = rule<{
  readonly roles: readonly string[]
  readonly input: { readonly kind: Kind }
}>({
  id: 'key-suits-role',
  brief: 'O-06',
  says: '鉴定人登记本人签名密钥，授权签发人登记机构电子印章密钥',
  basis: [houseRules.clause('H-10'), houseRules.clause('P-11')],
  check: ({ roles, input }) =>
    kindsOf(roles).includes(input.kind)
      ? 'pass'
      : {
          fail: `您的角色不能登记“${keyKind.label(input.kind)}”密钥`,
          remedy: '本人签名密钥由鉴定人登记，电子印章密钥由授权签发人登记。',
          field: 'kind',
        },
})

export const oneActiveKey = rule<{
  readonly active: readonly Kind[]
  readonly input: { readonly kind: Kind }
}>({
  id: 'one-active-key',
  brief: 'H-10',
  says: '同一用途只有一个可用的密钥',
  basis: [houseRules.clause('H-10'), electronicSignature.clause('第13条')],
  check: ({ active, input }) =>
    active.includes(input.kind)
      ? { fail: '您已有一个可用的密钥', remedy: '密钥遗失或口令忘记的，请先挂失原密钥。' }
      : 'pass',
})

export const possessionProven = rule<{ readonly proven: boolean }>({
  id: 'key-possession-proven',
  brief: 'H-10',
  says: '登记的密钥由本人持有，服务器不持有私钥',
  basis: [houseRules.clause('H-10'), electronicSignature.clause('第13条')],
  check: ({ proven }) =>
    proven
      ? 'pass'
      : { fail: '公钥与持有证明不符，或者登记申请已经用过', remedy: '请在本浏览器重新生成密钥再登记。' },
})

interface OpenReset {
  /** ISO time (UTC). */
  readonly at: string
  readonly by: string
  /** Names of those who may confirm it. */
  readonly confirmers: readonly string[]
}

/** Without it, whoever resets a password could sign in as its holder and make a key in his name. */
export const resetConfirmed = rule<{ readonly openReset: OpenReset | null }>({
  id: 'credentials-reset-confirmed',
  brief: 'H-15',
  says: '登录凭据被他人重置的，经第二人确认后才登记签名密钥',
  basis: [houseRules.clause('H-15'), electronicSignature.clause('第13条')],
  check: ({ openReset }) => (openReset === null ? 'pass' : unconfirmed(openReset)),
})

/** Also what the page of keys says instead of offering the form. */
export function unconfirmed({ at, by, confirmers }: OpenReset) {
  return {
    fail: `您的登录凭据于 ${beijingTime(new Date(at))} 由${by}重置，还没有第二人确认`,
    remedy:
      confirmers.length > 0
        ? `请${confirmers.join('或者')}向您本人核实后办理“确认凭据重置”，确认后即可登记密钥。`
        : '目前没有人可以确认：请系统管理员登记本机构负责人，由负责人确认后再登记密钥。',
  }
}

export const keyHolders = [
  { role: 'APPRAISER', denial: '签名密钥由鉴定人和授权签发人本人登记' },
  { role: 'AUTHORIZED_ISSUER', denial: '签名密钥由鉴定人和授权签发人本人登记' },
] as const
