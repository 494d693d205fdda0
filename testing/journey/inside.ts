import type { Actor, AnyCommand, AnyQuery } from '#kernel/command.ts'
import { openSession } from '#modules/identity/contract.ts'
import { organisationOf, personWithRoles } from '#modules/identity/module.ts'
import { answer } from '#platform/answer.ts'
import { execute } from '#platform/execute.ts'
import type { Program } from '../../src/compose.ts'
import { password } from '../cast.ts'
import { type Answered, type Client, client, type Door } from '../client.ts'

/**
 * A person who acts inside the program: every deed and question goes through the same pipeline as over HTTP, without a
 * session that simulated months would end. Uploads still go through the door.
 */
export function inside(program: Program, account: { id: string; login: string }): Client {
  const operations = new Map<string, AnyCommand | AnyQuery>(
    program.modules
      .flatMap(({ commands, queries }) => [...commands, ...queries])
      .map((operation) => [operation.endpoint.id, operation]),
  )
  const door: Door = async (path, init) => program.app.request(path, init)
  let outside: { client: Client; at: number } | undefined

  async function actor(): Promise<Actor> {
    const person = await personWithRoles(program.database.read, account.id)
    if (!person) throw new Error(`nobody has the account ${account.login}`)
    const organisation = await organisationOf(program.database.read, person.organisationId)
    return {
      kind: 'person',
      accountId: account.id,
      name: person.name,
      organisationId: person.organisationId,
      organisation: organisation.name,
      roles: person.roles,
      steppedUpAt: program.engine.clock.now(),
      sessionId: null,
    }
  }

  async function browser(): Promise<Client> {
    const at = program.engine.clock.now().getTime()
    if (!outside || at - outside.at > 20 * 60_000) {
      outside = { client: client(door), at }
      await outside.client.call(openSession, { login: account.login, password })
    }
    return outside.client
  }

  return {
    raw: async (path, init) => (await browser()).raw(path, init),
    async call(endpoint, input, more = {}) {
      const operation = operations.get(endpoint.id)
      // Whoever acts inside has just proved his identity: there is no session to rotate.
      if (endpoint.id === 'session.step-up') return answered({ sessionToken: null, steppedUpAt: '' }, null)
      // An upload is ended by the upload server, which hashes the stored bytes first.
      if (endpoint.id === 'file.register') return (await browser()).call(endpoint, input, more)
      if (!operation) throw new Error(`no operation is called ${endpoint.id}`)
      if (operation.kind === 'query')
        return answered(await answer(program.engine, operation, input, await actor()), null)
      const { answer: body, traceIndex } = await execute(
        program.engine,
        operation,
        { ...input, ...(more.reasons ? { reasons: more.reasons } : {}) },
        { actor: await actor() },
      )
      return answered(body, traceIndex)
    },
    refusal: () => Promise.reject(new Error('refusals are tested through the door')),
  }
}

function answered<T>(body: unknown, traceIndex: number | null): Answered<T> {
  return { status: 200, body: body as T, traceIndex } // parsed by the operation's own output schema
}
