import { BadTrustFile, readTrust } from '#verify/trust-file.ts'
import { verifyOpinion } from '#verify/verify-opinion.ts'
import { drawReport } from './draw-report.ts'
import { element } from './element.ts'

/** The script of /verify: reads the chosen files here, checks them here, sends nothing anywhere but GET /trust.json. */
const form = element('drop', HTMLFormElement)
const report = element('report', HTMLElement)
const inputs = {
  pdf: element('pdf', HTMLInputElement),
  proof: element('proof', HTMLInputElement),
  trust: element('trust', HTMLInputElement),
}

const cannot = element('cannot', HTMLElement)
cannot.hidden = window.isSecureContext
if (window.isSecureContext) {
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void check()
  })
  for (const type of ['dragover', 'drop'] as const) document.addEventListener(type, take)
  for (const input of Object.values(inputs)) input.addEventListener('change', () => name(input))
} else {
  cannot.textContent =
    '浏览器只在安全连接（https，或本机 127.0.0.1）下提供核验所需的密码功能。请改用 https 网址，或用下面的命令行办法。'
}

function take(event: DragEvent): void {
  event.preventDefault()
  if (event.type !== 'drop' || !event.dataTransfer) return
  for (const file of event.dataTransfer.files) {
    const list = new DataTransfer()
    list.items.add(file)
    const input = inputOf(file.name)
    input.files = list.files
    name(input)
  }
  void check()
}

/** What was chosen, in words of ours. */
function name({ id, files }: HTMLInputElement): void {
  element(`${id}-chosen`, HTMLElement).textContent = files?.[0]?.name ?? '没有选择文件'
}

function inputOf(name: string): HTMLInputElement {
  if (name.endsWith('.tlog-proof')) return inputs.proof
  return name.endsWith('.json') ? inputs.trust : inputs.pdf
}

async function check(): Promise<void> {
  const pdf = inputs.pdf.files?.[0]
  if (!pdf) {
    say('请先选择鉴定意见书的 PDF 文件。')
    inputs.pdf.focus()
    return
  }
  say(`正在核验 ${pdf.name}……`)
  try {
    const found = await verifyOpinion({
      pdf: new Uint8Array(await pdf.arrayBuffer()),
      proof: await inputs.proof.files?.[0]?.text(),
      trust: readTrust(await trustText()),
    })
    report.replaceChildren(...drawReport(pdf.name, found, { ownTrust: inputs.trust.files?.length === 1 }))
    report.querySelector('h2')?.focus()
  } catch (error) {
    if (!(error instanceof BadTrustFile || error instanceof NoTrust)) throw error
    say(error.message)
  }
}

class NoTrust extends Error {}

async function trustText(): Promise<string> {
  const own = inputs.trust.files?.[0]
  if (own) return own.text()
  const answer = await fetch('/trust.json').catch(() => undefined)
  if (!answer?.ok) throw new NoTrust('没有取到本网站的信任文件，不能核验。请选择自己留存的 trust.json。')
  return answer.text()
}

function say(text: string): void {
  const line = document.createElement('p')
  line.textContent = text
  report.replaceChildren(line)
}
