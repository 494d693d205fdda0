import { useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { ipType } from '#law/terms/ip-type.ts'
import type { OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Field } from '#web/kit/Field.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { ListPage } from '#web/kit/ListPage.tsx'
import { optionsOf } from '#web/kit/options-of.ts'
import { StateTag } from '#web/kit/StateTag.tsx'
import { TermTip } from '#web/kit/TermTip.tsx'
import { To } from '#web/kit/To.tsx'
import { useSession } from '#web/session.tsx'
import { useQuery } from '#web/useQuery.ts'
import { listAssessments, openAssessment } from '../contract/conformity.ts'
import { listStandards } from '../contract/standards.ts'
import { assessmentLife, certificateLife } from '../lifecycle.ts'

type Assessment = OutputOf<typeof listAssessments>['assessments'][number]

const columns: readonly Column<Assessment>[] = [
  {
    title: '评定',
    cell: ({ id, institution, standard }) => (
      <To to={`/conformity/${id}`}>
        {institution.name}：{standard.number ?? standard.title}
      </To>
    ),
  },
  { title: '适用范围', cell: ({ ipTypes }) => ipTypes.map((type) => ipType.label(type)).join('、') },
  { title: '状态', short: true, cell: ({ state }) => <StateTag of={assessmentLife} state={state} /> },
  { title: '未关闭的不符合项', numeric: true, cell: ({ openFindings }) => openFindings },
  {
    title: '证书',
    cell: ({ certificate }) =>
      certificate
        ? `${certificate.number}，${certificateLife.states[certificate.state]}，到 ${certificate.until}`
        : '—',
  },
]

/** Conformity: an institution sees its own, an association those of its area, an expert those that he assesses. */
export function ConformityPage() {
  const query = useQuery(listAssessments, {})
  const show = useDialog()
  const office = useSession().roles.some((role) => ['INSTITUTION_ADMIN', 'INSTITUTION_HEAD'].includes(role))
  return (
    <ListPage
      title="贯标"
      total={query.data?.assessments.length}
      actions={
        office && (
          <Button
            type="primary"
            onClick={() => void show<void>((close) => <OpenDialog close={() => close()} />)}
          >
            开始贯标自评
          </Button>
        )
      }
    >
      <p className="intro">
        <TermTip term="贯标" />
        是进入
        <TermTip term="名录库" />
        的前提；证书期满自动失效，名录随即不再显示。
      </p>
      <Answered query={query} what="贯标评定">
        {({ assessments }) => (
          <Listing
            caption="贯标评定清单"
            rows={assessments}
            rowKey={({ id }) => id}
            columns={columns}
            empty="还没有贯标评定。机构选择标准开始自评后列在这里；通过评定取得证书，名录随即显示。"
          />
        )}
      </Answered>
    </ListPage>
  )
}

function OpenDialog({ close }: { readonly close: () => void }) {
  const navigate = useNavigate()
  const { data } = useQuery(listStandards, {})
  const options = (data?.standards ?? [])
    .filter(({ state, clauses }) => state === 'EFFECTIVE' && clauses > 0)
    .map(({ id, number, title }) => ({ value: id, label: [number, title].filter(Boolean).join(' ') }))
  return (
    <Dialog title="开始贯标自评" onClose={close}>
      <CommandForm
        endpoint={openAssessment}
        submit="开始自评"
        done={({ data: { assessmentId } }) => {
          close()
          void navigate({ to: `/conformity/${assessmentId}` })
        }}
      >
        <Field name="standardId" help="现行有效、登记了机构条款的标准">
          <Select virtual={false} options={options} placeholder="请选择" />
        </Field>
        <Field name="ipTypes" help="不超出标准适用的类型">
          <Select mode="multiple" virtual={false} options={optionsOf(ipType)} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
