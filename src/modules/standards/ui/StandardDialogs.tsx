import { Input, Select } from 'antd'
import { certainty } from '#law/terms/certainty.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { openConsultation, redraftStandard } from '../contract/consultation.ts'
import {
  approveStandard,
  beginDrafting,
  publishGuidance,
  publishVersion,
  supersedeStandard,
  withdrawStandard,
} from '../contract/standards.ts'
import { ClauseFields } from './ClauseFields.tsx'
import type { Standard } from './StandardPage.tsx'

interface DeedProps {
  readonly id: string
  readonly close: () => void
}

type Clauses = Standard['clauses']

/** The clauses as they stand, to be changed: without the ids of the text before. */
const asTyped = (clauses: Clauses) => clauses.map(({ id: _, ...clause }) => clause)

export function BeginDraftingDialog({ id, close }: DeedProps) {
  return (
    <Dialog title="开始起草" onClose={close}>
      <CommandForm endpoint={beginDrafting} fixed={{ id }} submit="开始起草" done={close}>
        <Field name="draftingUnits" help="输入后回车">
          <Select mode="tags" open={false} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function ConsultDialog({ id, clauses, close }: DeedProps & { readonly clauses: Clauses }) {
  return (
    <Dialog title="公开征求意见" onClose={close} wide>
      <CommandForm
        endpoint={openConsultation}
        fixed={{ id }}
        initial={{ label: '征求意见稿', clauses: asTyped(clauses) }}
        submit="公布并征求意见"
        done={close}
      >
        <Field name="label">
          <Input />
        </Field>
        <Field name="notes">
          <Input.TextArea rows={4} />
        </Field>
        <Field name="closesOn" clause="明鉴平台规则#S-02">
          <Input type="date" />
        </Field>
        <ClauseFields />
      </CommandForm>
    </Dialog>
  )
}

export function RedraftDialog({ id, close }: DeedProps) {
  return (
    <Dialog title="退回起草" onClose={close}>
      <CommandForm endpoint={redraftStandard} fixed={{ id }} submit="退回起草" done={close}>
        <Field name="reason">
          <Input.TextArea rows={3} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function ApproveDialog({ id, clauses, close }: DeedProps & { readonly clauses: Clauses }) {
  return (
    <Dialog title="批准发布" onClose={close} wide>
      <CommandForm
        endpoint={approveStandard}
        fixed={{ id }}
        initial={{ clauses: asTyped(clauses) }}
        submit="批准发布"
        done={close}
      >
        <Field name="number" required>
          <Input />
        </Field>
        <Field name="issuedOn">
          <Input type="date" />
        </Field>
        <Field name="effectiveFrom">
          <Input type="date" />
        </Field>
        <Field name="supersedes">
          <Input />
        </Field>
        <ClauseFields />
      </CommandForm>
    </Dialog>
  )
}

export function VersionDialog({
  standard,
  close,
}: {
  readonly standard: Standard
  readonly close: () => void
}) {
  return (
    <Dialog title="发布新版本" onClose={close} wide>
      <p className="intro">发布后，持有旧版本证书、正在评定或者在办案件引用本标准的机构都会收到通知。</p>
      <CommandForm
        endpoint={publishVersion}
        fixed={{ id: standard.id }}
        initial={{ certainty: standard.certainty, clauses: asTyped(standard.clauses) }}
        submit="发布新版本"
        done={close}
      >
        <Field name="label">
          <Input />
        </Field>
        <Field name="summary">
          <Input.TextArea rows={3} />
        </Field>
        <Field name="issuedOn">
          <Input type="date" />
        </Field>
        <Field name="effectiveFrom">
          <Input type="date" />
        </Field>
        <Field name="certainty">
          <Select options={optionsOf(certainty)} />
        </Field>
        <ClauseFields />
      </CommandForm>
    </Dialog>
  )
}

export function GuidanceDialog({ id, close }: DeedProps) {
  return (
    <Dialog title="发布实施指导" onClose={close}>
      <CommandForm endpoint={publishGuidance} fixed={{ id }} submit="发布" done={close}>
        <Field name="clause">
          <Input />
        </Field>
        <Field name="question">
          <Input.TextArea rows={2} />
        </Field>
        <Field name="answer">
          <Input.TextArea rows={5} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function SupersedeDialog({ id, close }: DeedProps) {
  return (
    <Dialog title="登记被代替" onClose={close}>
      <CommandForm endpoint={supersedeStandard} fixed={{ id }} submit="登记" done={close}>
        <Field name="by">
          <Input />
        </Field>
        <Field name="on">
          <Input type="date" />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

export function WithdrawDialog({ id, close }: DeedProps) {
  return (
    <Dialog title="废止标准" onClose={close}>
      <CommandForm endpoint={withdrawStandard} fixed={{ id }} submit="废止" done={close}>
        <Field name="on">
          <Input type="date" />
        </Field>
        <Field name="reason">
          <Input.TextArea rows={3} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
