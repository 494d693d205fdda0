import { type ReactNode, useEffect } from 'react'
import { Mirror } from '#web/kit/Mirror.tsx'

interface GateProps {
  readonly title: string
  readonly intro?: ReactNode
  readonly children: ReactNode
}

/** A single sheet before the work begins: sign-in, set-up, first duties. */
export function Gate({ title, intro, children }: GateProps) {
  useEffect(() => {
    document.title = `${title} · 明鉴`
  }, [title])
  return (
    <div className="gate">
      <p className="gate-name">
        <Mirror size={28} />
        <span>
          明鉴 <small>知识产权鉴定全流程平台</small>
        </span>
      </p>
      <section className="sheet">
        <h1>{title}</h1>
        {intro && <p className="intro">{intro}</p>}
        {children}
      </section>
    </div>
  )
}
