import { ConfigProvider } from 'antd'
import { type ReactNode, useEffect, useId, useRef } from 'react'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A modal window on the browser's own `<dialog>`: focus stays inside, Escape closes, focus returns where it was. */
export function Dialog({ title, onClose, wide, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const opener = document.activeElement
    element.current?.showModal()
    firstControl(element.current)?.focus()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  return (
    <dialog
      ref={element}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDownCapture={(event) => {
        // Escape first closes the list that is open, and only then the window with what was typed in it
        const list = event.currentTarget.querySelector('[role="combobox"][aria-expanded="true"]')
        if (event.key === 'Escape' && list) event.preventDefault()
      }}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="plain-button" onClick={onClose}>
          关闭
        </button>
      </header>
      {/* a modal dialog lies in the browser's top layer: what floats must open inside it */}
      <ConfigProvider getPopupContainer={() => element.current ?? document.body}>
        <div className="dialog-body">{children}</div>
      </ConfigProvider>
    </dialog>
  )
}

/** The browser would put the focus on 关闭; the work begins at the first field. */
function firstControl(dialog: HTMLDialogElement | null): HTMLElement | null {
  const found = dialog?.querySelector<HTMLElement>('.dialog-body :is(input, textarea, select, button)')
  return found ?? dialog
}
