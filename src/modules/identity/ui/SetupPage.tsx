import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { Answered } from '#web/kit/Answered.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Field } from '#web/kit/Field.tsx'
import { FieldGroup } from '#web/kit/FormPage.tsx'
import { To } from '#web/kit/To.tsx'
import { useQuery } from '#web/useQuery.ts'
import { createFirstAdministrator, setupState } from '../contract.ts'
import { MIN_PASSWORD_LENGTH } from '../rules.ts'
import { Gate } from './Gate.tsx'

/** The first administrator of a new installation, proved by the code that the server showed to who started it. */
export function SetupPage() {
  const setup = useQuery(setupState, {})
  return (
    <Answered query={setup} what="初始化状态">
      {({ firstAdministratorNeeded }) => (firstAdministratorNeeded ? <FirstAdministrator /> : <Done />)}
    </Answered>
  )
}

function Done() {
  return (
    <Gate title="已经完成初始化">
      <p>
        首个系统管理员已经建立，不能再次办理。<To to="/sign-in">去登录</To>
      </p>
    </Gate>
  )
}

function FirstAdministrator() {
  const navigate = useNavigate()
  return (
    <Gate
      title="建立首个系统管理员"
      intro="新安装的平台还没有任何账号。安装码在启动服务器的窗口或日志里，只用一次。"
    >
      <CommandForm
        endpoint={createFirstAdministrator}
        submit="建立并去登录"
        done={() => void navigate({ to: '/sign-in' })}
      >
        <Field name="setupCode">
          <Input autoComplete="off" autoFocus />
        </Field>
        <FieldGroup title="运行单位">
          <Field name="organisationName">
            <Input autoComplete="organization" />
          </Field>
        </FieldGroup>
        <FieldGroup title="系统管理员">
          <Field name="name">
            <Input autoComplete="name" />
          </Field>
          <Field name="login" help="3 至 32 位小写字母、数字、点、横线或下划线">
            <Input autoComplete="username" autoCapitalize="none" />
          </Field>
          <Field name="password" help={`至少 ${MIN_PASSWORD_LENGTH} 个字符，不含登录名`}>
            <Input.Password autoComplete="new-password" />
          </Field>
        </FieldGroup>
      </CommandForm>
    </Gate>
  )
}
