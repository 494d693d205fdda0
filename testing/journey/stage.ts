import type { Client } from '../client.ts'
import type { CaseFile } from './case-file.ts'

/** Where a journey is played: a program in this process, or a server behind HTTP. */
export interface Stage {
  as(login: string): Promise<Client>
  /** Id of a person by login, of an organisation by key of the cast. */
  id(who: string): string
  /** What the person types when asked to prove identity anew. */
  password(login: string): string
  now(): Date
  /** Lets time go by where time is made up; nothing where it is real. */
  pass(hours: number): void
  /** Waits until jobs are done and published. */
  settle(): Promise<void>
  /** Tells of a deed that was done, with its trace index. */
  say(deed: string, traceIndex: number | null): void
}

/** What a journey has come to know of its matter. */
export interface Matter {
  readonly file: CaseFile
  /** Key of the institution in the cast, and login of the entrusting side. */
  readonly institution: 'jia'
  readonly client: string
  /** Limited to named persons: whoever of the desk has a part is let in, and all promise secrecy first. */
  readonly limited: boolean
  id: string
  materialId: string
  opinionId: string
  files: { letter: string; evidence: string }
  rows: { readonly rowId: string; readonly label: string; readonly version: number }[]
}

export function matterOf(file: CaseFile, client = 'court-officer', limited = false): Matter {
  return {
    file,
    institution: 'jia',
    client,
    limited,
    id: '',
    materialId: '',
    opinionId: '',
    files: { letter: '', evidence: '' },
    rows: [],
  }
}

/** Login of someone of the institution, e.g. `jia-head`. */
export function staff(matter: Matter, who: string): string {
  return `${matter.institution}-${who}`
}
