import type { Program } from './compose.ts'

/** What the one who starts an empty installation has to do; undefined once an account exists. */
export async function firstStepsFor(program: Program, publicUrl: string): Promise<string | undefined> {
  const account = await program.database.read.selectFrom('account').select('id').limit(1).executeTakeFirst()
  if (account) return undefined
  return [
    '',
    '这是一个空的平台，还没有任何账号。请建立首个系统管理员：',
    `  打开 ${publicUrl}/app/setup ，填写安装码  ${program.setupCode}`,
    '安装码只在本次启动期间有效，建立首个管理员后作废。',
    '',
  ].join('\n')
}
