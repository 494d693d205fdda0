/** One event of a state machine. `to: null` leaves the state as it is (e.g. an extension). */
export interface LifeEvent<S extends string> {
  readonly label: string
  readonly from: readonly S[]
  readonly to: S | null
}

export interface Lifecycle<S extends string = string, E extends string = string> {
  readonly name: string
  readonly title: string
  /** Where the state is stored; fsck replays the log against it. */
  readonly table: string
  /** Column of the state where it is not `state`. */
  readonly stateColumn?: string
  readonly initial: S
  readonly states: Readonly<Record<S, string>>
  readonly events: Readonly<Record<E, LifeEvent<S>>>
}

/** A state machine as a table, keyed by event. Server, SQL check, screens, diagram and fsck read the same object. */
export function lifecycle<const S extends string, const E extends string>(
  definition: Lifecycle<S, E>,
): Lifecycle<S, E> {
  return definition
}

/** The state after the event, or undefined where the event is not possible from here. */
export function next<S extends string, E extends string>(
  machine: Lifecycle<S, E>,
  state: S,
  event: E,
): S | undefined {
  const { from, to } = machine.events[event]
  return from.includes(state) ? (to ?? state) : undefined
}

/** The events that the state allows, in the order of the table. */
export function possible<S extends string, E extends string>(
  machine: Lifecycle<S, E>,
  state: S,
): readonly E[] {
  const events = Object.keys(machine.events) as E[] // keys of a literal record are exactly E
  return events.filter((event) => machine.events[event].from.includes(state))
}
