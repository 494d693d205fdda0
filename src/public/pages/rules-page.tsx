import { Problem } from '#kernel/problem.ts'
import type { CataloguedRule } from '../catalogue/rules-of.ts'
import { ClauseRef } from '../parts/ClauseRef.tsx'
import { Facts } from '../parts/Facts.tsx'
import type { PublicPage } from '../public-page.tsx'

/** `/rules`: every rule that the program judges, by number. */
export function rulesPage(rules: readonly CataloguedRule[]): PublicPage {
  return {
    title: '规则目录',
    body: (
      <article>
        <div className="prose">
          <h1>规则目录</h1>
          <p className="lead">
            程序据以准许或拒绝办理的每一条规则。拒绝时给出的规则代号，可以在这里查到内容和依据。
          </p>
          <p>
            规则所引的文件和可调整的数值，见<a href="/clauses">条款与参数</a>。
          </p>
        </div>
        <table>
          <caption>共 {rules.length} 条</caption>
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">规则</th>
              <th scope="col">代号</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ rule }) => (
              <tr key={rule.id}>
                <td className="number" data-label="编号">
                  {rule.brief}
                </td>
                <th scope="row">
                  <a href={`/rules/${rule.id}`}>{rule.says}</a>
                </th>
                <td data-label="代号">
                  <code>{rule.id}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </article>
    ),
  }
}

/** `/rules/:id`: what one rule says, on which clauses it stands, and where it is judged. */
export function rulePage(
  { rules, titles }: { rules: readonly CataloguedRule[]; titles: ReadonlyMap<string, string> },
  id: string,
): PublicPage {
  const found = rules.find(({ rule }) => rule.id === id)
  if (!found) throw new Problem('not-found', `没有代号为“${id}”的规则。`)
  const { rule, operations } = found
  return {
    title: `规则 ${rule.brief}`,
    body: (
      <article className="prose">
        <p className="crumbs">
          <a href="/rules">规则目录</a>
        </p>
        <h1>
          规则 <span className="number">{rule.brief}</span>
        </h1>
        <p className="lead">{rule.says}</p>
        <Facts
          of={{
            代号: <code>{rule.id}</code>,
            适用期间: inForce(rule),
          }}
        />
        <section>
          <h2>依据</h2>
          <dl className="quotes">
            {rule.basis.map(({ id: clause, title, heading, says }) => (
              <div key={clause}>
                <dt>
                  <ClauseRef id={clause} /> {heading}
                </dt>
                <dd>
                  {says}
                  <span className="faint">——概括自《{title}》</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h2>在哪些操作中判断</h2>
          <ul>
            {operations.map((operation) => (
              <li key={operation}>
                {titles.get(operation)} <code>{operation}</code>
              </li>
            ))}
          </ul>
        </section>
      </article>
    ),
  }
}

function inForce({ inForceFrom, inForceUntil }: CataloguedRule['rule']): string {
  if (!inForceFrom && !inForceUntil) return ''
  return `${inForceFrom ? `自 ${inForceFrom} 起` : ''}${inForceUntil ? `至 ${inForceUntil} 止` : ''}`
}
