import type { Program } from '../../src/compose.ts'
import { password } from '../cast.ts'
import type { Client, Door } from '../client.ts'
import { inside } from '../journey/inside.ts'
import type { Stage } from '../journey/stage.ts'
import { populate } from '../populate.ts'
import { enterKnown } from '../standards.ts'
import { officeClock } from './office-clock.ts'
import { story } from './story.ts'
import { tell } from './tell.ts'

const DAY = 86_400_000

/** The clock that the story is told under: it begins before the first matter and never passes `now`. */
export function storyClock(now: Date) {
  const first = Math.max(...story.map(({ daysAgo }) => daysAgo))
  return officeClock(new Date(now.getTime() - (first + 5) * DAY), now)
}

/** Fills an empty program with the demonstration world, every act by a command of whoever may do it. */
export async function seed(
  program: Program,
  clock: ReturnType<typeof storyClock>,
  now: Date,
  tellOf: (done: number, of: number) => void,
): Promise<void> {
  const door: Door = async (path, init) => program.app.request(path, init)
  const { accounts, organisations } = await populate(door, program.setupCode, clock.today())
  let known = clock.today()
  const clients = new Map<string, Client>()
  for (const [n, told] of story.entries()) {
    clock.goTo(new Date(now.getTime() - told.daysAgo * DAY))
    const stage: Stage = {
      async as(login) {
        const own = clients.get(login) ?? inside(program, { id: accounts[login] ?? '', login })
        clients.set(login, own)
        return own
      },
      id: (who) => accounts[who] ?? organisations[who] ?? '',
      password: () => password,
      now: clock.now,
      pass: (hours) => clock.advance(hours * told.pace * 3_600_000),
      settle: program.settle,
      say: () => {},
    }
    await enterKnown(await stage.as('association'), { after: known, until: clock.today() })
    known = clock.today()
    await tell(stage, n, told)
    tellOf(n + 1, story.length)
  }
  await program.settle()
}
