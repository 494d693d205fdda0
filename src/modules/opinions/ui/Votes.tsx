import { Input, Radio } from 'antd'
import { featureFinding } from '#law/terms/finding.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Field } from '#web/kit/Field.tsx'
import { useSession } from '#web/session.tsx'
import { type ChartRow, castVote } from '../contract/chart.ts'

export interface Appraiser {
  readonly accountId: string
  readonly name: string
  readonly lead: boolean
}

interface VotesProps {
  readonly caseId: string
  readonly row: ChartRow
  readonly appraisers: readonly Appraiser[]
  readonly open: boolean
}

/** One initial per appraiser; who has not voted, whose vote is out of date and who dissents is said, not only drawn. */
export function Votes({ caseId, row, appraisers, open }: VotesProps) {
  const show = useDialog()
  const { account } = useSession()
  const mine = appraisers.some(({ accountId }) => accountId === account.id)
  return (
    <div className="votes">
      <ul>
        {appraisers.map((appraiser) => (
          <Initial key={appraiser.accountId} appraiser={appraiser} row={row} />
        ))}
      </ul>
      {open && mine && row.finding !== null && (
        <button
          type="button"
          className="link-button no-print"
          onClick={() =>
            void show<void>((close) => (
              <VoteDialog caseId={caseId} row={row} own={account.id} close={() => close()} />
            ))
          }
        >
          {row.votes.some((vote) => vote.accountId === account.id && vote.current) ? '改投' : '表决'}
        </button>
      )}
    </div>
  )
}

/** Dissents as the opinion will carry them. */
export function Dissents({ row }: { readonly row: ChartRow }) {
  return row.votes
    .filter((vote) => vote.current && vote.finding !== row.finding && vote.dissent !== '')
    .map(({ accountId, name, dissent }) => (
      <p key={accountId} className="vote-dissent">
        {name}不同意见：{dissent}
      </p>
    ))
}

function Initial({ appraiser, row }: { readonly appraiser: Appraiser; readonly row: ChartRow }) {
  const vote = row.votes.find(({ accountId }) => accountId === appraiser.accountId)
  const [look, words] = !vote
    ? ['none', '尚未表决']
    : !vote.current
      ? ['stale', '表决后内容有变动，须重新表决']
      : vote.finding === row.finding
        ? ['agrees', '同意']
        : ['dissents', `不同意见：${featureFinding.label(vote.finding)}`]
  return (
    <li className={`vote vote-${look}`} title={`${appraiser.name}：${words}`}>
      <span aria-hidden="true">
        {appraiser.name.slice(0, 1)}
        {look === 'dissents' && <sup>异</sup>}
        {look === 'none' && <sup>未</sup>}
        {look === 'stale' && <sup>旧</sup>}
      </span>
      <span className="visually-hidden">
        {appraiser.name}：{words}
      </span>
    </li>
  )
}

interface VoteDialogProps {
  readonly caseId: string
  readonly row: ChartRow
  readonly own: string
  readonly close: () => void
}

function VoteDialog({ caseId, row, own, close }: VoteDialogProps) {
  const before = row.votes.find(({ accountId }) => accountId === own)
  const finding = before?.finding ?? row.finding
  return (
    <Dialog title={`对特征${row.label}表决`} onClose={close}>
      <p>{row.claimText}</p>
      <p className="faint">
        表中结果：{row.finding ? featureFinding.label(row.finding) : '未作结论'}
        。意见不同的，写明理由，载入意见书。
      </p>
      <CommandForm
        endpoint={castVote}
        fixed={{ id: caseId, rowId: row.id, version: row.version }}
        initial={{ ...(finding ? { finding } : {}), dissent: before?.dissent ?? '' }}
        submit="投票"
        done={close}
      >
        <Field name="finding">
          <Radio.Group
            className="choices"
            options={featureFinding.codes.map((code) => ({ value: code, label: featureFinding.label(code) }))}
          />
        </Field>
        <Field name="dissent" clause="广东省司法鉴定管理条例#第40条">
          <Input.TextArea rows={3} maxLength={2000} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
