import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleOpinion } from '#testing/sample-opinion.ts'
import {
  type Holder,
  holder,
  renderOpinion,
  type SigningWorld,
  signField,
  signingWorld,
} from '#testing/signed-opinion.ts'
import type { Bytes } from '#verify/der.ts'
import { TimeStampFailed } from '../pki/time-stamp-authority.ts'
import { completeSignature, prepareSignature, SignatureMismatch, type SignatureOrder } from './sign.ts'
import { addSignatureFields } from './signature-fields.ts'

let world: SigningWorld
let person: Holder
let ready: Bytes
let order: SignatureOrder

beforeAll(async () => {
  world = await signingWorld()
  person = await holder(world, 'person', '张䶮')
  const { pdf, fields } = renderOpinion(sampleOpinion(), [])
  ready = await addSignatureFields(pdf, fields)
  order = {
    field: 'appraiser-1',
    chain: person.chain,
    kind: 'person',
    name: '张䶮',
    reason: '本人对鉴定意见负责',
    signingTime: new Date('2026-03-02T06:05:00Z'),
    demonstration: true,
  }
})
afterAll(() => world.dispose())

describe('signing in two passes', () => {
  it('asks for the same bytes each time, and leaves the file before it as it was', async () => {
    const first = await prepareSignature(ready, order)
    expect(await prepareSignature(ready, order)).toEqual(first)
    const signature = await person.sign(first.toBeSigned)
    const signed = await completeSignature(ready, order, { signature, timeStamps: world.tsa })
    expect(Buffer.compare(signed.subarray(0, ready.length), ready)).toBe(0)
  })

  it.each([
    [
      'another key',
      async () =>
        (await holder(world, 'person', '李𬭚')).sign((await prepareSignature(ready, order)).toBeSigned),
    ],
    [
      'another time',
      async () =>
        person.sign((await prepareSignature(ready, { ...order, signingTime: new Date(0) })).toBeSigned),
    ],
    [
      'a file that changed meanwhile',
      async () => person.sign((await prepareSignature(await signedByOther(), order)).toBeSigned),
    ],
    ['nothing', async () => new Uint8Array(0)],
  ])('refuses a signature made with %s, before any time stamp is asked for', async (_, sign) => {
    const timeStamps = { ...world.tsa, stamp: () => Promise.reject(new Error('was asked')) }
    await expect(completeSignature(ready, order, { signature: await sign(), timeStamps })).rejects.toThrow(
      SignatureMismatch,
    )
  })

  it('makes nothing where no time stamp is to be had; the same signature can be used again later', async () => {
    const signature = await person.sign((await prepareSignature(ready, order)).toBeSigned)
    const failing = { ...world.tsa, stamp: () => Promise.reject(new TimeStampFailed('时间戳服务没有应答')) }
    await expect(completeSignature(ready, order, { signature, timeStamps: failing })).rejects.toThrow(
      TimeStampFailed,
    )
    expect(
      (await completeSignature(ready, order, { signature, timeStamps: world.tsa })).length,
    ).toBeGreaterThan(ready.length)
  })

  it('does not sign a field twice', async () => {
    const signed = await signField(world, ready, { field: 'appraiser-1', by: person })
    await expect(prepareSignature(signed, order)).rejects.toThrow(SignatureMismatch)
  })
})

async function signedByOther(): Promise<Bytes> {
  return signField(world, ready, { field: 'appraiser-2', by: await holder(world, 'person', '李𬭚') })
}
