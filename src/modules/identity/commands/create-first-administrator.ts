import { createHash, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { createFirstAdministrator as endpoint } from '../contract.ts'
import { hashPassword } from '../credentials/password.ts'
import { accountLife } from '../lifecycle.ts'
import { passwordStrong } from '../rules.ts'
import { anyAccountExists, insertAccount } from '../store.ts'

/** Two first administrators at once: the second waits for the first and is refused. */
const SETUP_LOCK = 7_163_010

/** Opens the first account, with the code that only the one who started the server has seen. */
export function createFirstAdministrator(given: { setupCode: string | undefined; demonstration: boolean }) {
  return command({
    endpoint,
    async load({ tx }) {
      await sql`select pg_advisory_xact_lock(${SETUP_LOCK})`.execute(tx)
      if (await anyAccountExists(tx))
        throw new Problem('wrong-state', '系统已经有账号，不能再次初始化；请登录，或由系统管理员开立账号。')
      return {}
    },
    allow: [{ role: 'everyone', denial: '' }],
    fires: { machine: accountLife, event: 'open', state: () => 'NEW' },
    async consider({ input }) {
      if (given.setupCode === undefined || !same(input.setupCode, given.setupCode))
        throw new Problem('not-permitted', '安装码不正确；请看服务器启动时打印的安装码。')
      return { login: input.login }
    },
    formRules: [passwordStrong],
    subject: ({ input, output }) => ({ type: 'account', id: output?.accountId ?? input.login }),
    secret: ['setupCode', 'password'],
    async run({ tx, input, chance, now }) {
      const organisationId = chance.id()
      const accountId = chance.id()
      await tx
        .insertInto('organisation')
        .values({
          id: organisationId,
          kind: 'platform',
          name: input.organisationName,
          unified_social_credit_code: null,
          region: null,
          entrusting_type: null,
          demonstration: given.demonstration,
        })
        .execute()
      await insertAccount(
        tx,
        {
          id: accountId,
          organisation_id: organisationId,
          login: input.login,
          name: input.name,
          title: null,
          contact: null,
          password_hash: await hashPassword(input.password),
          must_change_password: false,
        },
        { roles: ['SYSTEM_ADMIN'], at: now, by: null },
      )
      return { accountId, organisationId }
    },
  })
}

function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
