import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { term } from '#kernel/term.ts'
import { text } from '#kernel/text.ts'

const id = z.uuid().meta({ title: '鉴定意见书' })
const changed = z.object({ validity: z.string(), at: z.iso.datetime() })

/** O-14: the only defects that a correction may mend. */
export const correctionGround = term('补正事由', {
  UNCLEAR_PICTURE: '图像、表格不清晰',
  SIGNATURE_SEAL_NUMBER: '签名、盖章或者编号不符合要求',
  WORDING_SLIP: '文字表达有误',
})

export const recordCorrection = endpoint({
  id: 'opinion.record-correction',
  title: '登记补正',
  method: 'POST',
  path: '/opinions/:id/record-correction',
  input: z.object({
    id,
    ground: correctionGround.schema,
    text: text('补正内容', 2000, { min: 4 }),
    meaningUnchanged: z.literal(true, '改变意见原意的不能补正，请办理补充鉴定或者重新鉴定').meta({
      title: '补正不改变鉴定意见的原意',
    }),
  }),
  output: changed,
  refusals: ['not-found', 'wrong-state', 'rule-violated', 'step-up-required'],
})

export const recordSupersession = endpoint({
  id: 'opinion.record-supersession',
  title: '登记重新鉴定',
  method: 'POST',
  path: '/opinions/:id/record-supersession',
  input: z.object({
    id,
    successor: text('后一意见书的编号', 120),
    text: text('说明', 2000, { min: 4 }),
  }),
  output: changed,
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const recordSupplement = endpoint({
  id: 'opinion.record-supplement',
  title: '登记补充鉴定',
  method: 'POST',
  path: '/opinions/:id/record-supplement',
  input: z.object({
    id,
    successor: text('补充鉴定意见书的编号', 120),
    text: text('说明', 2000, { min: 4 }),
  }),
  output: changed,
  refusals: ['not-found', 'wrong-state', 'rule-violated'],
})

export const withdraw = endpoint({
  id: 'opinion.withdraw',
  title: '撤回鉴定意见书',
  method: 'POST',
  path: '/opinions/:id/withdraw',
  input: z.object({
    id,
    text: text('撤回的理由', 2000, { min: 10 }),
  }),
  output: changed,
  refusals: ['not-found', 'wrong-state', 'rule-violated', 'step-up-required'],
})
