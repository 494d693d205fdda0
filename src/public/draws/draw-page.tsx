import type { z } from 'zod'
import { beijingTime } from '#kernel/beijing.ts'
import { declineReason, exclusion } from '#law/terms/selection.ts'
import type { showDraw } from '#modules/selection/contract/draws.ts'
import { Facts } from '../parts/Facts.tsx'
import { Sentence } from '../parts/Sentence.tsx'
import type { PublicPage } from '../public-page.tsx'
import { stateWord } from './draws-page.tsx'
import { needText } from './need-text.ts'

type Draw = z.output<typeof showDraw.output>

/** Rows that a page shows; the evidence file holds all. */
const SHOWN = 100

/** `/draws/:id`: what was laid down before, what came out of it, and how anyone checks it. */
export function drawPage(draw: Draw, script: string | undefined): PublicPage {
  return {
    title: `公开抽签 · ${draw.authority}`,
    ...(script ? { script } : {}),
    body: (
      <article>
        <div className="prose">
          <p className="crumbs">
            <a href="/draws">公开抽签</a>
          </p>
          <h1>{draw.authority}的公开抽签</h1>
          <Sentence tone={draw.state === 'VOIDED' ? 'refused' : 'plain'} word={stateWord(draw.state)}>
            {sentenceOf(draw)}
          </Sentence>
          <Facts
            of={{
              需求: needText(draw),
              登记: `${beijingTime(new Date(draw.committedAt))}，日志第 ${draw.logIndex} 号`,
              密钥的散列: <code className="hash">{draw.commitment}</code>,
              约定的日志规模: <span className="number">{draw.size}</span>,
              开封期限: draw.openBy,
              开封: draw.openedAt && beijingTime(new Date(draw.openedAt)),
              密钥: draw.secret && <code className="hash">{draw.secret}</code>,
              约定规模的日志根: draw.root && <code className="hash">{draw.root}</code>,
            }}
          />
        </div>
        <Turns turns={draw.turns} />
        <Candidates draw={draw} />
        <Excluded excluded={draw.excluded} />
        <Check draw={draw} script={script} />
      </article>
    ),
  }
}

function sentenceOf({ state, with: stands, openBy, authority, candidates }: Draw): string {
  const sentences: Readonly<Record<string, string>> = {
    COMMITTED: `${candidates} 家候选机构和密钥的散列已经登记，等待开封；${openBy} 以前不开封即作废。`,
    OFFERED: `已经开封，现由${stands ?? '抽出的机构'}答复。`,
    DECLINED: '抽出的机构没有承接，正在按次序递补。',
    ACCEPTED: `${stands ?? '抽出的机构'}已经承接。`,
    EXHAUSTED: '抽出的机构依次均未承接，本次抽签结束。',
    VOIDED: `${authority}没有在 ${openBy} 以前开封，本次抽签作废。`,
  }
  return sentences[state] ?? ''
}

function Turns({ turns }: Pick<Draw, 'turns'>) {
  if (turns.length === 0) return null
  const words: Readonly<Record<string, string>> = { ACCEPTED: '承接', LAPSED: '逾期未答复' }
  const grounds: Readonly<Record<string, string>> = declineReason.labels
  return (
    <section>
      <h2>答复与递补</h2>
      <ol className="changes">
        {turns.map(({ place, name, answer, reason, at, answerBy }) => (
          <li key={place}>
            <strong>
              第 {place + 1} 位 {name}
            </strong>
            <p>
              {answer === 'PENDING' && `待答复，期限 ${answerBy}`}
              {answer === 'DECLINED' && `谢绝：${grounds[reason ?? ''] ?? ''}`}
              {words[answer]}
            </p>
            {at && <p className="faint">{beijingTime(new Date(at))}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Candidates({ draw: { listed, openedAt, register } }: { readonly draw: Draw }) {
  const rows = listed.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)).slice(0, SHOWN)
  return (
    <section>
      <h2>候选机构{openedAt && '，按抽出的次序'}</h2>
      <table>
        <caption>
          共 {listed.length} 家，取自日志规模 {register} 时的名录
          {listed.length > SHOWN && `；这里列出 ${SHOWN} 家，全部见证据文件`}
        </caption>
        <thead>
          <tr>
            <th scope="col">机构</th>
            <th scope="col">名录编号</th>
            <th scope="col">次序</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, place }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td data-label="名录编号" className="number">
                {numberOf(key)}
              </td>
              <td data-label="次序" className="number">
                {place === null ? '未开封' : place + 1}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Excluded({ excluded }: Pick<Draw, 'excluded'>) {
  const reasons: Readonly<Record<string, string>> = exclusion.labels
  const groups = new Map<string, string[]>()
  for (const { key, reason } of excluded) groups.set(reason, [...(groups.get(reason) ?? []), numberOf(key)])
  if (groups.size === 0) return null
  return (
    <section className="prose">
      <h2>未列入候选的机构</h2>
      <dl className="facts">
        {[...groups].map(([reason, numbers]) => (
          <div key={reason}>
            <dt>{reasons[reason] ?? reason}</dt>
            <dd>
              {numbers.length} 家{reason !== 'SCOPE' && `：${numbers.slice(0, SHOWN).join('、')}`}
            </dd>
          </div>
        ))}
      </dl>
      <p className="faint">
        “另有原因”包括承办量已满和利害关系。为不透露他人案件，两者不作区分；具体原因留痕，由审计核查。
      </p>
    </section>
  )
}

function Check({ draw: { id }, script }: { readonly draw: Draw; readonly script: string | undefined }) {
  return (
    <section className="prose">
      <h2>自己核验</h2>
      {script && (
        <p id="recompute" hidden data-evidence={`/draws/${id}/evidence.json`}>
          <button type="button">在浏览器里重算</button>
        </p>
      )}
      <div id="report" aria-live="polite" />
      <p>
        <a href={`/draws/${id}/evidence.json`}>下载证据文件</a>
        ，取得本平台的程序和自己留存的信任文件后，断网运行：
      </p>
      <pre>
        <code>npm run draw:verify -- draw-{id}.json --trust trust.json</code>
      </pre>
      <p>
        种子 = SHA-256(“mingjian draw v1” 换行 ‖ 约定规模的日志根 ‖ 密钥)；次序 = 各候选编号的
        HMAC-SHA-256(种子, 编号)
        由小到大。登记时日志根还不存在，密钥只有委托机关知道，所以任何一方都不能单独左右结果。
      </p>
    </section>
  )
}

/** The number that people know an institution by. */
function numberOf(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}
