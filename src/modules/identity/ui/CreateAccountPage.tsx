import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { role } from '#law/terms/role.ts'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { Choices } from '#web/kit/Choices.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Field } from '#web/kit/Field.tsx'
import { FieldGroup, FormPage } from '#web/kit/FormPage.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { useSession } from '#web/session.tsx'
import { useFilters } from '#web/useFilters.ts'
import { useQuery } from '#web/useQuery.ts'
import { createAccount, listOrganisations, type OrganisationKind } from '../contract.ts'
import { rolesOfOrganisation } from '../rules.ts'
import { OncePassword } from './OncePassword.tsx'

const filterSchema = z.object({ organisation: z.uuid().optional().catch(undefined) })

interface Employer {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
}

/** Opens an account in one's own organisation or, for platform staff, in the one that the address names. */
export function CreateAccountPage() {
  const [{ organisation }] = useFilters(filterSchema)
  const { organisation: own } = useSession()
  if (!organisation || organisation === own.id) return <Create employer={own} />
  return <CreateElsewhere id={organisation} />
}

function CreateElsewhere({ id }: { readonly id: string }) {
  const query = useQuery(listOrganisations, {})
  return (
    <Answered query={query} what="单位">
      {({ organisations }) => {
        const employer = organisations.find((each) => each.id === id)
        return employer ? <Create employer={employer} /> : <p>没有这个单位，请从单位清单进入。</p>
      }}
    </Answered>
  )
}

function Create({ employer }: { readonly employer: Employer }) {
  const navigate = useNavigate()
  const [made, setMade] = useState<OutputOf<typeof createAccount>>()
  const toList = () => void navigate({ to: '/accounts', search: { organisation: employer.id } })
  if (made)
    return (
      <FormPage title="账号已开立" crumbs={[['/accounts', '账号']]}>
        <OncePassword login={made.login} password={made.initialPassword} onDone={toList} />
      </FormPage>
    )
  return (
    <FormPage
      title="开立账号"
      crumbs={[['/accounts', '账号']]}
      intro={`为${employer.name}的人员开立。初始密码由系统生成，只显示一次；本人首次登录须修改。`}
    >
      <CommandForm
        endpoint={createAccount}
        fixed={{ organisationId: employer.id }}
        initial={{ roles: [] }}
        submit="开立账号"
        done={({ data }) => setMade(data)}
      >
        <FieldGroup title="人员">
          <Field name="name">
            <Input autoComplete="off" />
          </Field>
          <Field name="title">
            <Input />
          </Field>
          <Field name="contact" help="电话或电子邮箱">
            <Input autoComplete="off" />
          </Field>
        </FieldGroup>
        <FieldGroup title="账号">
          <Field name="login" help="3 至 32 位小写字母、数字、点、横线或下划线">
            <Input autoComplete="off" autoCapitalize="none" />
          </Field>
          <Field name="roles" clause="明鉴平台规则#H-13">
            <Choices label="角色" options={optionsOf(role, rolesOfOrganisation[employer.kind])} />
          </Field>
        </FieldGroup>
      </CommandForm>
    </FormPage>
  )
}
