import type { Finding } from '#verify/finding.ts'
import type { Report } from '#verify/verify-opinion.ts'
import { make } from './element.ts'

const verdicts: Readonly<Record<Report['verdict'], { tone: string; word: string }>> = {
  holds: { tone: 'proven', word: '核验通过' },
  altered: { tone: 'refused', word: '核验不通过' },
  untrusted: { tone: 'refused', word: '不能证实' },
  unreadable: { tone: 'refused', word: '无法核验' },
}

/** Intact and signed by those it should be, but the registration is still to be compared: not yet the whole proof. */
const partly = { tone: 'open', word: '签名核验通过，最终登记未核对' }

/** What was found, the plain sentence first, then each finding, the places that differ, and whose trust it rests on. */
export function drawReport(file: string, report: Report, { ownTrust }: { ownTrust: boolean }): Node[] {
  const open = report.findings.some(({ holds }) => holds === null)
  const { tone, word } = report.verdict === 'holds' && open ? partly : verdicts[report.verdict]
  const findings = [...report.findings].sort(byWeight)
  const heading = make('h2', '', `核验结果：${file}`)
  heading.tabIndex = -1
  return [
    heading,
    make(
      'div',
      `sentence sentence-${tone}`,
      make('p', 'sentence-word', word),
      make('p', '', report.sentence),
    ),
    ...changedPlaces(report.changed),
    make('ul', 'findings', ...findings.filter(forEveryone).map(drawFinding)),
    technical(findings.filter((finding) => !forEveryone(finding))),
    make(
      'p',
      'faint',
      ownTrust
        ? '依据您选择的信任文件核验。'
        : '依据本网站现在提供的信任文件核验：如果不能确定本网站可信，请改用自己留存的 trust.json。',
    ),
  ]
}

function changedPlaces(changed: Report['changed']): Node[] {
  if (changed.length === 0) return []
  const places = changed.map(({ sentence }) => make('li', '', sentence))
  return [make('h3', '', '与签发时不同之处'), make('ul', '', ...places)]
}

/** Who signed and what is registered, and whatever does not hold; the form of bytes is for those who ask. */
function forEveryone({ id, holds }: Finding): boolean {
  return holds !== true || /^(signature\.\d+\.(integrity|trust)|freeze|signers|issue)$/.test(id)
}

function technical(findings: readonly Finding[]): Node {
  return make(
    'details',
    '',
    make('summary', '', `技术细节（${findings.length} 项均成立）`),
    make('ul', 'findings', ...findings.map(drawFinding)),
  )
}

/** What does not hold stands first, then what was not checked. */
function byWeight(a: Finding, b: Finding): number {
  const weight = ({ holds }: Finding) => (holds === false ? 0 : holds === null ? 1 : 2)
  return weight(a) - weight(b)
}

function drawFinding({ holds, sentence, detail }: Finding): Node {
  const state = holds === null ? 'unchecked' : holds ? 'holds' : 'broken'
  const word = holds === null ? '未核对' : holds ? '成立' : '不成立'
  const line = make(
    'li',
    `finding finding-${state}`,
    make('strong', 'finding-word', word),
    make('span', '', sentence),
  )
  if (detail) line.append(make('span', 'finding-detail', detail))
  return line
}
