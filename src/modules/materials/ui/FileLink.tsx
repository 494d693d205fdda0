import type { StoredFileShown } from '../contract/files.ts'

const viewable: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** A file by its name: opens in the page where that is safe, and can always be saved. */
export function FileLink({ file }: { readonly file: Pick<StoredFileShown, 'id' | 'name' | 'mediaType'> }) {
  const { id, name, mediaType } = file
  const shown = viewable.includes(mediaType) ? (
    <a href={`/api/files/${id}/view`} target="_blank" rel="noopener noreferrer">
      {name}
    </a>
  ) : (
    name
  )
  return (
    <p className="file-link">
      {shown}{' '}
      <a href={`/api/files/${id}/content`} download={name} aria-label={`下载 ${name}`}>
        下载
      </a>
    </p>
  )
}
