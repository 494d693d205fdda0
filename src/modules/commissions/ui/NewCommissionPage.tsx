import { useNavigate } from '@tanstack/react-router'
import { Form } from 'antd'
import { useEffect, useRef } from 'react'
import { z } from 'zod'
import { Problem, problemDocument } from '#kernel/problem.ts'
import { type RoleCode, role } from '#law/terms/role.ts'
import { entrustingTypesOfKind } from '#modules/identity/rules.ts'
import type { InputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { DraftStatus } from '#web/kit/DraftStatus.tsx'
import { FormPage } from '#web/kit/FormPage.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { useSession } from '#web/session.tsx'
import { useDraft } from '#web/useDraft.ts'
import { useFilters } from '#web/useFilters.ts'
import { useQuery } from '#web/useQuery.ts'
import { saveDraft, showDraft, submit } from '../contract/endpoints.ts'
import { CommissionFields } from './CommissionFields.tsx'
import { draftId } from './draft-id.ts'

const filterSchema = z.object({ draft: z.uuid().optional().catch(undefined) })

/** The commission form: a new draft gets its id in the address, so that coming back finds it again. */
export function NewCommissionPage() {
  const { roles } = useSession()
  if (roles.includes('ENTRUSTING_OFFICER') || roles.includes('PARTY_REPRESENTATIVE')) return <OwnDraft />
  return (
    <FormPage title="提出委托" crumbs={[['/commissions', '委托']]}>
      <ProblemPanel problem={problemDocument(notTheirs(roles), { instance: '', request: '' })} />
    </FormPage>
  )
}

function notTheirs(roles: readonly RoleCode[]): Problem {
  const held = roles.map((code) => role.label(code)).join('、')
  return new Problem(
    'not-permitted',
    `提出委托由${role.label('ENTRUSTING_OFFICER')}或${role.label('PARTY_REPRESENTATIVE')}办理，您的角色是${held}。`,
  )
}

function OwnDraft() {
  const [{ draft }] = useFilters(filterSchema)
  const navigate = useNavigate()
  const fresh = useRef<string>(undefined)
  useEffect(() => {
    if (draft) return
    fresh.current = draftId()
    void navigate({ to: '.', search: { draft: fresh.current }, replace: true })
  }, [draft, navigate])
  if (!draft) return <Loading />
  return draft === fresh.current ? <NewDraft key={draft} id={draft} /> : <KnownDraft key={draft} id={draft} />
}

function KnownDraft({ id }: { readonly id: string }) {
  const query = useQuery(showDraft, { id })
  return (
    <Answered query={query} what="委托草稿">
      {({ form, version, savedAt }) => <Filling id={id} typed={form} version={version} savedAt={savedAt} />}
    </Answered>
  )
}

function NewDraft({ id }: { readonly id: string }) {
  const { account, organisation } = useSession()
  const [entrustingType] = entrustingTypesOfKind[organisation.kind]
  const typed = {
    ...(entrustingType ? { entrustingType } : {}),
    contact: {
      name: account.name,
      ...(organisation.unifiedSocialCreditCode
        ? { unifiedSocialCreditCode: organisation.unifiedSocialCreditCode }
        : {}),
    },
    parties: [{}, {}],
    questions: [{ no: 1 }],
    materials: [{}],
    declarations: { lawfulMaterials: false, lawfulUse: false, notElsewhere: false, noStateSecrets: false },
    reappraisal: false,
    appraiserChoice: 'BY_INSTITUTION',
    confidentiality: 'INTERNAL',
    urgency: 'ORDINARY',
    delivery: { copies: 3 },
  }
  return <Filling id={id} typed={typed} version={0} savedAt={null} />
}

interface FillingProps {
  readonly id: string
  readonly typed: object
  readonly version: number
  readonly savedAt: string | null
}

function Filling({ id, typed, version, savedAt }: FillingProps) {
  const navigate = useNavigate()
  const [form] = Form.useForm()
  const current = useRef(version)
  const draft = useDraft(
    saveDraft,
    (saved) => {
      current.current = saved.version
      return saved.savedAt
    },
    savedAt,
  )
  // read when it is sent, not when it was typed: the save before it may still be on its way
  const save = () =>
    draft.edit(() => ({ id, form: form.getFieldsValue(true).form ?? {}, version: current.current }))
  return (
    <FormPage
      title="提出委托"
      crumbs={[['/commissions', '委托']]}
      intro="填写的内容自动保存为草稿，只有您本人能看到。提交后成为正式记录，由所选机构在期限内决定是否受理。"
    >
      <CommandForm
        endpoint={submit}
        fixed={{ id }}
        // a draft holds whatever was typed so far; the contract judges it when it is sent
        initial={{ form: typed as InputOf<typeof submit>['form'] }}
        submit="提交委托"
        said="委托已提交"
        form={form}
        onEdit={save}
        done={() => {
          draft.drop()
          void navigate({ to: `/commissions/${id}` })
        }}
        beside={<DraftStatus state={draft.state} />}
      >
        <CommissionFields matter={id} changed={save} />
      </CommandForm>
    </FormPage>
  )
}
