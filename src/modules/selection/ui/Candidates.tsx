import { provinceOf } from '#law/identifiers/region.ts'
import { exclusion } from '#law/terms/selection.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { Section } from '#web/kit/Section.tsx'
import { type Possibilities, useCan } from '#web/useCan.ts'
import { AgreeDialog, DesignateDialog } from './ChoiceDialogs.tsx'
import type { Selection } from './SelectionPage.tsx'

type Assessed = NonNullable<Selection['assessed']>

/** Who may be chosen, with the ways to choose; and who not, with the reason. */
export function Candidates({ found }: { readonly found: Selection }) {
  const can = useCan('/selections', found.id)
  const { assessed } = found
  if (!assessed) return null
  const choosing = found.state === 'DESCRIBED' || found.state === 'DECLINED'
  return (
    <>
      <Section title={`候选机构 ${assessed.candidates.length} 家`}>
        <p className="faint">
          按提出需求时的名录（日志规模 {assessed.registerSize}）列出；选定或抽签登记时再核查一次。
        </p>
        <Listing
          caption="候选机构，按名录编号"
          rows={assessed.candidates}
          rowKey={({ key }) => key}
          columns={choosing ? [...columns, choice(found.id, can)] : columns}
          empty="没有符合条件的机构。可以撤回后放宽地区或技术领域，重新提出。"
        />
      </Section>
      <Excluded assessed={assessed} />
    </>
  )
}

const columns: readonly Column<Assessed['candidates'][number]>[] = [
  { title: '机构', cell: ({ name }) => name },
  { title: '名录编号', short: true, cell: ({ number }) => <span className="number">{number}</span> },
  { title: '所在地', short: true, cell: ({ region }) => provinceOf(region) ?? region },
]

function choice(id: string, can: Possibilities): Column<Assessed['candidates'][number]> {
  return { title: '选定', cell: (candidate) => <Choice id={id} can={can} candidate={candidate} /> }
}

interface ChoiceProps {
  readonly id: string
  readonly can: Possibilities
  readonly candidate: Assessed['candidates'][number]
}

function Choice({ id, can, candidate }: ChoiceProps) {
  const show = useDialog()
  return (
    <span className="step-actions">
      <ActionButton
        can={can['selection.agree']}
        onPress={() =>
          void show<void>((close) => <AgreeDialog id={id} chosen={candidate} close={() => close()} />)
        }
      >
        协商选定
      </ActionButton>
      <ActionButton
        can={can['selection.designate']}
        onPress={() =>
          void show<void>((close) => <DesignateDialog id={id} chosen={candidate} close={() => close()} />)
        }
      >
        指定
      </ActionButton>
    </span>
  )
}

const excludedColumns: readonly Column<Assessed['excluded'][number]>[] = [
  { title: '机构', cell: ({ name }) => name },
  { title: '名录编号', short: true, cell: ({ number }) => <span className="number">{number}</span> },
  { title: '原因', cell: ({ reason }) => exclusion.label(reason) },
]

function Excluded({ assessed: { excluded, counts, causes } }: { readonly assessed: Assessed }) {
  const labels: Readonly<Record<string, string>> = exclusion.labels
  const words: Readonly<Record<string, string>> = { LOAD: '承办量已满', CONFLICT: '利害关系' }
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <Section title={`未列入候选 ${total} 家`}>
      <p>
        {Object.entries(counts)
          .map(([reason, count]) => `${labels[reason] ?? reason} ${count} 家`)
          .join('；')}
      </p>
      {(counts.RESERVED ?? 0) > 0 && (
        <p className="faint">
          “另有原因”包括承办量已满，以及近年办理过本件当事人、权利人的其他案件。为不透露他人案件，两者不作区分。
        </p>
      )}
      {causes && (
        <p className="faint">
          仅审计可见：{causes.map(({ key, cause }) => `${key} ${words[cause] ?? cause}`).join('；') || '无'}
        </p>
      )}
      <Listing
        caption="未列入候选的机构与原因"
        rows={excluded}
        rowKey={({ key }) => key}
        columns={excludedColumns}
        empty="名录中的机构都在候选之列。"
      />
    </Section>
  )
}
