/** Says what is being fetched; shown only after a moment, so that quick answers do not flicker. */
export function Loading({ what = '内容' }: { readonly what?: string }) {
  return (
    <p className="loading" role="status">
      正在读取{what}…
    </p>
  )
}
