import { Button } from 'antd'
import { type KnownStandard, knownStandards } from '#law/standards-known.ts'
import { certainty } from '#law/terms/certainty.ts'
import { standardKind } from '#law/terms/standard.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { ListPage } from '#web/kit/ListPage.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { useCommand } from '#web/useCommand.ts'
import { useQuery } from '#web/useQuery.ts'
import { listStandards, proposeStandard, recordDraft, recordStandard } from '../contract/standards.ts'

/** What public sources tell of standards and the register does not have yet: entered by a press, each its own deed. */
export function KnownStandardsPage() {
  const query = useQuery(listStandards, {})
  const { enter, pending, problem } = useEntering()
  const columns: readonly Column<KnownStandard>[] = [
    {
      title: '标准',
      cell: ({ title, number }) => (
        <>
          {title} <span className="number faint">{number || '编号待核实'}</span>
        </>
      ),
    },
    { title: '类别', short: true, cell: ({ kind }) => standardKind.label(kind) },
    { title: '把握程度', short: true, cell: (known) => certainty.label(known.certainty) },
    { title: '依据', cell: ({ basis }) => basis },
    {
      title: '登记',
      short: true,
      cell: (known) => (
        <Button disabled={pending} onClick={() => void enter(known)}>
          登记
        </Button>
      ),
    },
  ]
  const there = new Set((query.data?.standards ?? []).map(({ slug }) => slug))
  const rows = knownStandards.filter(({ slug }) => !there.has(slug))
  return (
    <ListPage title="已知标准" crumbs={[['/standards', '标准登记']]} total={query.data && rows.length}>
      {problem && <ProblemPanel problem={problem} />}
      <Answered query={query} what="标准">
        {() => (
          <Listing
            caption="尚未登记的已知标准"
            rows={rows}
            rowKey={({ slug }) => slug}
            columns={columns}
            empty="随软件提供的已知标准都已经登记。"
          />
        )}
      </Answered>
    </ListPage>
  )
}

function useEntering() {
  const propose = useCommand(proposeStandard)
  const draft = useCommand(recordDraft)
  const record = useCommand(recordStandard)
  async function enter(known: KnownStandard): Promise<void> {
    const { stage, number, slug, issuedOn, effectiveFrom, clauses, ipTypes, ...rest } = known
    const entry = { ...rest, ipTypes: [...ipTypes] }
    const text = { clauses: (clauses ?? []).map((clause) => ({ ...clause })) }
    if (stage === 'PLANNED') await propose.run({ slug, ...entry })
    if (stage === 'CONSULTATION') await draft.run({ slug, ...entry, ...text })
    if (stage === 'EFFECTIVE')
      await record.run({
        number,
        ...(number === '' ? { slug } : {}),
        ...entry,
        ...(issuedOn ? { issuedOn } : {}),
        ...(effectiveFrom ? { effectiveFrom } : {}),
        ...text,
      })
  }
  return {
    enter,
    pending: propose.pending || draft.pending || record.pending,
    problem: propose.problem ?? draft.problem ?? record.problem,
  }
}
