import { createContext, Fragment, type ReactNode, useCallback, useContext, useState } from 'react'

type Show = <T>(draw: (close: (result: T) => void) => ReactNode) => Promise<T>

const DialogContext = createContext<Show | undefined>(undefined)

/** Asks the person something in a dialog and waits: `const reason = await show<string>((close) => <Dialog …/>)`. */
export function useDialog(): Show {
  const show = useContext(DialogContext)
  if (!show) throw new Error('useDialog outside DialogHost')
  return show
}

/** Holds the dialogs that are open, the newest on top. */
export function DialogHost({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<readonly { id: number; node: ReactNode }[]>([])
  const show = useCallback<Show>(
    (draw) =>
      new Promise((resolve) => {
        setOpen((before) => {
          const id = (before.at(-1)?.id ?? 0) + 1
          const node = draw((result) => {
            setOpen((now) => now.filter((each) => each.id !== id))
            resolve(result)
          })
          return [...before, { id, node }]
        })
      }),
    [],
  )
  return (
    <DialogContext value={show}>
      {children}
      {open.map(({ id, node }) => (
        <Fragment key={id}>{node}</Fragment>
      ))}
    </DialogContext>
  )
}
