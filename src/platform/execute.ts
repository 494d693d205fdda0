import { createHash } from 'node:crypto'
import { beijingDate } from '#kernel/beijing.ts'
import type { Chance, Files, Outbox, Services, Tx } from '#kernel/capabilities.ts'
import type { Actor, AnyCommand, Subject } from '#kernel/command.ts'
import { type Json, toJson } from '#kernel/json.ts'
import { next } from '#kernel/lifecycle.ts'
import { Problem } from '#kernel/problem.ts'
import { type Finding, judge } from '#kernel/rule.ts'
import { append } from '#log/append.ts'
import { type WrittenRows, writtenRows } from '#log/follow-rows.ts'
import type { Clock } from './clock.ts'
import type { Database } from './db.ts'
import { commitBeforeFlush } from './durable.ts'
import { parseInput } from './parse-input.ts'
import { permit, permitAnonymous, requireStepUp } from './permit.ts'
import { leavesTrace, refusedAttempt, signature } from './refused-attempt.ts'
import { rememberAnswer, storedAnswer } from './request-answer.ts'

export interface Engine {
  readonly database: Database
  readonly clock: Clock
  readonly chance: Chance
  readonly files: Files
  readonly outbox: Outbox
  readonly services: Services
  /** A Chinese sentence while writing is refused (an older copy was restored), else undefined. */
  readonly readOnlyBecause?: () => string | undefined
  /** Within so many minutes readings of one thing by one person are one reading in the trace. */
  readonly readingMinutes: number
}

export interface Caller {
  readonly actor: Actor
  readonly idempotencyKey?: string
}

export interface Accepted {
  readonly answer: Json
  readonly traceIndex: number | null
}

/** The one pipeline that writes: parse → load → permit → transition → rules → run → trace → commit → on disk. */
export async function execute(
  engine: Engine,
  command: AnyCommand,
  raw: unknown,
  caller: Caller,
): Promise<Accepted> {
  const refusal = engine.readOnlyBecause?.()
  if (refusal) throw new Problem('unavailable', refusal)
  const attempt: Attempt = { subject: undefined }
  try {
    const first = command.beforehand ? await firstLook(engine, command, raw, caller, attempt) : undefined
    const accepted =
      first && 'answered' in first
        ? first.answered
        : await engine.database.kysely
            .transaction()
            .setIsolationLevel('read committed')
            .execute((tx) => carryOut(engine, command, raw, caller, tx, attempt, first?.made))
    // An answer that was stored before may be as new as this one: neither is given out before it is on disk.
    await engine.database.flushed()
    return accepted
  } catch (error) {
    if (error instanceof Problem && !command.untraced && leavesTrace(error, caller.actor))
      await recordRefusal(engine, command, caller.actor, error, attempt.subject)
    throw error
  }
}

interface Attempt {
  subject: Subject | undefined
}

/** Everything up to the rules in a transaction that leaves nothing, then the slow work with nothing locked. */
async function firstLook(
  engine: Engine,
  command: AnyCommand,
  raw: unknown,
  caller: Caller,
  attempt: Attempt,
): Promise<{ readonly answered: Accepted } | { readonly made: unknown }> {
  const tx = await engine.database.kysely.startTransaction().setIsolationLevel('read committed').execute()
  const looked = await look(engine, command, raw, caller, tx, attempt).finally(() => tx.rollback().execute())
  if ('answered' in looked) return looked
  const { facts, input, now } = looked
  const { files, services, database } = engine
  return {
    made: await command.beforehand?.({
      facts,
      input,
      actor: caller.actor,
      now,
      db: database.read,
      files,
      services,
    }),
  }
}

interface Looked {
  readonly now: Date
  readonly today: string
  readonly input: Record<string, unknown>
  readonly request: Parameters<typeof storedAnswer>[1]
  readonly facts: unknown
  readonly more: unknown
  readonly moves: Moves
  readonly findings: readonly Finding[]
}

/** parse → load → permit → transition → rules: whether the deed is allowed, or what was answered to it before. */
async function look(
  engine: Engine,
  command: AnyCommand,
  raw: unknown,
  caller: Caller,
  tx: Tx,
  attempt: Attempt,
): Promise<Looked | { readonly answered: Accepted }> {
  const { actor } = caller
  const now = engine.clock.now()
  const today = beijingDate(now)
  await commitBeforeFlush(tx, '20s')
  // `load` may count on somebody: whom it does not know is told to sign in before anything is read for him.
  if (actor.kind === 'anonymous') permitAnonymous(command.allow)
  const { input, reasons } = parseInput(command.endpoint.input, raw)
  const inputSha256 = createHash('sha256')
    .update(JSON.stringify([input, reasons]))
    .digest('hex')
  const request = { key: caller.idempotencyKey, actor, op: command.endpoint.id, inputSha256, at: now }
  const stored = await storedAnswer(tx, request)
  if (stored) return { answered: stored }

  const facts = await command.load({ tx, target: input, actor, now })
  attempt.subject = command.subject({ facts, input })
  permit(command.allow, actor, facts)
  if (command.stepUp) requireStepUp(actor, now)
  const moves = transitions(command, facts)
  const more = (await command.consider?.({ tx, facts, input, actor, now, files: engine.files })) ?? {}
  const findings = withReasons(
    [
      ...judge(command.rules ?? [], facts, today),
      ...judge(command.formRules ?? [], { ...facts, ...more, input }, today),
    ],
    reasons,
  )
  refuseWhereViolated(findings)
  return { now, today, input, request, facts, more, moves, findings }
}

async function carryOut(
  engine: Engine,
  command: AnyCommand,
  raw: unknown,
  caller: Caller,
  tx: Tx,
  attempt: Attempt,
  made: unknown,
): Promise<Accepted> {
  const { actor } = caller
  const looked = await look(engine, command, raw, caller, tx, attempt)
  if ('answered' in looked) return looked.answered
  const { now, today, input, request, facts, more, moves, findings } = looked
  const [to, alsoTo] = [moves.first?.to ?? '', moves.second?.to ?? '']
  const noted: Record<string, Json> = {}
  const note = (field: string, value: Json) => void Object.assign(noted, { [field]: value })
  const work = { ...engine, tx, facts, more, made, input, to, alsoTo, actor, now, today, note }
  const output = await command.run(work)
  const answer = toJson(command.endpoint.output.parse(output))
  const written = await writtenRows(tx)
  if (command.untraced && written)
    throw new Error(`${command.endpoint.id} is untraced and wrote to ${Object.keys(written)}`)
  const traceIndex = command.untraced
    ? null
    : await trace(engine, command, tx, {
        actor,
        now,
        moves,
        facts,
        more,
        made,
        input,
        output,
        findings,
        noted,
        written,
      })
  await rememberAnswer(tx, request, { answer, traceIndex })
  return { answer, traceIndex }
}

interface Move {
  readonly machine: string
  readonly event: string
  readonly from: string
  readonly to: string
}

interface Moves {
  readonly first?: Move
  readonly second?: Move & { readonly id: string }
}

function transitions({ fires, alsoFires }: AnyCommand, facts: unknown): Moves {
  const id = alsoFires?.subject(facts)
  return {
    ...(fires ? { first: transition(fires, facts) } : {}),
    ...(alsoFires && id !== undefined ? { second: { ...transition(alsoFires, facts), id } } : {}),
  }
}

function transition({ machine, event, state }: NonNullable<AnyCommand['fires']>, facts: unknown): Move {
  const from = state(facts)
  const to = next(machine, from, event)
  if (to !== undefined) return { machine: machine.name, event, from, to }
  const label = machine.events[event]?.label ?? event
  const allowed = machine.events[event]?.from.map((code) => `“${machine.states[code]}”`).join('、')
  throw new Problem(
    'wrong-state',
    `${machine.title}目前是“${machine.states[from] ?? from}”，不能${label}；只有处于${allowed}时才能${label}。`,
  )
}

function withReasons(
  findings: readonly Finding[],
  reasons: Readonly<Record<string, string>>,
): readonly Finding[] {
  return findings.map((each) =>
    each.outcome === 'warn' ? { ...each, reason: reasons[each.rule] ?? null } : each,
  )
}

function refuseWhereViolated(findings: readonly Finding[]): void {
  const violations = findings.filter(
    ({ outcome, reason }) => outcome === 'fail' || (outcome === 'warn' && reason === null),
  )
  if (violations.length > 0)
    throw new Problem('rule-violated', violations.map(({ detail }) => detail).join('；'), { violations })
}

interface Done {
  readonly actor: Actor
  readonly now: Date
  readonly moves: Moves
  readonly facts: unknown
  readonly more: unknown
  readonly made: unknown
  readonly input: Record<string, unknown>
  readonly output: unknown
  readonly findings: readonly Finding[]
  readonly noted: Readonly<Record<string, Json>>
  readonly written: WrittenRows | undefined
}

async function trace(engine: Engine, command: AnyCommand, tx: Tx, done: Done): Promise<number> {
  const { facts, more, made, input, output, moves } = done
  const secret = new Set<string>(command.secret ?? [])
  const shown = Object.fromEntries(Object.entries(input).filter(([name]) => !secret.has(name)))
  const subject = command.subject({ facts, input, output })
  const { index } = await append(
    tx,
    {
      op: command.endpoint.id,
      at: done.now.toISOString(),
      fields: {
        subject: toJson(subject),
        by: signature(done.actor),
        input: toJson(shown),
        findings: toJson(done.findings),
        ...(moves.first ? toFields(moves.first) : {}),
        ...(moves.second ? { also: { ...toFields(moves.second), id: moves.second.id } } : {}),
        ...command.record?.({ facts, more, made, input, output }),
        ...done.noted,
        ...(done.written ? { written: done.written } : {}),
      },
    },
    { randomBytes: engine.chance.bytes },
  )
  return index
}

function toFields(move: Move): Record<string, Json> {
  return { machine: move.machine, event: move.event, from: move.from, to: move.to }
}

async function recordRefusal(
  engine: Engine,
  command: AnyCommand,
  actor: Actor,
  problem: Problem,
  subject: Subject | undefined,
): Promise<void> {
  const refused = refusedAttempt({ attempted: command.endpoint.id, subject, actor, problem })
  const at = engine.clock.now().toISOString()
  await engine.database.kysely.transaction().execute(async (tx) => {
    await append(tx, { ...refused, at }, { randomBytes: engine.chance.bytes })
  })
}
