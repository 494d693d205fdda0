import { expect, it } from 'vitest'
import { openDoor, violated } from '#testing/door.ts'
import { PASSWORD, setup } from '#testing/people.ts'
import { createFirstAdministrator, me, openSession, stepUpSession } from '../contract.ts'
import { identityModule } from '../module.ts'

it('never lets a production installation do without authenticators', () => {
  const options = { setupCode: 'x', totpRequired: false, totpKey: new Uint8Array(32) }
  const production = { kind: 'production', simulatedClock: false } as const
  expect(() => identityModule({ ...options, installation: production })).toThrow('演示环境')
  const demonstration = { kind: 'demonstration', simulatedClock: true } as const
  expect(identityModule({ ...options, installation: demonstration }).name).toBe('identity')
})

it('in a demonstration takes the password where nobody has bound an authenticator', async () => {
  const door = await openDoor({ totpRequired: false })
  try {
    const browser = door.browser()
    await browser.post(createFirstAdministrator, setup(door))
    const opened = await browser.post(openSession, { login: 'root-admin', password: PASSWORD })
    expect(opened.body.first).toBeNull()
    expect((await browser.get(me)).body).toMatchObject({ roles: ['SYSTEM_ADMIN'], steppedUpAt: null })
    expect(violated(await browser.post(stepUpSession, {}))).toEqual(['password-right'])
    expect(violated(await browser.post(stepUpSession, { password: 'wrong' }))).toEqual(['password-right'])
    expect(violated(await browser.post(stepUpSession, { code: '123456' }))).toEqual(['password-right'])
    expect((await browser.post(stepUpSession, { password: PASSWORD })).status).toBe(200)
    expect((await browser.get(me)).body.steppedUpAt).toBe(door.clock.now().toISOString())
  } finally {
    await door.close()
  }
})
