import { useEffect, useRef } from 'react'

/** After going to another screen the focus stands on its title, so that keyboard and screen reader start there. */
export function useFocusOnArrival(pathname: string): void {
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    return whenTitled((title) => title.focus({ preventScroll: true }))
  }, [pathname])
}

/** Screens load their code first; the title may come a moment later. */
function whenTitled(act: (title: HTMLElement) => void): () => void {
  const old = document.getElementById('page-title')
  const watcher = new MutationObserver(() => {
    const title = document.getElementById('page-title')
    if (!title || title === old) return
    watcher.disconnect()
    act(title)
  })
  watcher.observe(document.body, { childList: true, subtree: true })
  return () => watcher.disconnect()
}
