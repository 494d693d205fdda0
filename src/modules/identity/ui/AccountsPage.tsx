import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { z } from 'zod'
import { role } from '#law/terms/role.ts'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { ListPage } from '#web/kit/ListPage.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { To } from '#web/kit/To.tsx'
import { useSession } from '#web/session.tsx'
import { useFilters } from '#web/useFilters.ts'
import { useQuery } from '#web/useQuery.ts'
import { listAccounts } from '../contract.ts'
import { accountLife } from '../lifecycle.ts'

const filterSchema = z.object({ organisation: z.uuid().optional().catch(undefined) })

type Account = OutputOf<typeof listAccounts>['accounts'][number]

const columns: readonly Column<Account>[] = [
  {
    title: '人员',
    cell: ({ id, name, login, organisationId }) => (
      <To to={`/accounts/${id}`} search={{ organisation: organisationId }}>
        {name} <span className="number">{login}</span>
      </To>
    ),
  },
  { title: '职务或职称', cell: ({ title }) => title ?? '—' },
  { title: '角色', cell: ({ roles }) => roles.map((code) => role.label(code)).join('、') },
  { title: '动态口令', short: true, cell: ({ totpConfirmed }) => (totpConfirmed ? '已绑定' : '未绑定') },
  {
    title: '状态',
    short: true,
    cell: ({ state }) => (
      <StateTag of={accountLife} state={state} tone={state === 'active' ? 'active' : 'closed'} />
    ),
  },
]

/** The accounts of one organisation: one's own, or the one that the address names. */
export function AccountsPage() {
  const [{ organisation }] = useFilters(filterSchema)
  const query = useQuery(listAccounts, organisation ? { organisationId: organisation } : {})
  const { roles, organisation: own } = useSession()
  const navigate = useNavigate()
  const mayCreate = roles.includes('SYSTEM_ADMIN') || roles.includes('INSTITUTION_ADMIN')
  return (
    <ListPage
      title={organisation && organisation !== own.id ? '该单位的账号' : `${own.name}的账号`}
      total={query.data?.accounts.length}
      crumbs={roles.includes('SYSTEM_ADMIN') ? [['/organisations', '单位']] : []}
      actions={
        mayCreate && (
          <Button
            type="primary"
            onClick={() =>
              void navigate({ to: '/accounts/create', search: { organisation: organisation ?? own.id } })
            }
          >
            开立账号
          </Button>
        )
      }
    >
      <Answered query={query} what="账号">
        {({ accounts }) => (
          <Listing
            caption="账号清单"
            rows={accounts}
            rowKey={({ id }) => id}
            columns={columns}
            empty="这个单位还没有账号。用“开立账号”为人员开立，初始密码只显示一次。"
          />
        )}
      </Answered>
    </ListPage>
  )
}
