import { pinyin } from 'pinyin-pro'
import type { RegisterBody } from '../contract/register.ts'

/**
 * All by which an entry is found, as short strings in one array that one index serves: facts (`state:LISTED`,
 * `scope:TRADEMARK/F08`); of each name and number and of a name's initials every run of two characters (`~鉴定`); of its
 * pinyin every run of three (`^zho`), since two are in nearly all; and every spelling whole (`=`), for the exact second look.
 */
export function tagsOf(body: RegisterBody): string[] {
  const facts = (body.kind === 'institution' ? institutionFacts(body) : appraiserFacts(body)).map((fact) =>
    factTag(body.kind, fact),
  )
  const former = body.kind === 'institution' ? body.formerNames.map(({ name }) => name) : []
  const names = [body.name, ...former].map(spelt)
  const short = [body.number, ...names.flatMap(({ name, initials }) => [name, initials])]
  const long = names.map((each) => each.pinyin)
  const whole = [...short, ...long].map((spelling) => `=${plain(spelling)}`)
  return [...new Set([...facts, ...short.flatMap(pairsOf), ...long.flatMap(triplesOf), ...whole])].sort()
}

/** Facts of people stand apart from those of institutions: ten times as many of them would lie in each institution's way. */
export function factTag(kind: RegisterBody['kind'], fact: string): string {
  return kind === 'institution' ? fact : `person/${fact}`
}

/**
 * What an entry holding this text has: all tags of the first way, or all of the second where the text may be pinyin.
 * Those that have them need a second look for `whole`, which alone is exact.
 */
export function textTags(text: string): { readonly ways: readonly string[][]; readonly whole: string } {
  const wanted = plain(text)
  const pairs = wanted.length > 1 ? pairsOf(wanted).filter((tag) => [...tag].length > 2) : pairsOf(wanted)
  return { ways: /^[a-z0-9]{3,}$/.test(wanted) ? [pairs, triplesOf(wanted)] : [pairs], whole: wanted }
}

function spelt(name: string) {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
  return {
    name,
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
  }
}

/** `ü` is typed as v. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '').replaceAll('ü', 'v')

/** Pairs, and single characters for who asks for one. */
function pairsOf(text: string): string[] {
  const characters = [...plain(text)]
  if (characters.length === 1) return [`~${characters[0]}`]
  const pairs = characters.slice(1).map((character, i) => `~${characters[i]}${character}`)
  return [...pairs, ...characters.map((character) => `~${character}`)]
}

function triplesOf(text: string): string[] {
  const wanted = plain(text)
  return [...Array(Math.max(0, wanted.length - 2)).keys()].map((i) => `^${wanted.slice(i, i + 3)}`)
}

function institutionFacts(body: Extract<RegisterBody, { kind: 'institution' }>): string[] {
  const inForce = body.scope.filter(({ state }) => state === 'IN_FORCE')
  return [
    `state:${body.state}`,
    `province:${body.region.slice(0, 2)}`,
    ...(body.creditCode ? [`code:${body.creditCode}`] : []),
    ...inForce.flatMap(({ ipType, field }) => competenceFacts(ipType, field)),
    ...body.conformity.flatMap(({ standard }) =>
      [standard, standard.replace(/[—–-]\d{4}$/, '')].map(standardTag),
    ),
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

/** A standard as people write it: `GB/T 45563.1—2025` and `gb/t45563.1` are found alike, with and without its year. */
export function standardTag(standard: string): string {
  return `standard:${standard.normalize('NFKC').toUpperCase().replace(/\s+/g, '').replace(/[—–]/g, '-')}`
}
