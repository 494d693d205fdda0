import { Button } from 'antd'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { Section } from '#web/kit/Section.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useCan } from '#web/useCan.ts'
import { useCommand } from '#web/useCommand.ts'
import { useQuery } from '#web/useQuery.ts'
import { issue, type OpinionShown, retry, showOpinion } from '../contract/issue.ts'
import { opinionLife } from '../lifecycle.ts'
import { AfterIssue } from './AfterIssue.tsx'
import { OpinionFiles } from './OpinionFiles.tsx'
import { SigningSteps } from './SigningSteps.tsx'
import { SignPanel } from './SignPanel.tsx'

interface LivingProps {
  readonly shown: OutputOf<typeof showOpinion>
  readonly opinion: OpinionShown
}

/** The opinion that is being signed or was issued: where it stands, what this person may do with it. */
export function LivingOpinion({ shown, opinion }: LivingProps) {
  const can = useCan('/opinions', opinion.id)
  const issuing = useCommand(issue)
  const mine = opinion.signatories.find(({ signedAt }, i) => signedAt === null && isOwn(shown, opinion, i))
  const allSigned = opinion.signatories.every(({ signedAt }) => signedAt !== null)
  return (
    <>
      <Section
        title={opinion.no}
        beside={<StateTag of={opinionLife} state={opinion.state} tone={toneOf(opinion.state)} />}
      >
        <Facts
          items={[
            [
              '验证码',
              <span key="code" className="number">
                {opinion.verificationCode}
              </span>,
            ],
            ['定稿', `${opinion.frozenBy} ${shownTime(opinion.frozenAt)}`],
            ['页数', opinion.pages === null ? '成文后可知' : `${opinion.pages} 页`],
            ['登记状态', opinion.state === 'ISSUED' ? opinion.validityLabel : '尚未签发，不能使用'],
            [
              '定稿清单摘要',
              <span key="manifest">
                SHA-256 <code className="hash">{opinion.manifestSha256}</code>
              </span>,
              'wide',
            ],
            [
              opinion.state === 'ISSUED' ? '签发文件摘要' : '当前文件摘要',
              opinion.fileSha256 ? (
                <span key="file">
                  SHA-256 <code className="hash">{opinion.fileSha256}</code>
                </span>
              ) : undefined,
              'wide',
            ],
          ]}
        />
        <SigningSteps opinion={opinion} />
        {opinion.state === 'RENDERING' && <Setting id={shown.id} opinion={opinion} />}
        {opinion.state === 'READY' && (
          <div className="signing-act">
            <p>签发时逐项读回整个文件：文字、页数、字体、附件、全部签名，与定稿一致才登记签发。</p>
            <ActionButton
              primary
              can={can['opinion.issue']}
              pending={issuing.pending}
              onPress={() => void issuing.run({ id: opinion.id })}
            />
            {issuing.problem && <ProblemPanel problem={issuing.problem} />}
          </div>
        )}
      </Section>
      {opinion.state === 'SIGNING' && mine && can['opinion.sign'] && (
        <SignPanel kind="person" opinion={opinion} can={can['opinion.sign']} />
      )}
      {opinion.state === 'SIGNING' && allSigned && shown.own.issues && can['opinion.seal'] && (
        <SignPanel kind="seal" opinion={opinion} can={can['opinion.seal']} />
      )}
      {opinion.fileSha256 !== null && <OpinionFiles opinion={opinion} />}
      {opinion.state === 'ISSUED' && <AfterIssue opinion={opinion} can={can} />}
    </>
  )
}

function isOwn(shown: LivingProps['shown'], opinion: OpinionShown, i: number): boolean {
  return shown.own.account !== null && opinion.signatories[i]?.accountId === shown.own.account
}

function toneOf(state: string) {
  if (state === 'ISSUED') return 'proven' as const
  return state === 'RENDERING' ? ('waiting' as const) : ('active' as const)
}

/** Asks every two seconds until the document is set; a failure is told, and can be tried again. */
function Setting({ id, opinion }: { readonly id: string; readonly opinion: OpinionShown }) {
  useQuery(showOpinion, { id }, { everySeconds: 2 })
  const again = useCommand(retry)
  return (
    <div className="signing-act" role="status">
      {opinion.renderFailure === null ? (
        <p>定稿已登记，正在公布登记并排版成文，通常几秒钟。可以离开本页。</p>
      ) : (
        <p className="refused">没有成文：{opinion.renderFailure}。可以重新成文，或者签发退回。</p>
      )}
      <Button loading={again.pending} onClick={() => void again.run({ id: opinion.id })}>
        重新成文
      </Button>
      {again.problem && <ProblemPanel problem={again.problem} />}
    </div>
  )
}
