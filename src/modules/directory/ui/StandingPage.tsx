import { useParams } from '@tanstack/react-router'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Section } from '#web/kit/Section.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { TraceMark } from '#web/kit/TraceMark.tsx'
import { useSession } from '#web/session.tsx'
import { useCan } from '#web/useCan.ts'
import { useQuery } from '#web/useQuery.ts'
import { showInstitution } from '../contract/institutions.ts'
import { listProceedings } from '../contract/proceedings.ts'
import { institutionLife } from '../lifecycle.ts'
import { ProceedingTable } from './ProceedingTable.tsx'
import { type StandingDeed, standingDeeds } from './standing-deeds.tsx'

type Institution = OutputOf<typeof showInstitution>

/** The institution's own standing, for its own people. */
export function OwnStandingPage() {
  const { organisation } = useSession()
  return <Standing id={organisation.id} />
}

/** What the list says of one institution, what may be asked or decided about it, and all that was. */
export function StandingPage() {
  const { id } = useParams({ strict: false })
  return <Standing id={id ?? ''} />
}

function Standing({ id }: { readonly id: string }) {
  const query = useQuery(showInstitution, { id })
  return (
    <Answered query={query} what="机构登记信息">
      {(institution) => <Shown institution={institution} />}
    </Answered>
  )
}

function Shown({ institution }: { readonly institution: Institution }) {
  const { id, name, directoryNo, state, history } = institution
  const can = useCan('/institutions', id)
  const show = useDialog()
  const proceedings = useQuery(listProceedings, { institutionId: id })
  return (
    <Page
      title={name}
      number={directoryNo}
      state={<StateTag of={institutionLife} state={state} tone={state === 'LISTED' ? 'active' : 'closed'} />}
      actions={standingDeeds.map((deed) => (
        <ActionButton
          key={deed.endpoint.id}
          can={can[deed.endpoint.id]}
          onPress={() =>
            void show<void>((close) => <DeedDialog of={institution} deed={deed} close={() => close()} />)
          }
        />
      ))}
    >
      <Section title="登记信息">
        <Facts
          items={[
            ['地址', institution.address],
            ['电话', institution.telephone],
            ['机构负责人', institution.personInCharge],
            ['列入日期', institution.listedFrom],
            [
              '公开页面',
              <a key="public" href={`/directory/institution/${encodeURIComponent(directoryNo)}`}>
                名录条目与全部历史
              </a>,
            ],
          ]}
        />
      </Section>
      <Section title="名录事项">
        <Answered query={proceedings} what="名录事项">
          {({ items }) => <ProceedingTable items={items} />}
        </Answered>
      </Section>
      <Section title="状态变更">
        <Facts
          items={history.map(({ at, index, state: then, reason }) => [
            shownTime(at),
            <span key={index}>
              {institutionLife.states[then]}：{reason} <TraceMark index={index} />
            </span>,
            'wide',
          ])}
        />
      </Section>
    </Page>
  )
}

interface DeedDialogProps {
  readonly of: Institution
  readonly deed: StandingDeed
  readonly close: () => void
}

function DeedDialog({ of: { id, name }, deed: { endpoint, intro, fields }, close }: DeedDialogProps) {
  return (
    <Dialog title={`${endpoint.title}：${name}`} onClose={close}>
      <p className="intro">{intro}</p>
      <CommandForm endpoint={endpoint} fixed={{ id }} submit={endpoint.title} done={close}>
        {fields}
      </CommandForm>
    </Dialog>
  )
}
