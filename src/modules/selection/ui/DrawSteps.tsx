import { ActionButton } from '#web/kit/ActionButton.tsx'
import { ClauseLink } from '#web/kit/ClauseLink.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useCan } from '#web/useCan.ts'
import { CommitDialog, OpenDialog } from './DrawDialogs.tsx'
import type { Selection } from './SelectionPage.tsx'

/** The draw as a clerk does it: lay down, wait, open. Nothing where another way was taken. */
export function DrawSteps({ found }: { readonly found: Selection }) {
  const { state, draw, id } = found
  if (!draw && state !== 'DESCRIBED' && state !== 'DECLINED') return null
  return (
    <Section
      title="公开抽签"
      beside={draw ? <a href={`/draws/${id}`}>公开页面</a> : <ClauseLink id="明鉴平台规则#L-02" />}
    >
      <ol className="draw-steps">
        <Commit found={found} />
        <Wait found={found} />
        <Open found={found} />
      </ol>
    </Section>
  )
}

interface StepProps {
  readonly found: Selection
}

function Commit({ found: { id, need, draw, assessed } }: StepProps) {
  const can = useCan('/selections', id)
  const show = useDialog()
  return (
    <li>
      <strong>登记承诺</strong>
      {draw ? (
        <p>
          {draw.candidates} 家候选、排除理由和密钥的散列已在日志第 {draw.logIndex} 号登记，
          {shownTime(draw.committedAt)}。
        </p>
      ) : (
        <>
          <p>
            由您的浏览器生成一个密钥，把它的散列连同候选名单登记公开；密钥由您自己保存，开封以前谁也不知道结果。
            登记后不能撤回，逾期不开封的记在本单位名下并公开。
          </p>
          <ActionButton
            primary
            can={can['selection.commit-draw']}
            onPress={() =>
              void show<void>((close) => (
                <CommitDialog
                  id={id}
                  caseNo={need.caseNo}
                  candidates={assessed?.candidates.length ?? 0}
                  close={() => close()}
                />
              ))
            }
          >
            生成密钥并登记
          </ActionButton>
        </>
      )}
    </li>
  )
}

function Wait({ found: { draw } }: StepProps) {
  const reached = draw !== null && draw.publishedSize >= draw.size
  return (
    <li>
      <strong>等待日志</strong>
      <p role="status">
        {!draw && '登记后公开日志会再走几条，约几秒；走到约定的规模，它的根才确定。'}
        {draw && !reached && `公开日志走到 ${draw.publishedSize}，约定的规模是 ${draw.size}，请稍候。`}
        {reached && `公开日志已走到约定的规模 ${draw.size}，可以开封。`}
      </p>
    </li>
  )
}

function Open({ found: { id, draw, state } }: StepProps) {
  const can = useCan('/selections', id)
  const show = useDialog()
  return (
    <li>
      <strong>开封</strong>
      {draw?.opened && (
        <>
          <p>
            {shownTime(draw.opened.at)}开封。抽出的次序：
            {draw.opened.order
              .slice(0, 10)
              .map(({ name }, place) => `${place + 1}. ${name}`)
              .join('　')}
            {draw.opened.order.length > 10 && ` 等 ${draw.opened.order.length} 家`}
          </p>
          <p className="faint">任何人都可以在公开页面下载证据文件重算。</p>
        </>
      )}
      {state === 'VOIDED' && <p>没有在 {draw?.openBy} 以前开封，抽签已作废并公开。</p>}
      {state === 'COMMITTED' && (
        <>
          <p>请在 {draw?.openBy} 以前用保存的密钥开封。</p>
          <ActionButton
            primary
            can={can['selection.open-draw']}
            onPress={() => void show<void>((close) => <OpenDialog id={id} close={() => close()} />)}
          />
        </>
      )}
      {!draw && <p className="faint">用保存的密钥开封，平台按日志根和密钥排出全部候选的次序，首位先答复。</p>}
    </li>
  )
}
