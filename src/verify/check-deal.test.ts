import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Json } from '#kernel/json.ts'
import { checkDeal, type ProvenEntry } from './check-deal.ts'
import { commitmentTo, drawnOrder, drawSeed, hex } from './draw-order.ts'
import { sha256 } from './sha256.ts'

const root = new Uint8Array(createHash('sha256').update('root').digest())
const secret = new Uint8Array(createHash('sha256').update('secret').digest())
const keys = ['institution:4401', 'institution:3101', 'institution:5101']
const order = drawnOrder(sha256, drawSeed(sha256, { root, secret }), keys)
const draw = '0198a000-0000-7000-8000-000000000000'

const laid = {
  v: 1,
  draw,
  authority: '演示法院',
  need: { ipType: 'PATENT_INVENTION', field: null, region: null },
  register: 90,
  candidates: keys.map((key) => ({ key, item: 'ab'.repeat(32) })),
  excluded: [{ key: 'institution:1101', reason: 'SCOPE' }],
  commitment: commitmentTo(sha256, secret),
  size: 103,
  openBy: '2026-03-04',
}
const opened = { draw, secret: hex(secret), picked: order[0] ?? '' }

function entry(index: number, op: string, value: Json, at = '2026-03-03T01:00:00.000Z'): ProvenEntry {
  return { leaf: { v: 1, index, op: `selection.${op}`, at, c: {} }, value }
}
const commit = (change: object = {}) => entry(100, 'commit-draw', { ...laid, ...change })
const open = (change: object = {}, at?: string, index = 110) =>
  entry(index, 'open-draw', { ...opened, ...change }, at)
const turn = (index: number, place: number, answer: string, key = order[place] ?? '') =>
  entry(index, answer === 'OFFERED' ? 'follow-draw' : 'decline-offer', {
    draw,
    place,
    key,
    answer,
    reason: null,
  })
const voided = (at: string, change: object = {}) =>
  entry(120, 'void-draw', { draw, authority: '演示法院', openBy: laid.openBy, ...change }, at)

const fault = (entries: readonly ProvenEntry[], at: Uint8Array | undefined = root) =>
  checkDeal(entries, at)
    .findings.filter(({ holds }) => holds === false)
    .map(({ id }) => id)

describe('a draw whose entries are all in the log', () => {
  it('comes out as drawn, goes down the order and ends where it may', () => {
    const whole = [
      commit(),
      open(),
      turn(111, 0, 'DECLINED'),
      turn(112, 1, 'OFFERED'),
      turn(113, 1, 'LAPSED'),
    ]
    expect(fault(whole)).toEqual([])
    expect(checkDeal(whole, root).deal).toMatchObject({ order, outcome: 'OPENED' })
    const accepted = [...whole, turn(114, 2, 'OFFERED'), turn(115, 2, 'ACCEPTED')]
    expect(checkDeal(accepted, root).deal?.outcome).toBe('ACCEPTED')
    const exhausted = [...whole, turn(114, 2, 'OFFERED'), turn(115, 2, 'DECLINED')]
    expect(checkDeal(exhausted, root).deal?.outcome).toBe('EXHAUSTED')
    expect(checkDeal([commit()], root).deal?.outcome).toBe('COMMITTED')
    expect(checkDeal([commit(), voided('2026-03-04T16:00:00.000Z')], root).deal?.outcome).toBe('VOIDED')
  })

  it.each<[string, string, ProvenEntry[]]>([
    ['the size was settled when it was named', 'commit', [commit({ size: 101 }), open()]],
    [
      'a candidate stands in it twice',
      'commit',
      [commit({ candidates: [...laid.candidates, laid.candidates[0]] }), open()],
    ],
    ['the commitment is misshapen', 'commit', [commit({ openBy: 'soon' })]],
    ['another secret was opened', 'open', [commit(), open({ secret: 'ab'.repeat(32) })]],
    ['it was opened before the size', 'open', [commit(), open({}, undefined, 102)]],
    ['it was opened after the term', 'open', [commit(), open({}, '2026-03-04T16:00:00.000Z')]],
    ['somebody else was picked', 'order', [commit(), open({ picked: order[1] })]],
    [
      'the second was passed over',
      'turns',
      [commit(), open(), turn(111, 0, 'DECLINED'), turn(112, 2, 'OFFERED')],
    ],
    ['it went on without a refusal', 'turns', [commit(), open(), turn(111, 1, 'OFFERED')]],
    [
      'it went on after an acceptance',
      'turns',
      [commit(), open(), turn(111, 0, 'ACCEPTED'), turn(112, 1, 'OFFERED')],
    ],
    ['another answered', 'turns', [commit(), open(), turn(111, 0, 'DECLINED', order[2])]],
    ['it was void within the term', 'void', [commit(), voided('2026-03-04T15:59:59.999Z')]],
    [
      'it went on after it was void',
      'void',
      [commit(), voided('2026-03-05T01:00:00.000Z'), turn(121, 0, 'ACCEPTED')],
    ],
    [
      'the void moved the term',
      'void',
      [commit(), voided('2026-03-05T01:00:00.000Z', { openBy: '2026-03-03' })],
    ],
  ])('is refused where %s', (_, id, entries) => {
    expect(fault(entries)).toContain(id)
  })

  it('is refused where the root is not proven', () => {
    expect(
      checkDeal([commit(), open()], undefined).findings.map(({ id, holds }) => [id, holds]),
    ).toContainEqual(['order', false])
  })
})
