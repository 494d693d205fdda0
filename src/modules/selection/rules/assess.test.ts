import { describe, expect, it } from 'vitest'
import { assess, type Circumstances, type Pooled, publicReason } from './assess.ts'

const need = {
  title: '比对',
  caseNo: '一号',
  ipType: 'PATENT_INVENTION',
  field: 'F08',
  region: null,
  rightHolder: '演示管道有限公司',
  parties: ['被告厂'],
} as const

function institution(change: Partial<Pooled> = {}): Pooled {
  return {
    key: 'institution:3101',
    item: 'ab'.repeat(32),
    institutionId: 'one',
    name: '甲鉴定中心',
    number: '3101',
    region: '310000',
    creditCode: null,
    state: 'LISTED',
    scope: [scope()],
    ...change,
  }
}
function scope(change: Partial<Pooled['scope'][number]> = {}): Pooled['scope'][number] {
  return {
    ipType: 'PATENT_INVENTION',
    field: null,
    kind: '',
    from: '2026-01-01',
    until: null,
    state: 'IN_FORCE',
    ...change,
  }
}
const quiet: Circumstances = {
  open: new Map(),
  full: 10,
  knownConflicts: new Set(),
  hiddenConflicts: new Set(),
  declined: new Set(),
  today: '2026-03-02',
}
const one = new Set(['one'])

describe('who may be chosen', () => {
  it.each<[string, string | null, Partial<Pooled>, object, object]>([
    ['is listed and covers the kind of right', null, {}, {}, {}],
    ['covers the very field', null, { scope: [scope({ field: 'F08' })] }, {}, {}],
    ['covers another field', 'SCOPE', { scope: [scope({ field: 'F09' })] }, {}, {}],
    ['covers another kind', 'SCOPE', { scope: [scope({ ipType: 'TRADEMARK' })] }, {}, {}],
    ['has a scope that begins tomorrow', 'SCOPE', { scope: [scope({ from: '2026-03-03' })] }, {}, {}],
    ['has a scope that ended yesterday', 'SCOPE', { scope: [scope({ until: '2026-03-01' })] }, {}, {}],
    ['has a scope that ends today', null, { scope: [scope({ until: '2026-03-02' })] }, {}, {}],
    ['has its scope suspended', 'SCOPE', { scope: [scope({ state: 'SUSPENDED' })] }, {}, {}],
    ['is suspended', 'STATE', { state: 'SUSPENDED' }, {}, {}],
    ['has a change pending', 'STATE', { state: 'CHANGE_PENDING' }, {}, {}],
    ['sits in the province that was asked for', null, {}, { region: '31' }, {}],
    ['sits elsewhere', 'REGION', {}, { region: '44' }, {}],
    ['is itself a party', 'CONFLICT', { name: '被告 厂' }, {}, {}],
    [
      'has a case that this authority entrusted',
      'CONFLICT',
      {},
      {},
      { knownConflicts: one, hiddenConflicts: one },
    ],
    ['has a case of the same people from others', 'RESERVED', {}, {}, { hiddenConflicts: one }],
    ['is full', 'RESERVED', {}, {}, { open: new Map([['one', 10]]) }],
    ['has nearly enough to do', null, {}, {}, { open: new Map([['one', 9]]) }],
    ['declined already', 'DECLINED', {}, {}, { declined: one }],
  ])('an institution that %s: %s', (_, reason, change, asked, circumstances) => {
    const found = assess({ ...need, parties: [...need.parties], ...asked }, [institution(change)], {
      ...quiet,
      ...circumstances,
    })
    expect([...found.candidates.map(() => null), ...found.excluded.map((each) => each.reason)]).toEqual([
      reason,
    ])
  })

  it('is not counted at all where it left the list', () => {
    const gone = [institution({ state: 'EXITED' }), institution({ state: 'REMOVED' })]
    expect(assess({ ...need, parties: ['被告厂'] }, gone, quiet)).toEqual({
      candidates: [],
      excluded: [],
      causes: [],
    })
  })

  it('gives the same answer for a full desk and for a conflict that is somebody else’s secret', () => {
    const asked = { ...need, parties: ['被告厂'] }
    const full = assess(asked, [institution()], { ...quiet, open: new Map([['one', 10]]) })
    const hidden = assess(asked, [institution()], { ...quiet, hiddenConflicts: one })
    expect({ ...hidden, causes: [] }).toEqual({ ...full, causes: [] })
    expect([...full.causes, ...hidden.causes].map(({ cause }) => cause)).toEqual(['LOAD', 'CONFLICT'])
    expect(publicReason('CONFLICT')).toBe('RESERVED')
  })
})
