import { z } from 'zod'
import { nameOfCharacter, unprintable } from '#kernel/printable.ts'
import { entrustingType } from '#law/terms/entrusting-type.ts'
import { creativeLabour, featureFinding, subFinding } from '#law/terms/finding.ts'
import { ipType } from '#law/terms/ip-type.ts'

/** Text of at most `max` UTF-16 units that the bundled fonts can print; anything else is refused by name. */
function printed(max: number) {
  return z
    .string()
    .max(max)
    .superRefine((text, context) => {
      const found = unprintable(text)
      if (found.length === 0) return
      context.addIssue({
        code: 'custom',
        message: `无法印出：${found.slice(0, 5).map(nameOfCharacter).join('、')}`,
      })
    })
}

const line = printed(500)
const text = printed(20_000)
const day = z.iso.date()
/** Beijing time as people read it: `2026-03-02 14:05`. */
const minute = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const subFindings = z.strictObject({
  means: subFinding.schema,
  function: subFinding.schema,
  effect: subFinding.schema,
  creativeLabour: creativeLabour.schema,
})

/** One row of the 技术特征比对表; `counterpart` is empty where the accused object has none. */
export const comparedFeature = z.strictObject({
  id: line.min(1),
  claimText: text.min(1),
  counterpart: text,
  finding: featureFinding.schema,
  subFindings: subFindings.optional(),
  reasons: text,
  /** Each cites a listed material and the place in it. */
  evidence: z.array(line.min(1)),
  votes: z.array(z.strictObject({ appraiser: line.min(1), finding: featureFinding.schema })),
  dissent: text.optional(),
})

const material = z.strictObject({
  no: line.min(1),
  name: line.min(1),
  kind: line,
  quantity: line,
  providedBy: line,
  crossExamined: line,
  sha256: hash.optional(),
})

/**
 * Everything an opinion document says (domain brief §7.3), and nothing else is printed. It is also the `data` of the
 * manifest, so that a reader can have the document made again from it.
 */
export const opinionData = z.strictObject({
  version: z.literal(1),
  /** Why the cover says 演示; absent in a document of the real world. */
  demonstration: line.optional(),
  kind: z.enum(['初次鉴定', '补充鉴定', '重新鉴定', '补正']),
  opinionNo: line.min(1),
  unifiedCaseCode: line.min(1),
  verificationCode: line.min(1),
  checkUrl: z.url(),
  ipType: ipType.schema,
  issuedOn: day,
  institution: z.strictObject({
    name: line.min(1),
    creditCode: line,
    directoryNo: line,
    address: line,
    telephone: line,
  }),
  basics: z.strictObject({
    client: line.min(1),
    entrustingType: entrustingType.schema,
    caseNo: line.optional(),
    purpose: line,
    matter: text.min(1),
    questions: z.array(text.min(1)).min(1),
    acceptedOn: day,
    startedOn: day,
    finishedOn: day,
    place: line,
    present: z.array(line),
    rights: z.array(z.strictObject({ number: line, title: line, holder: line, status: line })),
    accused: text,
  }),
  background: text,
  materialsDigest: z.array(z.strictObject({ title: line.min(1), text })),
  process: z.strictObject({
    standards: z.array(z.strictObject({ code: line, title: line.min(1) })),
    methods: text,
    instruments: z.array(line),
    steps: z.array(z.strictObject({ at: minute, what: text.min(1), who: line, result: text })),
  }),
  analysis: z.strictObject({
    text,
    claims: z.array(z.strictObject({ no: line.min(1), text: text.min(1) })),
    chart: z.array(comparedFeature),
    summary: text,
    dissents: z.array(z.strictObject({ appraiser: line.min(1), text: text.min(1) })),
  }),
  answers: z.array(z.strictObject({ question: text.min(1), answer: text.min(1) })).min(1),
  annexes: z.strictObject({
    materials: z.array(material),
    custody: z.array(
      z.strictObject({ at: minute, material: line, event: line, from: line, to: line, condition: line }),
    ),
    commitments: z.array(z.strictObject({ name: line.min(1), text: text.min(1), signedAt: minute })),
    qualifications: z.array(
      z.strictObject({ name: line.min(1), certificate: line, number: line, validUntil: line }),
    ),
    others: z.array(line),
  }),
  /** The performing appraisers in order of signature, and only those (O-04). */
  signatories: z
    .array(z.strictObject({ name: line.min(1), title: line, practiceNo: line }))
    .min(1)
    .max(12),
})

export type OpinionData = z.infer<typeof opinionData>

/** Name of the signature field of the n-th signatory (from 0), and of the institution's seal. */
export function appraiserField(index: number): string {
  return `appraiser-${index + 1}`
}
export const sealField = 'seal'
