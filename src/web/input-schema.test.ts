import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { speakChinese } from '#kernel/chinese-messages.ts'
import { fieldOf, objection, withoutBlanks } from './input-schema.ts'

const schema = z.object({
  title: z.string().min(2, '至少 2 字').meta({ title: '鉴定事项', description: '一句话' }),
  note: z.string().meta({ title: '备注' }).optional(),
  party: z.object({ name: z.string().meta({ title: '名称' }) }),
  items: z.array(z.object({ count: z.int().meta({ title: '件数' }) })).default([]),
})

describe('a form reads its contract', () => {
  it.each([
    ['title', { title: '鉴定事项', help: '一句话', required: true }],
    ['note', { title: '备注', required: false }],
    ['party.name', { title: '名称', required: true }],
    [['items', 0, 'count'], { title: '件数', required: true }],
    ['unknown', { required: false }],
  ] as const)('%s has its label, help and whether it is required', (name, expected) => {
    expect(fieldOf(schema, name)).toEqual(expected)
  })

  it('objects to a field in Chinese when it is left, and only to that field', () => {
    speakChinese()
    const values = { title: '一', party: { name: '' }, items: [{ count: 1.5 }] }
    expect(objection(schema, values, 'title')).toBe('至少 2 字')
    expect(objection(schema, values, 'party.name')).toBe('请填写')
    expect(objection(schema, values, ['items', 0, 'count'])).toMatch(/\p{Script=Han}/u)
    expect(objection(schema, values, 'note')).toBeUndefined()
  })

  it('objects to each required field of a group of which nothing was filled in', () => {
    speakChinese()
    expect(objection(schema, { title: '外观' }, 'party.name')).toBe('请填写')
    expect(objection(schema, { title: '外观' }, 'note')).toBeUndefined()
  })

  it('does not send what was left empty, at any depth, and keeps false, 0 and order', () => {
    expect(
      withoutBlanks({
        a: '',
        b: null,
        c: undefined,
        d: 0,
        e: false,
        f: { g: '', h: 'x' },
        i: [{ j: '' }, 2],
      }),
    ).toEqual({ d: 0, e: false, f: { h: 'x' }, i: [{}, 2] })
  })
})
