import { type Rule, rule } from '#kernel/rule.ts'
import { chongqing } from '#law/chongqing-2019.ts'
import { electronicSignature } from '#law/electronic-signature-2019.ts'
import { guangdong } from '#law/guangdong-2022.ts'
import { houseRules } from '#law/house-rules.ts'
import { shanghai } from '#law/shanghai-2019.ts'

/** A frozen opinion as the rules of signing and issuing look at it. */
export interface Signable {
  readonly actorId: string | null
  readonly opinion: {
    readonly signatories: readonly {
      readonly accountId: string
      readonly name: string
      readonly field: string
    }[]
  }
  readonly signatures: readonly {
    readonly field: string
    readonly account_id: string
    readonly name: string
    readonly key_state: string
  }[]
  /** The appraisers of the case now. */
  readonly members: readonly string[]
}

const unsigned = ({ opinion, signatures }: Signable) =>
  opinion.signatories.filter(({ field }) => !signatures.some((each) => each.field === field))

export const signsOpinionOnce = rule<Signable>({
  id: 'signs-opinion-once',
  brief: 'O-04',
  says: '每名鉴定人在意见书上签一次名',
  basis: [shanghai.clause('第30条')],
  check: ({ actorId, signatures }) =>
    signatures.some(({ account_id }) => account_id === actorId)
      ? { fail: '您已经在这份意见书上签过名', remedy: '不必再签；等其他鉴定人签名后由机构盖章。' }
      : 'pass',
})

export const allAppraisersSigned = rule<Signable>({
  id: 'all-appraisers-signed',
  brief: 'O-04',
  says: '实施鉴定的鉴定人全部签名，有不同意见的也签名并载明',
  basis: [shanghai.clause('第30条'), guangdong.clause('第40条')],
  check: (facts) => {
    const waiting = unsigned(facts).map(({ name }) => name)
    return waiting.length === 0
      ? 'pass'
      : {
          fail: `${waiting.join('、')}还没有签名`,
          remedy: '请等他们签名；有人不能签名的，退回后更换鉴定人再定稿。',
        }
  },
})

export const signatoriesAreTheTeam = rule<Signable>({
  id: 'signatories-are-the-team',
  brief: 'O-04',
  says: '签名的人就是现在的鉴定组',
  basis: [shanghai.clause('第30条')],
  check: ({ opinion, members }) => {
    const gone = opinion.signatories
      .filter(({ accountId }) => !members.includes(accountId))
      .map(({ name }) => name)
    const added = members.filter((each) => !opinion.signatories.some(({ accountId }) => accountId === each))
    return gone.length === 0 && added.length === 0
      ? 'pass'
      : {
          fail: gone.length > 0 ? `${gone.join('、')}已不在鉴定组` : '定稿之后鉴定组有变动',
          remedy: '请办理“签发退回”，更换鉴定人后重新定稿；原编号作废。',
        }
  },
})

export const keysAlive = rule<Signable>({
  id: 'signing-keys-alive',
  brief: 'O-12',
  says: '签发前，所用的签名密钥没有挂失',
  basis: [electronicSignature.clause('第13条'), houseRules.clause('H-10')],
  check: ({ signatures }) => {
    const lost = signatures.filter(({ key_state }) => key_state !== 'ACTIVE').map(({ name }) => name)
    return lost.length === 0
      ? 'pass'
      : {
          fail: `${lost.join('、')}的签名密钥已经挂失`,
          remedy: '请办理“签发退回”重新定稿，由本人用新密钥签名；原编号作废。',
        }
  },
})

export const holdsKey = rule<{ readonly key: { readonly id: string } | undefined }>({
  id: 'holds-signing-key',
  brief: 'H-10',
  says: '签名用本人在浏览器内生成、登记在案的密钥',
  basis: [houseRules.clause('H-10'), electronicSignature.clause('第13条')],
  check: ({ key }) =>
    key ? 'pass' : { fail: '您没有可用的签名密钥', remedy: '请在“我的签名密钥”中生成并登记，再来签名。' },
})

const window = 15 * 60_000

export const signedNow = rule<{ readonly now: Date; readonly input: { readonly signingTime: string } }>({
  id: 'signed-now',
  brief: 'O-12',
  says: '签名时间就是办理的时间',
  basis: [electronicSignature.clause('第13条')],
  check: ({ now, input }) => {
    const age = now.getTime() - Date.parse(input.signingTime)
    return age >= 0 && age <= window
      ? 'pass'
      : { fail: '待签文件取出已超过 15 分钟', remedy: '请重新取得待签文件，查看后再签。' }
  },
})

export const readsBack = rule<{ readonly faults: readonly string[] }>({
  id: 'file-reads-back',
  brief: 'O-13',
  says: '签发的文件读回后与定稿一致：文字、页数、字体、附件、签名',
  basis: [houseRules.clause('O-13'), electronicSignature.clause('第13条')],
  check: ({ faults }) =>
    faults.length === 0
      ? 'pass'
      : {
          fail: `读回核对不一致：${faults.slice(0, 5).join('；')}`,
          remedy: '请办理“签发退回”重新定稿，并告知管理员检查存储。',
        },
})

export const sealRules: readonly Rule<Signable>[] = [allAppraisersSigned, signatoriesAreTheTeam, keysAlive]

/** O-06: the state of the document already says that the seal is on it. */
export const sealed = rule<{ readonly signatures: Signable['signatures'] }>({
  id: 'sealed-by-institution',
  brief: 'O-06',
  says: '加盖鉴定机构的电子印章',
  basis: [chongqing.clause('第49条')],
  check: ({ signatures }) =>
    signatures.some(({ field }) => field === 'seal')
      ? 'pass'
      : { fail: '还没有加盖机构电子印章', remedy: '请签发人先盖章。' },
})

export const issueRules: readonly Rule<Signable>[] = [...sealRules, sealed]
