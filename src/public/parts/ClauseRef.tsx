/** A citation that leads to its clause. `id` is as rules carry it: `国知发保字〔2022〕32号#二（八）`. */
export function ClauseRef({ id }: { readonly id: string }) {
  const [source = id, key = ''] = id.split('#')
  return (
    <a className="clause" href={clausePath(source, key)}>
      {source} {key}
    </a>
  )
}

export function clausePath(source: string, key = ''): string {
  return `/clauses/${encodeURIComponent(source)}${key ? `#${encodeURIComponent(key)}` : ''}`
}
