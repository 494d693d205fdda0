import { useParams } from '@tanstack/react-router'
import { role } from '#law/terms/role.ts'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Section } from '#web/kit/Section.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useCan } from '#web/useCan.ts'
import { useQuery } from '#web/useQuery.ts'
import { listAccounts } from '../contract.ts'
import { accountLife } from '../lifecycle.ts'
import {
  ChangeRolesDialog,
  ConfirmResetDialog,
  DisableDialog,
  EnableDialog,
  ResetPasswordDialog,
} from './AccountDialogs.tsx'

type Account = OutputOf<typeof listAccounts>['accounts'][number]

/** One account and what an administrator may do with it. */
export function AccountPage() {
  const { id } = useParams({ strict: false })
  const query = useQuery(listAccounts, { id })
  return (
    <Answered query={query} what="账号">
      {({ accounts }) => {
        const account = accounts.find((each) => each.id === id)
        return account ? <Shown account={account} /> : <Empty>没有这个账号，请从账号清单进入。</Empty>
      }}
    </Answered>
  )
}

function Shown({ account }: { readonly account: Account }) {
  const { login, name, title, contact, roles, state, totpConfirmed, mustChangePassword, reset } = account
  return (
    <Page
      title={name}
      number={login}
      crumbs={[['/accounts', '账号']]}
      state={<StateTag of={accountLife} state={state} tone={state === 'active' ? 'active' : 'closed'} />}
      actions={<Actions account={account} />}
    >
      <Section title="概况">
        <Facts
          items={[
            ['职务或职称', title],
            ['联系方式', contact],
            ['角色', roles.map((code) => role.label(code)).join('、'), 'wide'],
            ['动态口令', totpConfirmed ? '已绑定' : '未绑定'],
            ['密码', mustChangePassword ? '初始密码，本人尚未修改' : '本人已设置'],
            [
              '凭据重置',
              reset
                ? `${shownTime(reset.at)} 由${reset.by}重置，待第二人确认；确认前不能登记签名密钥`
                : undefined,
              'wide',
            ],
          ]}
        />
      </Section>
    </Page>
  )
}

function Actions({ account }: { readonly account: Account }) {
  const can = useCan('/accounts', account.id)
  const show = useDialog()
  const open = (Dialog: typeof DisableDialog) => () =>
    void show<void>((close) => <Dialog account={account} close={() => close()} />)
  return (
    <>
      <ActionButton primary can={can['account.change-roles']} onPress={open(ChangeRolesDialog)} />
      <ActionButton can={can['account.reset-password']} onPress={open(ResetPasswordDialog)} />
      {account.reset && (
        <ActionButton can={can['account.confirm-reset']} onPress={open(ConfirmResetDialog)} />
      )}
      {account.state === 'disabled' ? (
        <ActionButton can={can['account.enable']} onPress={open(EnableDialog)} />
      ) : (
        <ActionButton grave can={can['account.disable']} onPress={open(DisableDialog)} />
      )}
    </>
  )
}
