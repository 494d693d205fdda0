import { pinyin } from 'pinyin-pro'
import type { RegisterBody } from '../contract/register.ts'

/**
 * All by which an entry is found, as short strings in one array that one index serves: facts (`state:LISTED`,
 * `scope:TRADEMARK/F08`) and, of each name and number, every run of two characters (`~鉴定`), in Chinese, pinyin and initials.
 */
export function tagsOf(body: RegisterBody): string[] {
  const facts = body.kind === 'institution' ? institutionFacts(body) : appraiserFacts(body)
  const names =
    body.kind === 'institution' ? [body.name, ...body.formerNames.map(({ name }) => name)] : [body.name]
  const runs = [body.number, ...names.flatMap(spellings)].flatMap(runsOf)
  return [...new Set([...facts, ...runs])].sort()
}

/** The tags that whatever contains this text has; text is found where all of them are and a second look agrees. */
export function textTags(text: string): string[] {
  return runsOf(text)
}

/** Whether one of its names or its number holds the text, in characters, pinyin or initials. */
export function textFound(body: Pick<RegisterBody, 'number' | 'name'>, text: string): boolean {
  const wanted = plain(text)
  return [body.number, ...spellings(body.name)].some((spelling) => plain(spelling).includes(wanted))
}

function spellings(name: string): string[] {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
  return [name, syllables.join(''), syllables.map((syllable) => syllable.charAt(0)).join('')]
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

function runsOf(text: string): string[] {
  const characters = [...plain(text)]
  if (characters.length === 1) return [`~${characters[0]}`]
  const pairs = characters.slice(1).map((character, i) => `~${characters[i]}${character}`)
  return [...pairs, ...characters.map((character) => `~${character}`)]
}

function institutionFacts(body: Extract<RegisterBody, { kind: 'institution' }>): string[] {
  const inForce = body.scope.filter(({ state }) => state === 'IN_FORCE')
  return [
    `state:${body.state}`,
    `province:${body.region.slice(0, 2)}`,
    ...(body.creditCode ? [`code:${body.creditCode}`] : []),
    ...inForce.flatMap(({ ipType, field }) => competenceFacts(ipType, field)),
    ...body.conformity.map(({ standard }) => `standard:${standard}`),
    ...(body.grade ? [`grade:${body.grade.grade}`] : []),
  ]
}

function appraiserFacts(body: Extract<RegisterBody, { kind: 'appraiser' }>): string[] {
  return [
    `state:${body.state}`,
    `institution:${body.institution}`,
    ...body.fields.flatMap(({ ipType, field }) => competenceFacts(ipType, field)),
  ]
}

/** Whoever covers a whole kind of right is found under each of its fields: `scope:X/*` is asked for beside `scope:X/F08`. */
function competenceFacts(ipType: string, field: string | null): string[] {
  return [`ip:${ipType}`, `scope:${ipType}/${field ?? '*'}`, ...(field ? [`field:${field}`] : [])]
}
