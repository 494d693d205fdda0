import { rule } from '#kernel/rule.ts'
import { houseRules } from '#law/house-rules.ts'
import { ipEvidence } from '#law/ip-evidence-2020.ts'

export interface UploadFacts {
  readonly upload: { readonly announcedSha256: string; readonly storedSha256: string }
}

export const storedBytesAsAnnounced = rule<UploadFacts>({
  id: 'stored-bytes-as-announced',
  brief: 'T-09',
  says: '服务器存下的字节应当与上传前声明的哈希一致',
  basis: [houseRules.clause('T-09')],
  check: ({ upload }) =>
    upload.announcedSha256 === upload.storedSha256
      ? 'pass'
      : {
          fail: `收到的文件与声明的不一致：声明 SHA-256 ${upload.announcedSha256.slice(0, 12)}…，收到 ${upload.storedSha256.slice(0, 12)}…`,
          remedy: '文件可能在上传途中被改动或损坏，本次上传已丢弃。请重新选择原文件上传。',
        },
})

export interface BytesFacts {
  /** Names of files whose stored bytes no longer hash to what was registered. */
  readonly altered: readonly string[]
}

export const bytesUnchanged = rule<BytesFacts>({
  id: 'electronic-bytes-unchanged',
  brief: 'T-09',
  says: '电子材料使用前和退还前应当复核哈希',
  basis: [houseRules.clause('T-09'), ipEvidence.clause('第19条')],
  check: ({ altered }) =>
    altered.length === 0
      ? 'pass'
      : {
          fail: `存储的文件与接收时不一致：${altered.join('、')}`,
          remedy: '请立即停止使用，报告机构负责人和平台管理员，从备份恢复原文件后再办理。',
        },
})

export interface AccessFacts {
  readonly sealed: boolean
  readonly ofInstitution: boolean
  readonly undertaken: boolean
}

export const undertakenBeforeAccess = rule<AccessFacts>({
  id: 'undertaken-before-access',
  brief: 'T-10',
  says: '接触涉密材料前，每个人都应当签署保密承诺',
  basis: [ipEvidence.clause('第26条')],
  check: ({ sealed, ofInstitution, undertaken }) => {
    if (!sealed || !ofInstitution) return 'not-applicable'
    if (undertaken) return 'pass'
    return { fail: '您还没有为本案签署保密承诺', remedy: '请先在本案“材料”页签署保密承诺，再打开涉密材料。' }
  },
})

export const undertakingCalledFor = rule<{ readonly sealed: boolean; readonly undertaken: boolean }>({
  id: 'undertaking-called-for',
  brief: 'T-10',
  says: '涉密案件由每名接触材料的人员签署一次保密承诺',
  basis: [ipEvidence.clause('第26条')],
  check: ({ sealed, undertaken }) => {
    if (undertaken) return { fail: '您已经为本案签署过保密承诺', remedy: '不必再签，可以直接打开涉密材料。' }
    return sealed ? 'pass' : { fail: '本案没有涉密材料', remedy: '不需要签署；材料登记为涉密后再办理。' }
  },
})
