import { fromBase64, toBase64 } from './base64.ts'

/** An inclusion proof that can be checked offline (C2SP tlog-proof), as a file `.tlog-proof`. */
export interface TlogProof {
  readonly index: number
  readonly hashes: readonly Uint8Array[]
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string
  /** Not authenticated by itself: whoever uses it checks it against the proof. */
  readonly extra?: Uint8Array
}

const firstLine = 'c2sp.org/tlog-proof@v1'
/** A tree of 2^53 leaves has paths of 53 hashes. */
const mostHashes = 53

export function printTlogProof({ index, hashes, checkpoint, extra }: TlogProof): string {
  const lines = [
    firstLine,
    ...(extra ? [`extra ${toBase64(extra)}`] : []),
    `index ${index}`,
    ...hashes.map(toBase64),
  ]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** Reads a proof strictly; undefined where any line has another form. The checkpoint is not looked into. */
export function parseTlogProof(text: string): TlogProof | undefined {
  const split = text.indexOf('\n\n')
  const checkpoint = text.slice(split + 2)
  const lines = split < 0 ? [] : text.slice(0, split).split('\n')
  if (lines.shift() !== firstLine || checkpoint === '') return undefined
  const extraText = lines[0]?.startsWith('extra ') ? lines.shift()?.slice(6) : undefined
  const extra = extraText === undefined ? undefined : fromBase64(extraText)
  if (extraText !== undefined && (!extra || extra.length === 0)) return undefined
  const [, indexText] = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? '') ?? []
  const index = Number(indexText)
  const hashes = lines.map(fromBase64)
  if (indexText === undefined || !Number.isSafeInteger(index) || hashes.length > mostHashes) return undefined
  if (!hashes.every((hash) => hash !== undefined && hash.length === 32)) return undefined
  return { index, hashes: hashes.filter((hash) => hash !== undefined), checkpoint, ...(extra && { extra }) }
}
