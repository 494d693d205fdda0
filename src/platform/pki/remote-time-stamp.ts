import { stampRequest, type TimeStampAuthority, TimeStampFailed, tokenOf } from './time-stamp-authority.ts'

/** A time-stamp authority reached over HTTP (`TSA_URL`; RFC 3161 §3.4). */
export function remoteTimeStampAuthority(given: {
  url: string
  randomBytes: (length: number) => Uint8Array
  timeoutMs?: number
}): TimeStampAuthority {
  return {
    name: new URL(given.url).host,
    demonstration: false,
    async stamp(sha256) {
      try {
        const response = await fetch(given.url, {
          method: 'POST',
          headers: { 'content-type': 'application/timestamp-query' },
          body: stampRequest(sha256, given.randomBytes(8)),
          signal: AbortSignal.timeout(given.timeoutMs ?? 10_000),
        })
        if (!response.ok) throw new TimeStampFailed(`时间戳服务答复 ${response.status}，请稍后重试`)
        return tokenOf(new Uint8Array(await response.arrayBuffer()))
      } catch (error) {
        if (error instanceof TimeStampFailed) throw error
        throw new TimeStampFailed('时间戳服务没有应答，请稍后重试', { cause: error })
      }
    },
  }
}
