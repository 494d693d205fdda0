import type { z } from 'zod'
import type { ProblemType } from './problem.ts'

export type PathParams<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParams<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

/** The contract of one operation: its id is its address in code, network, trace, documentation and OpenAPI. */
export interface Endpoint<
  P extends string = string,
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
> {
  /** `commission.accept` ⇔ file `accept-commission.ts` ⇔ `POST /commissions/:id/accept`. */
  readonly id: string
  readonly title: string
  readonly method: 'GET' | 'POST'
  readonly path: P
  readonly input: I
  readonly output: O
  /** Refusals beyond malformed, unauthenticated, not-permitted, too-many, internal, which every operation has. */
  readonly refusals?: readonly ProblemType[]
}

/** The part of the input that the path carries: enough to load the subject before a form is filled in. */
export type Target<E extends Endpoint> =
  E extends Endpoint<infer P, infer I> ? Pick<z.output<I>, PathParams<P> & keyof z.output<I>> : never

export function endpoint<const P extends `/${string}`, I extends z.ZodObject, O extends z.ZodType>(
  definition: Endpoint<P, I, O>,
): Endpoint<P, I, O> {
  return definition
}
