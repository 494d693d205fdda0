import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { saveDraft } from '#modules/commissions/contract/endpoints.ts'
import { draftId } from '#modules/commissions/ui/draft-id.ts'
import { entrustingTypesOfKind } from '#modules/identity/rules.ts'
import { useSession } from '#web/session.tsx'
import { useCommand } from '#web/useCommand.ts'
import type { Selection } from './SelectionPage.tsx'

/** Takes what the selection knows over into a draft of the commission to the institution that accepted. */
export function DraftCommission({ found: { need, offers } }: { readonly found: Selection }) {
  const { account, organisation } = useSession()
  const navigate = useNavigate()
  const [id] = useState(draftId)
  const save = useCommand(saveDraft, {
    said: '已按遴选结果起草委托',
    done: () => void navigate({ to: '/commissions/new', search: { draft: id } }),
  })
  const chosen = offers.find(({ answer }) => answer === 'ACCEPTED')
  if (!chosen) return null
  const [entrustingType] = entrustingTypesOfKind[organisation.kind]
  const form = {
    institutionId: chosen.institutionId,
    ...(entrustingType ? { entrustingType } : {}),
    contact: {
      name: account.name,
      ...(organisation.unifiedSocialCreditCode
        ? { unifiedSocialCreditCode: organisation.unifiedSocialCreditCode }
        : {}),
    },
    title: need.title,
    courtCaseNo: organisation.kind === 'court' ? need.caseNo : '',
    ipType: need.ipType,
    ...(need.field ? { field: need.field } : {}),
    right: { holder: need.rightHolder },
    parties: need.parties.map((name) => ({ name })),
    questions: [{ no: 1 }],
    materials: [{}],
    declarations: { lawfulMaterials: false, lawfulUse: false, notElsewhere: false, noStateSecrets: false },
    reappraisal: false,
    appraiserChoice: 'BY_INSTITUTION',
    confidentiality: 'INTERNAL',
    urgency: 'ORDINARY',
    delivery: { copies: 3 },
  }
  return (
    <Button type="primary" loading={save.pending} onClick={() => void save.run({ id, form, version: 0 })}>
      据此起草委托
    </Button>
  )
}
