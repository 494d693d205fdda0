import { pino } from 'pino'
import type { Config } from './config.ts'

/** One JSON line per event. Bodies, cookies and personal data are never passed in. */
export function createLogger(level: Config['logLevel']) {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}

export type Logger = ReturnType<typeof createLogger>
