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

export const keyHolders = [
  { role: 'APPRAISER', denial: '签名密钥由鉴定人和授权签发人本人登记' },
  { role: 'AUTHORIZED_ISSUER', denial: '签名密钥由鉴定人和授权签发人本人登记' },
] as const
