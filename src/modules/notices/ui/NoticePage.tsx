import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { beijingDate } from '#kernel/beijing.ts'
import { call, type OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useSession } from '#web/session.tsx'
import { useQuery } from '#web/useQuery.ts'
import { markRead, showNotice } from '../contract.ts'
import { documentTitle } from './document-title.ts'
import './notice.css'

type Notice = OutputOf<typeof showNotice>

/** One notice, set like the official document that it is; opening it counts as reading it in the program. */
export function NoticePage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(showNotice, { id })
  return (
    <Answered query={query} what="通知">
      {(notice) => <Shown notice={notice} />}
    </Answered>
  )
}

function Shown({ notice }: { readonly notice: Notice }) {
  const navigate = useNavigate()
  useReading(notice)
  return (
    <Page
      title={notice.title}
      crumbs={[['/notices', '通知']]}
      actions={
        <>
          <Button type="primary" onClick={() => void navigate({ to: notice.link.replace(/^\/app/, '') })}>
            前往办理
          </Button>
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <Letter notice={notice} />
    </Page>
  )
}

/** Not through useCommand: it would ask every question of the page anew and acknowledge what nobody did. */
function useReading({ id, readAt }: Notice): void {
  const said = useRef<string>(undefined)
  useEffect(() => {
    if (readAt || said.current === id) return
    said.current = id
    void call(markRead, { id })
  }, [id, readAt])
}

function Letter({ notice }: { readonly notice: Notice }) {
  const { installation } = useSession()
  const { title, body, caseCode, from, to, at, document } = notice
  const heading = documentTitle(document) ?? '通知'
  const subject = title.split('：').slice(1).join('：')
  return (
    <section className="sheet notice-letter" aria-label={heading}>
      {from && <p className="notice-from">{from}</p>}
      <h2>{heading}</h2>
      {caseCode && (
        <p className="notice-number">
          统一案件编码 <span className="number">{caseCode}</span>
        </p>
      )}
      <p className="notice-to">{to}：</p>
      {subject && <p>关于“{subject}”一事，通知如下：</p>}
      {body.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="notice-foot">
        {from ?? '明鉴平台'}
        <br />
        {spoken(beijingDate(new Date(at)))}
      </p>
      {installation.kind === 'demonstration' && <p className="faint">演示环境生成，不具有法律效力。</p>}
    </section>
  )
}

function spoken(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
