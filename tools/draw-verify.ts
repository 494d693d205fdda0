import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { checkDraw, type DrawReport } from '#verify/check-draw.ts'
import { BadTrustFile, readTrust } from '#verify/trust-file.ts'

const usage = `用法：npm run draw:verify -- 证据.json --trust trust.json [--order]

  证据.json  公开抽签页面下载的证据文件
  --trust    信任文件：日志公钥。应从可信途径取得，不能取自被核验的文件
  --order    打印重算出的全部次序

不联网。全部成立时退出码为 0，有不成立的为 1，用法或文件有误为 2。`

/** What stops the program before anything was checked; said without a stack. */
class Usage extends Error {}

async function read(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new Usage(`读不到${what} ${path}：请检查路径和权限`)
  }
}

async function main(): Promise<number> {
  const { file, trust, order } = readArguments()
  const report = await checkDraw(await read(file, '证据文件'), readTrust(await read(trust, '信任文件')))
  for (const line of reportLines(file, report, order)) console.log(line)
  return report.ok ? 0 : 1
}

function readArguments(): { file: string; trust: string; order: boolean } {
  try {
    const options = { trust: { type: 'string' }, order: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [file, more] = positionals
    if (!file || more) throw new Usage(`请给出一个证据文件。\n\n${usage}`)
    if (!values.trust) throw new Usage(`请用 --trust 给出信任文件。\n\n${usage}`)
    return { file, trust: values.trust, order: values.order }
  } catch (error) {
    if (error instanceof Usage) throw error
    throw new Usage(`参数无法识别。\n\n${usage}`)
  }
}

function reportLines(file: string, { sentence, findings, deal }: DrawReport, withOrder: boolean): string[] {
  const { order, commitment } = deal ?? {}
  return [
    `核验 ${file}`,
    `结论：${sentence}`,
    '',
    ...findings.map(({ holds, sentence: said, detail }) => {
      const word = holds === null ? '未核对' : holds ? '成立　' : '不成立'
      return `［${word}］${said}${detail ? `：${detail}` : ''}`
    }),
    ...(commitment
      ? [
          '',
          `委托机关：${commitment.authority}`,
          `候选名单取自日志规模 ${commitment.register} 时的名录；要核对名单本身，请用名录文件对照每个候选的散列。`,
        ]
      : []),
    ...(withOrder && order
      ? ['', '抽出的次序：', ...order.map((key, place) => `  ${place + 1}. ${key}`)]
      : []),
  ]
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof Usage || error instanceof BadTrustFile)) throw error
  console.error(error.message)
  process.exitCode = 2
}
