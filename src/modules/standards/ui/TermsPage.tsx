import { Button, Input } from 'antd'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Field } from '#web/kit/Field.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { ListPage } from '#web/kit/ListPage.tsx'
import { useSession } from '#web/session.tsx'
import { useQuery } from '#web/useQuery.ts'
import { defineTerm, listTerms, reviseTerm } from '../contract/terms.ts'

type Term = OutputOf<typeof listTerms>['terms'][number]

const columns: readonly Column<Term>[] = [
  { title: '术语', cell: ({ zh }) => zh },
  { title: '英文', cell: ({ en }) => <span lang="en">{en || '—'}</span> },
  { title: '释义', cell: ({ definition }) => definition },
  { title: '出处', cell: ({ source }) => source },
]

/** The glossary: what is changed here is what every tooltip says from then on. */
export function TermsPage() {
  const query = useQuery(listTerms, {})
  const show = useDialog()
  const keeps = useSession().roles.some((role) => ['ASSOCIATION_SECRETARY', 'CNIPA_OFFICER'].includes(role))
  const revising: Column<Term> = {
    title: '修订',
    short: true,
    cell: (term) => (
      <Button onClick={() => void show<void>((close) => <ReviseDialog term={term} close={() => close()} />)}>
        修订“{term.zh}”
      </Button>
    ),
  }
  return (
    <ListPage
      title="术语"
      total={query.data?.terms.length}
      actions={
        keeps && (
          <Button
            type="primary"
            onClick={() => void show<void>((close) => <DefineDialog close={() => close()} />)}
          >
            登记术语
          </Button>
        )
      }
    >
      <Answered query={query} what="术语">
        {({ terms }) => (
          <Listing
            caption="术语清单"
            rows={terms}
            rowKey={({ id }) => id}
            columns={keeps ? [...columns, revising] : columns}
            empty="还没有术语。由秘书处或者国家知识产权局登记。"
          />
        )}
      </Answered>
    </ListPage>
  )
}

function WordingFields() {
  return (
    <>
      <Field name="en">
        <Input />
      </Field>
      <Field name="definition">
        <Input.TextArea rows={4} />
      </Field>
      <Field name="source">
        <Input />
      </Field>
    </>
  )
}

function DefineDialog({ close }: { readonly close: () => void }) {
  return (
    <Dialog title="登记术语" onClose={close}>
      <CommandForm endpoint={defineTerm} submit="登记" done={close}>
        <Field name="zh">
          <Input />
        </Field>
        <WordingFields />
      </CommandForm>
    </Dialog>
  )
}

function ReviseDialog({ term, close }: { readonly term: Term; readonly close: () => void }) {
  const { id, version, en, definition, source } = term
  return (
    <Dialog title={`修订“${term.zh}”`} onClose={close}>
      <CommandForm
        endpoint={reviseTerm}
        fixed={{ id, version }}
        initial={{ en, definition, source }}
        submit="修订"
        done={close}
      >
        <WordingFields />
      </CommandForm>
    </Dialog>
  )
}
