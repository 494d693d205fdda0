import { command } from '#kernel/command.ts'
import { closeSession as endpoint } from '../contract.ts'
import { endSession } from '../credentials/session-token.ts'

export const closeSession = command({
  endpoint,
  load: async ({ actor }) => ({ accountId: actor.accountId ?? '', sessionId: actor.sessionId ?? '' }),
  allow: [{ role: 'signed-in', denial: '请先登录' }],
  subject: ({ facts }) => ({ type: 'account', id: facts.accountId }),
  unrepeatable: '答复清除登录凭据',
  async run({ tx, facts, now }) {
    await endSession(tx, facts.sessionId, now)
    return { sessionToken: null }
  },
})
