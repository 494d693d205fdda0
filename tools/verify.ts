import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { BadTrustFile, readTrust } from '#verify/trust-file.ts'
import { type Report, verifyOpinion } from '#verify/verify-opinion.ts'

const usage = `用法：npm run verify -- 文件.pdf [--proof opinion.tlog-proof] --trust trust.json

  文件.pdf   要核验的鉴定意见书
  --proof    签发时一并交付的登记证明；不给则“最终登记未核对”
  --trust    信任文件：日志公钥、证书和时间戳的根。应从可信途径取得，不能取自被核验的文件

不联网。全部成立时退出码为 0，有不成立的为 1，用法或文件有误为 2。`

/** What stops the program before anything was checked; said without a stack. */
class Usage extends Error {}

async function read(path: string, what: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch {
    throw new Usage(`读不到${what} ${path}：请检查路径和权限`)
  }
}

async function main(): Promise<number> {
  const { file, proof, trust } = readArguments()
  const report = await verifyOpinion({
    pdf: await read(file, '要核验的文件'),
    proof: proof === undefined ? undefined : (await read(proof, '登记证明')).toString('utf8'),
    trust: readTrust((await read(trust, '信任文件')).toString('utf8')),
  })
  for (const line of reportLines(file, report)) console.log(line)
  return report.ok ? 0 : 1
}

function readArguments(): { file: string; proof: string | undefined; trust: string } {
  try {
    const options = { proof: { type: 'string' }, trust: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [file, more] = positionals
    if (!file || more) throw new Usage(`请给出一个要核验的文件。\n\n${usage}`)
    if (!values.trust) throw new Usage(`请用 --trust 给出信任文件。\n\n${usage}`)
    return { file, proof: values.proof, trust: values.trust }
  } catch (error) {
    if (error instanceof Usage) throw error
    throw new Usage(`参数无法识别。\n\n${usage}`)
  }
}

function reportLines(file: string, { sentence, findings, changed }: Report): string[] {
  return [
    `核验 ${file}`,
    `结论：${sentence}`,
    '',
    ...findings.map(({ holds, sentence: said, detail }) => {
      const word = holds === null ? '未核对' : holds ? '成立　' : '不成立'
      return `［${word}］${said}${detail ? `：${detail}` : ''}`
    }),
    ...(changed.length > 0 ? ['', '与原件不同之处：', ...changed.map((place) => `  ${place.sentence}`)] : []),
  ]
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof Usage || error instanceof BadTrustFile)) throw error
  console.error(error.message)
  process.exitCode = 2
}
