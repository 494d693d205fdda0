import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { call, type OutputOf } from '#web/call.ts'
import { Answered } from '#web/kit/Answered.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useSession } from '#web/session.tsx'
import { useQuery } from '#web/useQuery.ts'
import { markRead, showNotice } from '../contract.ts'
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
          {notice.document && <Button href={`/api/notices/${notice.id}/letter.pdf`}>下载 PDF</Button>}
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <Letter letter={notice.letter} />
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

function Letter({ letter }: { readonly letter: Notice['letter'] }) {
  const { installation } = useSession()
  const { sender, title, number, addressee, paragraphs, facts, date, clauses } = letter
  return (
    <section className="sheet notice-letter" aria-label={title}>
      {installation.kind === 'demonstration' && <p className="notice-number">演示文件，不具法律效力</p>}
      <p className="notice-from">{sender}</p>
      <h2>{title}</h2>
      {number && <p className="notice-number number">{number}</p>}
      <p className="notice-to">{addressee}：</p>
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {facts.map(({ label, value }) => (
        <p key={label}>
          {label}：<span className="number">{value}</span>
        </p>
      ))}
      <p className="notice-foot">
        {sender}
        <br />
        {date}
      </p>
      {clauses.map((clause) => (
        <p key={clause} className="notice-basis">
          依据：{clause}
        </p>
      ))}
    </section>
  )
}
