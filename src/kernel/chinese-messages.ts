import { z } from 'zod'
import zhCN from 'zod/v4/locales/zh-CN.js'

/** What the contracts object to is said in Chinese; an empty field is asked for, not called undefined. */
export function speakChinese(): void {
  z.config({ ...zhCN(), customError: (issue) => (issue.input === undefined ? '请填写' : undefined) })
}
