import { provinceOf } from '#law/identifiers/region.ts'
import { competenceText } from '../contract/competence-text.ts'
import {
  type AppraiserBody,
  appraiserStates,
  type InstitutionBody,
  institutionStates,
  type RegisterBody,
} from '../contract/register.ts'

/** One particular as it was and as it is, in words; a list shows only what went and what came. */
export interface Difference {
  readonly what: string
  readonly before: string
  readonly after: string
}

/** Words of each particular, in the order in which people read them. */
type Words<B> = Readonly<Record<string, (body: B) => string | readonly string[]>>

const ofInstitution: Words<InstitutionBody> = {
  状态: ({ state, reason }) => `${institutionStates[state]}${reason && `：${reason}`}`,
  名称: ({ name }) => name,
  曾用名: ({ formerNames }) => formerNames.map(({ name }) => name),
  统一社会信用代码: ({ creditCode }) => creditCode ?? '',
  所在地: ({ region }) => provinceOf(region) ?? region,
  地址: ({ address }) => address,
  电话: ({ telephone }) => telephone,
  机构负责人: ({ personInCharge }) => personInCharge,
  列入日期: ({ listedFrom }) => listedFrom,
  有效期至: ({ termUntil }) => termUntil ?? '',
  不得申请至: ({ barredUntil }) => barredUntil ?? '',
  业务范围: ({ scope }) =>
    scope.map((each) => `${competenceText(each)}${each.state === 'IN_FORCE' ? '' : scopeStates[each.state]}`),
  贯彻标准: ({ conformity }) => conformity.map(({ standard, until }) => `${standard}（至 ${until}）`),
  等级: ({ grade }) => grade?.grade ?? '',
  人民法院名册: ({ courtLists }) => courtLists,
  收费依据: ({ feeBasis }) => feeBasis,
  承继机构: ({ successors }) => successors,
}

const scopeStates = { IN_FORCE: '', SUSPENDED: '（暂停）', ENDED: '（终止）' } as const

const ofAppraiser: Words<AppraiserBody> = {
  状态: ({ state, reason }) => `${appraiserStates[state]}${reason && `：${reason}`}`,
  姓名: ({ name }) => name,
  职称: ({ title }) => title,
  执业资格: ({ qualifications }) => qualifications,
  执业机构: ({ institution }) => institution,
  执业起始: ({ since }) => since,
  专业: ({ fields }) => fields.map(competenceText),
}

/** What the second says otherwise than the first; nothing where there was none before. */
export function differences(before: RegisterBody | undefined, after: RegisterBody): Difference[] {
  if (before?.kind === 'institution' && after.kind === 'institution')
    return compare(ofInstitution, before, after)
  if (before?.kind === 'appraiser' && after.kind === 'appraiser') return compare(ofAppraiser, before, after)
  return []
}

function compare<B>(words: Words<B>, before: B, after: B): Difference[] {
  return Object.entries(words).flatMap(([what, say]) => {
    const [was, is] = [say(before), say(after)]
    const lists = typeof was !== 'string' && typeof is !== 'string'
    const one = lists ? was.filter((each) => !is.includes(each)).join('、') : String(was)
    const other = lists ? is.filter((each) => !was.includes(each)).join('、') : String(is)
    return one === other ? [] : [{ what, before: one, after: other }]
  })
}
