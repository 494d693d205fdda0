import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { Answered } from '#web/kit/Answered.tsx'
import { Page } from '#web/kit/Page.tsx'
import { StateTag } from '#web/kit/StateTag.tsx'
import { To } from '#web/kit/To.tsx'
import { useQuery } from '#web/useQuery.ts'
import { showCase } from '../contract/case.ts'
import { caseLife } from '../lifecycle.ts'
import { CaseRail } from './CaseRail.tsx'
import { caseTone } from './case-tones.ts'
import './case.css'

interface CaseFrameProps {
  /** The case, which has the id of its commission. */
  readonly id: string
  /** What this screen of the case shows: 技术特征比对表. */
  readonly title: string
  /** What may be done here, the one primary action first. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

const tabs = [
  ['', '概况'],
  ['/agreement', '协议与期限'],
  ['/team', '鉴定组'],
  ['/materials', '材料'],
  ['/plan', '方案与记录'],
  ['/chart', '特征比对'],
  ['/opinion', '意见书'],
  ['/signing', '签发'],
  ['/trace', '过程留痕'],
] as const

/** The frame of every screen of a case: what it is and where it stands, the way to its other screens, and the rail. */
export function CaseFrame({ id, title, actions, children }: CaseFrameProps) {
  const query = useQuery(showCase, { id })
  return (
    <Answered query={query} what="案件">
      {(found) => (
        <Page
          title={found.title}
          number={found.code}
          part={title}
          crumbs={[['/cases', '案件']]}
          state={<StateTag of={caseLife} state={found.state} tone={caseTone(found.state)} />}
          actions={actions}
          rail={<CaseRail found={found} />}
        >
          <CaseTabs id={id} />
          {children}
        </Page>
      )}
    </Answered>
  )
}

function CaseTabs({ id }: { readonly id: string }) {
  const { pathname } = useLocation()
  const here = pathname.slice(pathname.indexOf(id) + id.length)
  const row = useRef<HTMLElement>(null)
  // where the row is wider than the screen, the part that is open is brought into it
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>('.case-tab-here')
    if (row.current && tab)
      row.current.scrollLeft = tab.offsetLeft - (row.current.clientWidth - tab.clientWidth) / 2
  }, [])
  return (
    <nav ref={row} className="case-tabs" aria-label="本案的各部分">
      <ul>
        {tabs.map(([path, label]) => {
          const current = path === '' ? here === '' || here === '/' : here.startsWith(path)
          return (
            <li
              key={path}
              className={current ? 'case-tab-here' : undefined}
              aria-current={current ? 'page' : undefined}
            >
              <To to={`/cases/${id}${path}`}>{label}</To>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
