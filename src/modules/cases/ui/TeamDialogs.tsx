import { Checkbox, Input, Select } from 'antd'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import {
  assignHandlers,
  assignIssuer,
  assignReviewer,
  type CaseMember,
  nominateAppraiser,
  replaceMember,
} from '../contract/team.ts'
import type { Team } from './TeamPage.tsx'

interface TeamDialogProps {
  readonly id: string
  readonly team: Team
  readonly close: () => void
}

/** Those who cannot serve stay in the list with the reason; whoever names one is told rule, clause and remedy. */
function appraiserOptions(team: Team) {
  const present = new Set(
    team.members.filter(({ leftAt }) => leftAt === null).map(({ accountId }) => accountId),
  )
  return team.candidates.appraisers.map(({ accountId, name, qualified, because }) => ({
    value: accountId,
    label: present.has(accountId) ? `${name}（已在鉴定组）` : qualified ? name : `${name}（${because}）`,
    disabled: present.has(accountId),
  }))
}

const peopleOptions = (people: readonly { readonly accountId: string; readonly name: string }[]) =>
  people.map(({ accountId, name }) => ({ value: accountId, label: name }))

export function NominateDialog({ id, team, close }: TeamDialogProps) {
  return (
    <Dialog title="指定鉴定人" onClose={close}>
      <CommandForm endpoint={nominateAppraiser} fixed={{ id }} submit="指定" done={close}>
        <Field name="accountId" clause="法释〔2020〕12号#第23条">
          <Select options={appraiserOptions(team)} placeholder="具备本案类型和领域资格的鉴定人" />
        </Field>
        <Field name="lead" label="主鉴定人" valuePropName="checked">
          <Checkbox>由其担任主鉴定人</Checkbox>
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function ReplaceDialog({
  id,
  team,
  leaving,
  close,
}: TeamDialogProps & { readonly leaving: CaseMember }) {
  return (
    <Dialog title={`更换${leaving.name}`} onClose={close}>
      <p className="intro">接任者承接其在方案中的步骤，须签署承诺书；鉴定组名单须重新告知各方。</p>
      <CommandForm
        endpoint={replaceMember}
        fixed={{ id, accountId: leaving.accountId }}
        submit="更换"
        done={close}
      >
        <Field name="reason">
          <Input.TextArea rows={3} />
        </Field>
        <Field name="successorId">
          <Select options={appraiserOptions(team)} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function ReviewersDialog({ id, team, close }: TeamDialogProps) {
  return (
    <Dialog title="指定复核人" onClose={close}>
      <CommandForm
        endpoint={assignReviewer}
        fixed={{ id }}
        initial={{ accountIds: team.reviewers.map(({ accountId }) => accountId) }}
        submit="指定"
        done={close}
      >
        <Field name="accountIds" clause="司法部令第132号#第35条">
          <Select mode="multiple" options={peopleOptions(team.candidates.reviewers)} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function IssuerDialog({ id, team, close }: TeamDialogProps) {
  return (
    <Dialog title="指定签发人" onClose={close}>
      <CommandForm
        endpoint={assignIssuer}
        fixed={{ id }}
        initial={team.issuer ? { accountId: team.issuer.accountId } : {}}
        submit="指定"
        done={close}
      >
        <Field name="accountId" clause="明鉴平台规则#P-11">
          <Select options={peopleOptions(team.candidates.issuers)} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function HandlersDialog({ id, team, close }: TeamDialogProps) {
  return (
    <Dialog title="指定经办人员" onClose={close}>
      <p className="intro">本案限定人员知悉。没有在这里指定的受理、保管、档案和辅助人员看不见本案。</p>
      <CommandForm
        endpoint={assignHandlers}
        fixed={{ id }}
        initial={{ accountIds: (team.handlers ?? []).map(({ accountId }) => accountId) }}
        submit="指定"
        done={close}
      >
        <Field
          name="accountIds"
          clause="法释〔2020〕12号#第26条"
          help="登记材料、送达、归档的人员；留空即全部撤下"
        >
          <Select mode="multiple" options={peopleOptions(team.candidates.handlers)} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
