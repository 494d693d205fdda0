import type { ReactNode } from 'react'
import { competenceText } from '#modules/directory/contract/competence-text.ts'
import { type AppraiserBody, registerKey } from '#modules/directory/contract/register.ts'
import type { Shown } from './entry-page.tsx'
import { entryPath } from './words.tsx'

export function appraiserFacts(
  body: AppraiserBody,
  { institution, asOf }: Shown,
): Readonly<Record<string, ReactNode>> {
  return {
    执业编号: <span className="number">{body.number}</span>,
    执业机构: (
      <a href={entryPath(`institution:${body.institution}`, asOf)}>{institution?.name ?? body.institution}</a>
    ),
    职称: body.title,
    执业资格: body.qualifications.join('、'),
    执业起始: body.since,
  }
}

export function AppraiserDetails({ body }: { readonly body: AppraiserBody }) {
  return (
    <section>
      <h2>专业</h2>
      <ul>
        {body.fields.map((field) => (
          <li key={`${field.ipType} ${field.field}`}>{competenceText(field)}</li>
        ))}
      </ul>
      <p className="faint">鉴定人只能在一个鉴定机构执业。</p>
      <p className="screen-only">
        发现登记有误？
        <a href={`/directory/report?key=${encodeURIComponent(registerKey(body))}`}>报告这一条的错误</a>
      </p>
    </section>
  )
}
