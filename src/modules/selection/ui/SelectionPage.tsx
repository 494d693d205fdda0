import { useParams } from '@tanstack/react-router'
import { provinceOf } from '#law/identifiers/region.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Section } from '#web/kit/Section.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { useCan } from '#web/useCan.ts'
import { useQuery } from '#web/useQuery.ts'
import { showSelection } from '../contract/selections.ts'
import { selectionLife } from '../lifecycle.ts'
import { AcceptDialog, DeclineDialog, WithdrawDialog } from './AnswerDialogs.tsx'
import { Candidates } from './Candidates.tsx'
import { DraftCommission } from './DraftCommission.tsx'
import { DrawSteps } from './DrawSteps.tsx'
import { Offers } from './Offers.tsx'
import { selectionTone } from './selection-tone.ts'
import { useFreshPossibilities } from './useFreshPossibilities.ts'
import '#modules/cases/ui/case.css'
import '#modules/commissions/ui/commission.css'
import './selection.css'

export type Selection = OutputOf<typeof showSelection>

/** One selection: the need, where it stands, who may be chosen, and the draw in its steps. */
export function SelectionPage() {
  const { id = '' } = useParams({ strict: false })
  // while a draw waits for the log, and while its next follows, the page looks again by itself
  const query = useQuery(showSelection, { id }, { everySeconds: 3 })
  return (
    <Answered query={query} what="遴选">
      {(found) => <Shown found={found} />}
    </Answered>
  )
}

function Shown({ found }: { readonly found: Selection }) {
  useFreshPossibilities(found)
  return (
    <Page
      title={found.need.title}
      number={found.need.caseNo}
      crumbs={[['/selections', '遴选']]}
      state={<StateTag of={selectionLife} state={found.state} tone={selectionTone(found.state)} />}
      actions={<Actions found={found} />}
    >
      <NeedSection found={found} />
      {found.offers.length > 0 && <Offers found={found} />}
      {found.assessed && <DrawSteps found={found} />}
      {found.assessed && <Candidates found={found} />}
    </Page>
  )
}

function Actions({ found }: { readonly found: Selection }) {
  const can = useCan('/selections', found.id)
  const show = useDialog()
  if (found.state === 'ACCEPTED' && found.assessed) return <DraftCommission found={found} />
  if (found.state === 'OFFERED')
    return (
      <>
        <ActionButton
          primary
          can={can['selection.accept-offer']}
          onPress={() => void show<void>((close) => <AcceptDialog id={found.id} close={() => close()} />)}
        />
        <ActionButton
          grave
          can={can['selection.decline-offer']}
          onPress={() => void show<void>((close) => <DeclineDialog id={found.id} close={() => close()} />)}
        />
      </>
    )
  if (found.state !== 'DESCRIBED' && found.state !== 'DECLINED') return null
  return (
    <ActionButton
      grave
      can={can['selection.withdraw']}
      onPress={() => void show<void>((close) => <WithdrawDialog id={found.id} close={() => close()} />)}
    />
  )
}

function NeedSection({
  found: { need, authority, describedBy, describedAt },
}: {
  readonly found: Selection
}) {
  return (
    <Section title="需求">
      <Facts
        items={[
          ['委托机关', `${authority} ${describedBy}`],
          ['提出时间', shownTime(describedAt)],
          ['知识产权类型', ipType.label(need.ipType)],
          ['技术领域', need.field ? technicalField.label(need.field) : '不限'],
          ['机构所在地', need.region ? provinceOf(need.region) : '不限'],
          ['权利人', need.rightHolder],
          ['当事人', need.parties.join('、'), 'wide'],
        ]}
      />
    </Section>
  )
}
