/** The mark of the house: a mirror. */
export function Mirror({ size = 24 }: { readonly size?: number }) {
  return (
    <svg className="mirror" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="2" />
      <circle cx="12" cy="12" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <circle cx="12" cy="12" r="2.2" fill="currentColor" />
    </svg>
  )
}
