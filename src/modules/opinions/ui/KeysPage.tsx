import { Input } from 'antd'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Section } from '#web/kit/Section.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useCan } from '#web/useCan.ts'
import { useQuery } from '#web/useQuery.ts'
import { keyKind, myKeys, revokeKey, type SigningKey } from '../contract/keys.ts'
import { signingKeyLife } from '../lifecycle.ts'
import { unconfirmed } from '../rules/keys.ts'
import { NewKeyForm } from './NewKeyForm.tsx'
import './signing.css'

/** One's own signing keys: make one, see which certificate it has, report one lost. */
export function KeysPage() {
  const query = useQuery(myKeys, {})
  return (
    <Page title="我的签名密钥">
      <Answered query={query} what="签名密钥">
        {({ keys, kinds, openReset, notConnected }) => {
          const open = kinds.filter(
            (kind) => !keys.some((key) => key.kind === kind && key.state === 'ACTIVE'),
          )
          return (
            <>
              {openReset && open.length > 0 && (
                <Section title="暂不能登记密钥">
                  <p>{unconfirmed(openReset).fail}。</p>
                  <p>{unconfirmed(openReset).remedy}</p>
                </Section>
              )}
              {!openReset && open.map((kind) => <NewKeyForm key={kind} kind={kind} />)}
              {keys.length === 0 && open.length === 0 && (
                <Section title="密钥">
                  <Empty>签名密钥由鉴定人和授权签发人登记。</Empty>
                </Section>
              )}
              {keys.map((key) => (
                <KeySheet key={key.id} of={key} />
              ))}
              <Section title="其他签名方式">
                <ul className="plain-list">
                  {notConnected.map((each) => (
                    <li key={each}>{each}</li>
                  ))}
                </ul>
              </Section>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function KeySheet({ of: key }: { readonly of: SigningKey }) {
  const can = useCan('/keys', key.id)
  const show = useDialog()
  const active = key.state === 'ACTIVE'
  return (
    <Section
      title={keyKind.label(key.kind)}
      beside={<StateTag of={signingKeyLife} state={key.state} tone={active ? 'active' : 'closed'} />}
    >
      <Facts
        items={[
          ['证书名义', key.name],
          ['签发机构', `${key.authority}${key.demonstration ? '（演示证书，不具法律效力）' : ''}`],
          ['登记时间', shownTime(key.registeredAt)],
          ['挂失', key.revokedAt ? `${shownTime(key.revokedAt)}：${key.revokeReason ?? ''}` : undefined],
          [
            '证书摘要',
            <span key="sha">
              SHA-256 <code className="hash">{key.certificateSha256}</code>
            </span>,
            'wide',
          ],
        ]}
      />
      {active && (
        <ActionButton
          grave
          can={can['key.revoke']}
          onPress={() => void show<void>((close) => <RevokeDialog id={key.id} close={() => close()} />)}
        />
      )}
    </Section>
  )
}

function RevokeDialog({ id, close }: { readonly id: string; readonly close: () => void }) {
  return (
    <Dialog title="挂失签名密钥" onClose={close}>
      <p className="intro">
        挂失后这个密钥不能再用，也不能恢复；它在尚未签发的意见书上的签名不再有效，须由签发人退回重新定稿。已签发的不受影响。
      </p>
      <CommandForm endpoint={revokeKey} fixed={{ id }} submit="挂失" done={close}>
        <Field name="reason">
          <Input maxLength={200} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
