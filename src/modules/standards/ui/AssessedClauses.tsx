import { Button, Input, Select } from 'antd'
import { clauseVerdict } from '#law/terms/standard.ts'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Field } from '#web/kit/Field.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { Section } from '#web/kit/Section.tsx'
import { useCan } from '#web/useCan.ts'
import { answerClauses, assessClauses } from '../contract/conformity.ts'
import type { Assessment } from './AssessmentPage.tsx'

type Clause = Assessment['clauses'][number]

/** Clause by clause: what the institution says, and what the assessors saw. */
export function AssessedClauses({ assessment: { id, clauses } }: { readonly assessment: Assessment }) {
  const can = useCan('/conformity', id)
  const show = useDialog()
  const answering = can['conformity.answer']?.ok === true
  const assessing = can['conformity.assess']?.ok === true
  const deed: Column<Clause> = {
    title: '填写',
    short: true,
    cell: (clause) => (
      <Button
        onClick={() =>
          void show<void>((close) =>
            answering ? (
              <AnswerDialog id={id} clause={clause} close={() => close()} />
            ) : (
              <AssessDialog id={id} clause={clause} close={() => close()} />
            ),
          )
        }
      >
        {answering ? '自评' : '评定'} {clause.no}
      </Button>
    ),
  }
  return (
    <Section title="条款">
      <Listing
        caption="条款的自评与评定"
        rows={clauses}
        rowKey={(clause) => clause.id}
        columns={answering || assessing ? [...columns, deed] : columns}
        empty="本标准没有约束机构的条款。"
      />
    </Section>
  )
}

const said = (of: Clause['own']) => (of ? `${clauseVerdict.label(of.verdict)}：${of.note}` : '—')

const columns: readonly Column<Clause>[] = [
  {
    title: '条款',
    cell: ({ no, heading, says, confirmed }) => (
      <>
        {no} {heading} {!confirmed && <span className="faint">（待确认）</span>}
        {says && <p className="faint">{says}</p>}
      </>
    ),
  },
  { title: '机构自评', cell: ({ own }) => said(own) },
  { title: '现场评定', cell: ({ seen }) => said(seen) },
]

interface ClauseDialogProps {
  readonly id: string
  readonly clause: Clause
  readonly close: () => void
}

function AnswerDialog({ id, clause, close }: ClauseDialogProps) {
  return (
    <Dialog title={`自评：${clause.no} ${clause.heading}`} onClose={close}>
      <CommandForm
        endpoint={answerClauses}
        fixed={{ id }}
        initial={{ answers: [{ clauseId: clause.id, ...(clause.own ?? { verdict: 'CONFORMS', note: '' }) }] }}
        submit="保存"
        done={close}
      >
        <Field name={['answers', 0, 'verdict']} label="符合程度">
          <Select options={optionsOf(clauseVerdict)} />
        </Field>
        <Field name={['answers', 0, 'note']} label="说明与证明材料">
          <Input.TextArea rows={4} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}

function AssessDialog({ id, clause, close }: ClauseDialogProps) {
  return (
    <Dialog title={`评定：${clause.no} ${clause.heading}`} onClose={close}>
      <p className="intro">机构自评：{said(clause.own)}</p>
      <CommandForm
        endpoint={assessClauses}
        fixed={{ id }}
        initial={{ seen: [{ clauseId: clause.id, ...(clause.seen ?? { verdict: 'CONFORMS', note: '' }) }] }}
        submit="保存"
        done={close}
      >
        <Field name={['seen', 0, 'verdict']} label="符合程度">
          <Select options={optionsOf(clauseVerdict)} />
        </Field>
        <Field name={['seen', 0, 'note']} label="所见事实">
          <Input.TextArea rows={4} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
