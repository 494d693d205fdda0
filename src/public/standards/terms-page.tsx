import type { z } from 'zod'
import type { listTerms } from '#modules/standards/contract/terms.ts'
import type { PublicPage } from '../public-page.tsx'

/** `/terms`: the glossary, with whose definition each is. */
export function termsPage({ terms }: z.output<typeof listTerms.output>): PublicPage {
  return {
    title: '术语',
    body: (
      <article>
        <div className="prose">
          <h1>术语</h1>
          <p className="lead">
            本平台各页面按这里的意思使用这些词。释义以正式发布的标准为准，出处写明“平台释义”或者“待确认”的不是标准用语。
          </p>
        </div>
        {terms.length === 0 ? (
          <p>还没有登记术语。</p>
        ) : (
          <table>
            <caption>共 {terms.length} 条</caption>
            <thead>
              <tr>
                <th scope="col">术语</th>
                <th scope="col">英文</th>
                <th scope="col">释义</th>
                <th scope="col">出处</th>
              </tr>
            </thead>
            <tbody>
              {terms.map(({ id, zh, en, definition, source }) => (
                <tr key={id} id={id}>
                  <th scope="row">{zh}</th>
                  <td data-label="英文" lang="en">
                    {en || '—'}
                  </td>
                  <td data-label="释义">{definition}</td>
                  <td data-label="出处">{source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </article>
    ),
  }
}
