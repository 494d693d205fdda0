import { Answered } from '#web/kit/Answered.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Section } from '#web/kit/Section.tsx'
import { To } from '#web/kit/To.tsx'
import { useQuery } from '#web/useQuery.ts'
import { showTouched } from '../contract/touched.ts'

const changes = { KEPT: '沿用', ADDED: '新增', DROPPED: '不再对应' } as const

/** What the text in force reaches into: rules, certificates, assessments under way, open cases. */
export function Touched({ id }: { readonly id: string }) {
  const query = useQuery(showTouched, { id })
  return (
    <Section title="本版本牵动的事项">
      <Answered query={query} what="牵动的事项">
        {({ clauses, rules, certificates, assessments, cases }) => (
          <Facts
            items={[
              [
                '条款变化',
                `新增 ${clauses.added.join('、') || '无'}；删除 ${clauses.dropped.join('、') || '无'}；修改 ${clauses.changed.join('、') || '无'}`,
                'wide',
              ],
              [
                '平台规则',
                rules.length === 0
                  ? '没有条款对应规则'
                  : rules.map((rule) => (
                      <p key={rule.id}>
                        <a href={`/rules/${rule.id}`}>{rule.says || rule.id}</a>（{changes[rule.change]}，条款{' '}
                        {rule.clauses.join('、')}）
                      </p>
                    )),
                'wide',
              ],
              [
                '贯标证书',
                certificates.length === 0
                  ? '没有依据旧版本的证书'
                  : certificates.map((certificate) => (
                      <p key={certificate.id}>
                        <To to={`/conformity/${certificate.id}`}>{certificate.number}</To>{' '}
                        {certificate.institution}，到 {certificate.until}
                      </p>
                    )),
                'wide',
              ],
              [
                '进行中的评定',
                assessments.length === 0
                  ? '没有依据旧版本的评定'
                  : assessments.map((assessment) => (
                      <p key={assessment.id}>
                        <To to={`/conformity/${assessment.id}`}>{assessment.institution}</To>
                      </p>
                    )),
                'wide',
              ],
              [
                '在办案件',
                cases.length === 0
                  ? '没有方案引用本标准的在办案件'
                  : cases.map((each) => `${each.institution} ${each.cases} 件`).join('；'),
                'wide',
              ],
            ]}
          />
        )}
      </Answered>
    </Section>
  )
}
