import { bytes32, commitmentTo, hex } from '#verify/draw-order.ts'
import { sha256 } from '#verify/sha256.ts'

/**
 * The secret of a draw: made here, kept here and in the file that the officer saves; the server sees its hash alone until the
 * draw is opened. Whoever loses it cannot open the draw.
 */
export interface DrawSecret {
  readonly secret: string
  readonly commitment: string
}

export function makeSecret(): DrawSecret {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(32))
  return { secret: hex(bytes), commitment: commitmentTo(sha256, bytes) }
}

/** The secret in a saved file or in what was pasted; undefined where there is none. */
export function secretIn(text: string): string | undefined {
  const found = /[0-9a-f]{64}/.exec(text.toLowerCase())?.[0]
  return found && bytes32(found) ? found : undefined
}

const keyOf = (id: string) => `mingjian.draw.${id}`

/** Kept beside the file for whoever opens in the same browser; a browser that keeps nothing is no obstacle. */
export function keepSecret(id: string, secret: string): void {
  try {
    localStorage.setItem(keyOf(id), secret)
  } catch {
    // private windows keep nothing; the file has it
  }
}

export function keptSecret(id: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(id)) ?? undefined
  } catch {
    return undefined
  }
}

export function forgetSecret(id: string): void {
  try {
    localStorage.removeItem(keyOf(id))
  } catch {
    // as above
  }
}

/** Hands the secret over as a file to save. */
export function saveSecretFile(caseNo: string, { secret, commitment }: DrawSecret): void {
  const text = [
    '明鉴公开抽签 · 密钥文件',
    `案号：${caseNo}`,
    '开封以前请勿给任何人看；遗失即不能开封，抽签将作废并公开。',
    '',
    `密钥：${secret}`,
    `散列（登记时公开）：${commitment.match(/.{16}/g)?.join(' ') ?? ''}`,
    '',
  ].join('\r\n')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  link.download = `抽签密钥 ${caseNo}.txt`
  link.click()
  URL.revokeObjectURL(link.href)
}
