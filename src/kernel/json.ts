/** What can be written into a trace entry, a stored answer or a job. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

export type NonEmpty<T> = readonly [T, ...T[]]

/** Asserts that a value survives JSON; trace entries and stored answers must be readable for decades. */
export function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) // the only door from unknown values into Json
}
