/** A citation that leads to the public page of the clause. `id` is as rules carry it: `国知发保字〔2022〕32号#二（八）`. */
export function ClauseLink({ id }: { readonly id: string }) {
  const [source = id, key = ''] = id.split('#')
  return (
    <a className="clause-link" href={`/clauses/${encodeURIComponent(source)}#${encodeURIComponent(key)}`}>
      {source} {key}
    </a>
  )
}
