import { shownTime } from '#web/kit/shown-time.ts'
import type { OpinionShown } from '../contract/issue.ts'

interface Step {
  readonly what: string
  readonly who: string
  readonly at: string | null
  /** Why the step stands in the way, where it does. */
  readonly trouble?: string
}

/** Who froze, signed, sealed and issued, and when; what is still to come stands there as well. */
export function SigningSteps({ opinion }: { readonly opinion: OpinionShown }) {
  const steps: readonly Step[] = [
    { what: '定稿', who: opinion.frozenBy, at: opinion.frozenAt },
    ...opinion.signatories.map(({ name, signedAt, keyAlive, left }) => ({
      what: '鉴定人签名',
      who: name,
      at: signedAt,
      ...(keyAlive ? {} : { trouble: '签名密钥已挂失，须退回重新定稿' }),
      ...(left ? { trouble: '已不在鉴定组，须退回重新定稿' } : {}),
    })),
    {
      what: '机构电子印章',
      who: opinion.seal ? `${opinion.seal.name}（${opinion.seal.by}）` : '签发人',
      at: opinion.seal?.at ?? null,
    },
    { what: '签发登记', who: opinion.issuedBy ?? '签发人', at: opinion.issuedAt },
  ]
  return (
    <ol className="signing-steps" aria-label="签名与签发的步骤">
      {steps.map(({ what, who, at, trouble }) => (
        <li key={`${what} ${who}`} className={at ? 'done' : undefined}>
          <strong>{what}</strong>
          <span>{who}</span>
          <span className="number">{at ? shownTime(at) : '待办'}</span>
          {trouble && <span className="refused">{trouble}</span>}
        </li>
      ))}
    </ol>
  )
}
