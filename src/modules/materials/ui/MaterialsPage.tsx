import { useParams } from '@tanstack/react-router'
import { custodyEventKind, materialKind } from '#law/terms/material.ts'
import { CaseFrame } from '#modules/cases/ui/CaseFrame.tsx'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { type Column, Listing } from '#web/kit/Listing.tsx'
import { Section } from '#web/kit/Section.tsx'
import { To } from '#web/kit/To.tsx'
import { useCan } from '#web/useCan.ts'
import { useQuery } from '#web/useQuery.ts'
import { listMaterials, type MaterialShown } from '../contract/materials.ts'
import { CaseFiles } from './CaseFiles.tsx'
import { MaterialStanding } from './MaterialStanding.tsx'
import { RegisterMaterialDialog } from './RegisterMaterialDialog.tsx'
import { UndertakingDialog } from './UndertakingDialog.tsx'
import './materials.css'

const columns: readonly Column<MaterialShown>[] = [
  {
    title: '编号与名称',
    cell: ({ id, no, name }) => (
      <To to={`/materials/${id}`}>
        <span className="number">M{no}</span> {name}
      </To>
    ),
  },
  { title: '种类', cell: ({ kind }) => materialKind.label(kind), short: true },
  { title: '数量', cell: ({ quantity }) => quantity },
  { title: '可否作为依据', cell: (row) => <MaterialStanding material={row} /> },
  { title: '目前在', cell: ({ holder, place }) => `${holder}（${place}）` },
  { title: '最近环节', cell: ({ lastEvent }) => custodyEventKind.label(lastEvent), short: true },
]

/** The materials of a case: what there is, where it is, and what still stands against using it. */
export function MaterialsPage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(listMaterials, { id })
  const can = useCan('/cases', id)
  const show = useDialog()
  return (
    <CaseFrame
      id={id}
      title="材料"
      actions={
        <>
          <ActionButton
            primary
            can={can['material.register']}
            onPress={() =>
              void show<void>((close) => (
                <RegisterMaterialDialog
                  caseId={id}
                  staff={query.data?.staff ?? []}
                  now={query.data?.now ?? ''}
                  close={() => close()}
                />
              ))
            }
          />
          <ActionButton
            can={can['material.undertake-confidentiality']}
            onPress={() =>
              void show<void>((close) => <UndertakingDialog caseId={id} close={() => close()} />)
            }
          />
        </>
      }
    >
      <Answered query={query} what="材料">
        {({ items, readiness }) => (
          <>
            <Readiness readiness={readiness} />
            <Section title="鉴定材料">
              <Listing
                caption="本案鉴定材料，按接收先后"
                rows={items}
                rowKey={(row) => row.id}
                columns={columns}
                empty="这里是本案的鉴定材料。材料保管人或受理人员收到材料后点“登记材料”，委托方随后确认。"
              />
            </Section>
            <CaseFiles caseId={id} />
          </>
        )}
      </Answered>
    </CaseFrame>
  )
}

const hindrances = [
  ['unconfirmed', '等委托方确认'],
  ['unexamined', '等质证结果'],
  ['identityUnchecked', '等核对检材同一性'],
  ['undertakingMissing', '未签保密承诺的人员'],
] as const

function Readiness({ readiness }: Pick<OutputOf<typeof listMaterials>, 'readiness'>) {
  const open = hindrances.filter(([key]) => readiness[key].length > 0)
  if (open.length === 0) return null
  return (
    <Section title="开始鉴定前还要办的">
      <Facts items={open.map(([key, label]) => [label, readiness[key].join('、'), 'wide'])} />
    </Section>
  )
}
