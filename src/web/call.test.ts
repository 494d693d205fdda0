import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { address, call, ProblemError } from './call.ts'

const refuse = endpoint({
  id: 'commission.refuse',
  title: '不予受理',
  method: 'POST',
  path: '/commissions/:id/refuse',
  input: z.object({ id: z.string(), ground: z.string() }),
  output: z.object({ state: z.string() }),
})

afterEach(() => vi.unstubAllGlobals())

/** The network is the one thing here that is not ours. */
function answering(response: () => Response | Promise<Response>) {
  const sent: { url: string; init: RequestInit }[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init })
    return response()
  })
  return sent
}

describe('a call over its contract', () => {
  it('puts path parameters into the path, escaped, and the rest into the body with reasons', async () => {
    const sent = answering(() => Response.json({ state: 'refused' }, { headers: { 'x-trace-index': '0' } }))
    const input = { id: 'a/b', ground: '超出范围' }
    const answer = await call(refuse, input, { key: 'k1', reasons: { 'some-rule': '理由' } })
    expect(answer).toEqual({ data: { state: 'refused' }, traceIndex: 0 })
    expect(sent[0]?.url).toBe('/api/commissions/a%2Fb/refuse')
    expect(JSON.parse(String(sent[0]?.init.body))).toEqual({
      ground: '超出范围',
      reasons: { 'some-rule': '理由' },
    })
    expect(new Headers(sent[0]?.init.headers).get('idempotency-key')).toBe('k1')
  })

  it('throws the refusal as the server said it', async () => {
    const problem = {
      type: '/problems/rule-violated',
      status: 422,
      detail: '不含该专业',
      violations: [],
      issues: [],
    }
    answering(() => Response.json(problem, { status: 422 }))
    const error = await call(refuse, { id: '1', ground: 'x' }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({ problem, message: '不含该专业' })
  })

  it.each([
    ['the network is down', () => Promise.reject(new TypeError('fetch failed'))],
    ['something between answers with a page', () => new Response('<html>', { status: 502 })],
  ])('says what to do where %s', async (_, response) => {
    answering(response)
    await expect(call(refuse, { id: '1', ground: 'x' })).rejects.toMatchObject({
      problem: { type: '/problems/unavailable', advice: expect.stringContaining('不会重复办理') },
    })
  })

  it('leaves an input without path parameters whole', () => {
    expect(address('/work/queue', { page: 2 })).toEqual({ path: '/work/queue', rest: { page: 2 } })
  })
})
