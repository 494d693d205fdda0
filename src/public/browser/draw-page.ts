import { checkDraw } from '#verify/check-draw.ts'
import { BadTrustFile, readTrust } from '#verify/trust-file.ts'
import { element, make } from './element.ts'

/** The script of /draws/:id: fetches the evidence and the trust file of this site and repeats the draw here. */
const place = element('recompute', HTMLParagraphElement)
const report = element('report', HTMLElement)
const button = place.querySelector('button')

if (window.isSecureContext && button) {
  place.hidden = false
  button.addEventListener('click', () => void recompute())
}

async function recompute(): Promise<void> {
  say('正在重算……')
  const [evidence, trust] = await Promise.all([textOf(place.dataset.evidence ?? ''), textOf('/trust.json')])
  if (evidence === undefined || trust === undefined) return say('没有取到证据文件或信任文件，请稍后再试。')
  try {
    const { sentence, findings, ok, deal } = await checkDraw(evidence, readTrust(trust))
    const words = {
      true: ['holds', '成立'],
      false: ['broken', '不成立'],
      null: ['unchecked', '未核对'],
    } as const
    report.replaceChildren(
      make(
        'div',
        `sentence sentence-${ok ? 'proven' : 'refused'}`,
        make('p', 'sentence-word', ok ? '重算相符' : '重算不符'),
        make('p', '', sentence),
      ),
      make(
        'ul',
        'findings',
        ...findings.map(({ holds, sentence: said, detail }) => {
          const [state, word] = words[`${holds}`]
          const parts = [make('strong', 'finding-word', word), make('span', '', said)]
          if (detail) parts.push(make('span', 'finding-detail', detail))
          return make('li', `finding finding-${state}`, ...parts)
        }),
      ),
      ...(deal?.order
        ? [
            make(
              'p',
              'faint',
              `重算的次序：${deal.order
                .slice(0, 20)
                .map((key) => key.slice(key.indexOf(':') + 1))
                .join('、')}`,
            ),
          ]
        : []),
      make(
        'p',
        'faint',
        '依据本网站现在提供的信任文件。如果不能确定本网站可信，请用自己留存的信任文件和命令行核验。',
      ),
    )
  } catch (error) {
    if (error instanceof BadTrustFile) return say(error.message)
    if (error instanceof DOMException)
      return say('这个浏览器不能核对 Ed25519 签名，请换用新版浏览器，或用命令行核验。')
    throw error
  }
}

async function textOf(path: string): Promise<string | undefined> {
  const answer = await fetch(path).catch(() => undefined)
  return answer?.ok ? answer.text() : undefined
}

function say(text: string): void {
  report.replaceChildren(make('p', '', text))
}
