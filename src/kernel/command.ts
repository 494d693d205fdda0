import type { z } from 'zod'
import type { Chance, Files, Outbox, ReadDb, Services, Tx } from './capabilities.ts'
import type { Endpoint, Target } from './endpoint.ts'
import type { Json, NonEmpty } from './json.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Rule } from './rule.ts'

/** Who acts. `system` fires deadlines and finishes jobs; `anonymous` is the public. */
export interface Actor {
  readonly kind: 'person' | 'system' | 'anonymous'
  readonly accountId: string | null
  readonly name: string
  readonly organisationId: string | null
  readonly organisation: string
  readonly roles: readonly string[]
  /** When the person last proved identity anew in this session. */
  readonly steppedUpAt: Date | null
  readonly sessionId: string | null
}

/** Role + relation + the sentence that explains a denial. */
export interface Grant<F> {
  readonly role: string
  readonly only?: (actor: Actor, facts: F) => boolean
  readonly denial: string
}

/** What an act is about. `matter` is the id shared by a commission and its case, by which a trace page is gathered. */
export interface Subject {
  readonly type: string
  readonly id: string
  readonly matter?: string | null
}

interface Around {
  readonly actor: Actor
  readonly now: Date
}

export type In<E> = E extends Endpoint<string, infer I> ? z.output<I> : never
export type Out<E> = E extends Endpoint<string, z.ZodObject, infer O> ? z.input<O> : never

/** The event that a command fires: `state` reads the present state out of the facts. A misspelt event does not compile. */
export interface Firing<F, S extends string = string, V extends string = string> {
  readonly machine: Lifecycle<S, V>
  readonly event: V
  state(facts: F): S
}

/** A second machine that moves in the same act: an opinion issued is a case issued. It stands still where it has no subject. */
export interface SecondFiring<F, S extends string = string, V extends string = string>
  extends Firing<F, S, V> {
  subject(facts: F): string | undefined
}

/** Everything a command may touch while it runs. */
export interface Work<E extends Endpoint, F, M, W = unknown> extends Around {
  readonly tx: Tx
  readonly facts: F
  readonly more: M
  /** What `beforehand` made. */
  readonly made: W
  readonly input: In<E>
  /** The state after the fired event; empty where the command fires none. */
  readonly to: string
  /** The state of the second machine after its event. */
  readonly alsoTo: string
  readonly chance: Chance
  readonly files: Files
  readonly outbox: Outbox
  readonly services: Services
  /** Beijing date of `now`, YYYY-MM-DD. */
  readonly today: string
  /** Commits a value in the leaf under its own name, like `record`, where it is known only while the deed runs. */
  note(field: string, value: Json): void
}

/**
 * Facts as `load` gave them, never guessed from the rules and grants that use them: a rule whose facts are not loaded does
 * not compile. While the compiler has not read `load` yet (first pass, F unknown) anything goes.
 */
// biome-ignore lint/suspicious/noExplicitAny: stands only in the compiler's first pass
type Given<T, F = T> = unknown extends F ? any : NoInfer<T>

/**
 * One deed. Declares who, from which state, under which rules; then does it.
 * `load` sees only the path (so that /can can ask before a form is filled in); `consider` sees the form.
 */
export interface CommandDefinition<
  E extends Endpoint,
  F,
  M,
  S extends string,
  V extends string,
  W = unknown,
  S2 extends string = string,
  V2 extends string = string,
> {
  readonly endpoint: E
  /** Loads and locks what is decided on; throws Problem('not-found') for what is missing or invisible. */
  load(at: Around & { tx: Tx; target: Target<E> }): Promise<F>
  readonly allow: NonEmpty<Grant<Given<F>>>
  readonly fires?: Firing<Given<F>, S, NoInfer<V>>
  readonly alsoFires?: SecondFiring<Given<F>, S2, NoInfer<V2>>
  readonly rules?: readonly Rule<Given<F>>[]
  consider?(at: Around & { tx: Tx; facts: F; input: In<E>; files: Files }): Promise<M>
  readonly formRules?: readonly Rule<Given<F & M & { input: In<E> }, F>>[]
  /**
   * Slow work for which the person waits (a time stamp, reading a document back): done between two looks, outside any
   * transaction, where the first look found the deed allowed. It must be harmless if the second refuses (ADR 0008).
   */
  beforehand?(
    at: Around & { facts: F; input: In<E>; db: ReadDb; files: Files; services: Services },
  ): Promise<W>
  subject(at: { facts: F; input: In<E>; output?: Out<E> }): Subject
  run(work: Work<E, F, M, W>): Promise<Out<E>>
  /** Values committed in the leaf under their own names, to be opened later one by one. */
  record?(at: { facts: F; more: M; made: W; input: In<E>; output: Out<E> }): Record<string, Json>
  /** Input fields that never reach the trace: passwords, one-time codes, whole texts of drafts. */
  readonly secret?: readonly (keyof In<E> & string)[]
  /** The person must have proved identity anew within the last minutes. */
  readonly stepUp?: true
  /** Said where the answer holds a secret, with the reason: it is then not kept for a request sent twice. */
  readonly unrepeatable?: string
  /** Said where a deed leaves no trace entry, with the reason (a draft being typed). */
  readonly untraced?: string
}

export interface Command<E extends Endpoint = Endpoint, F = unknown, M = unknown>
  extends CommandDefinition<E, F, M, string, string> {
  readonly kind: 'command'
}

/** Write `load` first: what the facts are is inferred from it alone. */
export function command<
  E extends Endpoint,
  F,
  S extends string,
  V extends string,
  M = object,
  W = undefined,
  S2 extends string = string,
  V2 extends string = string,
>(definition: CommandDefinition<E, F, M, S, V, W, S2, V2>): Command<E, F, M> {
  // State and event names were checked by the signature; the pipeline treats all machines alike.
  const erased = definition as unknown as CommandDefinition<E, F, M, string, string>
  return { kind: 'command', ...erased }
}

/** One question. Row visibility is inside `answer`; what one may not see does not exist for him. */
export interface Query<E extends Endpoint = Endpoint> {
  readonly kind: 'query'
  readonly endpoint: E
  readonly allow: NonEmpty<Grant<undefined>>
  answer(
    at: Around & { db: ReadDb; input: In<E>; files: Files; services: Services; today: string },
  ): Promise<Out<E>>
  /** The sealed material that is asked for, whoever asks, if any: reading it leaves an entry, being refused it as well. */
  traced?(at: { db: ReadDb; input: In<E> }): Promise<Subject | undefined>
}

export function query<E extends Endpoint>(definition: Omit<Query<E>, 'kind'>): Query<E> {
  return { kind: 'query', ...definition }
}

/** Acts as the system, through the same pipeline as everyone. */
export interface Desk {
  act<E extends Endpoint, F, M>(command: Command<E, F, M>, input: In<E>): Promise<Out<E>>
}

/** Slow work between two commands: reads, does it, then acts through commands. Idempotent. */
export interface Job {
  readonly name: string
  /** Looks for what is due by itself (a term that has passed): run every minute beside whatever the outbox asks for. */
  readonly recurring?: true
  run(at: {
    payload: Json
    now: Date
    db: ReadDb
    files: Files
    desk: Desk
    services: Services
  }): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: a manifest holds commands of every shape; each was checked where it was written
export type AnyCommand = Command<any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyQuery = Query<any>

/** A module's manifest: what the composition root, the documents and the tests know of it. */
export interface Module {
  readonly name: string
  readonly title: string
  readonly commands: readonly AnyCommand[]
  readonly queries: readonly AnyQuery[]
  readonly lifecycles?: readonly Lifecycle[]
  readonly jobs?: readonly Job[]
  /** Further comparisons of this module's tables and blobs with the log; yields Chinese sentences about what differs. */
  readonly checks?: readonly ((db: ReadDb, files: Files) => AsyncIterable<string>)[]
}
