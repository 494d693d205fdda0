import pg from 'pg'
import { provinces } from '#law/identifiers/region.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import {
  type AppraiserBody,
  type InstitutionBody,
  type RegisterBody,
  registerKey,
} from '#modules/directory/contract/register.ts'
import { itemHash } from '../../src/modules/directory/register/item.ts'
import { tagsOf } from '../../src/modules/directory/register/tags.ts'

const families = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
]
const given = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉鑫宇博浩然子涵梓轩欣怡佳琪志国建华玉珍海燕春梅晓东红光云飞天成思远嘉诚一鸣永康少华正清学良立新振宁国栋',
]
const houses = [
  '中科',
  '华正',
  '天衡',
  '明德',
  '瑞智',
  '正源',
  '同创',
  '国信',
  '博雅',
  '精诚',
  '公信',
  '创元',
  '博通',
  '智汇',
  '恒信',
  '永安',
]
const forms = [
  '知识产权鉴定中心',
  '知识产权鉴定所',
  '知识产权鉴定研究院',
  '科技鉴定有限公司',
  '知识产权司法鉴定所',
]
const codes = Object.keys(provinces).slice(0, 32)
const names = Object.values(provinces)
const standards = ['GB/T 45563.1—2025', 'GB/T 45563.2—2025', 'T/CIPS 001—2022']

/** What a large list says, made up by number alone, so that it is the same each time. */
export function madeUpInstitution(i: number): InstitutionBody {
  const province = i % codes.length
  const until = null
  const scope = Array.from({ length: 1 + (i % 6) }, (_, j) => {
    const kind = pick(ipType.codes, i + j * 7)
    const field =
      kind.startsWith('PATENT') && (i + j) % 5 > 0 ? pick(technicalField.codes, i * 3 + j * 11) : null
    return { ipType: kind, field, kind: '', from: '2020-01-01', until, state: 'IN_FORCE' as const }
  })
  return {
    v: 1,
    kind: 'institution',
    number: `${codes[province]}-${String(i).padStart(5, '0')}`,
    name: `${names[province]?.slice(0, 2)}${pick(families, i * 31)}${pick(given, i * 17)}${pick(houses, i * 7)}${pick(forms, i * 3)}`,
    formerNames: [],
    creditCode: null,
    region: `${codes[province]}0100`,
    address: `${names[province]}人民路${i % 999}号`,
    telephone: `010-${String(60_000_000 + i)}`,
    personInCharge: madeUpName(i * 13),
    state: i % 20 === 19 ? 'EXITED' : i % 20 === 18 ? 'SUSPENDED' : 'LISTED',
    reason: '按程序列入名录',
    listedFrom: '2020-01-01',
    termUntil: null,
    barredUntil: null,
    scope,
    conformity: [
      { standard: pick(standards, i), certificate: `C-${i}`, from: '2024-01-01', until: '2027-01-01' },
    ],
    grade: i % 3 === 0 ? { grade: pick(['甲', '乙', '丙'], i / 3), on: '2025-01-01' } : null,
    courtLists: [],
    feeBasis: '',
    successors: [],
    demonstration: true,
  }
}

export function madeUpAppraiser(i: number, institutions: number): AppraiserBody {
  const institution = madeUpInstitution(i % institutions)
  return {
    v: 1,
    kind: 'appraiser',
    number: `${institution.number}-${String(i).padStart(6, '0')}`,
    name: madeUpName(i),
    title: pick(['正高级工程师', '高级工程师', '研究员', '工程师'], i),
    qualifications: i % 4 === 0 ? ['专利代理师'] : [],
    institution: institution.number,
    since: '2020-01-01',
    fields: institution.scope.slice(0, 2).map(({ ipType, field }) => ({ ipType, field })),
    state: i % 25 === 24 ? 'LEFT' : 'ACTIVE',
    reason: '',
  }
}

function madeUpName(i: number): string {
  const second = i % 7 === 0 ? '' : pick(given, i * 29 + 5)
  return `${pick(families, i)}${pick(given, Math.floor(i / families.length) + i * 3)}${second}`
}

function pick<T>(from: readonly [T, ...T[]] | readonly T[], i: number): T {
  const found = from[Math.floor(i) % from.length]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** A list by SQL past the log, with its triggers off: only the reading of it is measured. Three entries each: listed, suspended, restored. */
export async function layOutList(url: string, institutions: number, appraisers: number): Promise<void> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    await owner.query('set session_replication_role = replica')
    const batch = 2000
    for (let from = 0; from < institutions + appraisers; from += batch) {
      const bodies = Array.from({ length: Math.min(batch, institutions + appraisers - from) }, (_, j) => {
        const i = from + j
        return i < institutions ? madeUpInstitution(i) : madeUpAppraiser(i - institutions, institutions)
      })
      await layOut(owner, bodies, from)
    }
    await owner.query('vacuum analyze directory_item, directory_entry, directory_current')
  } finally {
    await owner.end()
  }
}

async function layOut(owner: pg.Client, bodies: readonly RegisterBody[], from: number): Promise<void> {
  const rows = bodies.map((body) => ({ body, suspended: suspended(body) }))
  const items = rows.flatMap(({ body, suspended }) => [body, suspended])
  await owner.query(
    `insert into directory_item select hash, body, (select array_agg(tag) from jsonb_array_elements_text(tags) tag)
     from jsonb_to_recordset($1) as given(hash text, body jsonb, tags jsonb) on conflict do nothing`,
    [JSON.stringify(items.map((body) => ({ hash: itemHash(body), body, tags: tagsOf(body) })))],
  )
  const days = ['2020-01-01', '2022-06-01', '2022-09-01']
  const entries = rows.flatMap(({ body, suspended }, j) =>
    [body, suspended, body].map((each, turn) => ({
      index: 1_000_000 * (turn + 1) + from + j,
      key: registerKey(body),
      item: itemHash(each),
      day: days[turn],
    })),
  )
  await owner.query(
    `insert into directory_entry select index, 0, key, item, day, null, day::timestamptz + index * interval '1 millisecond'
     from jsonb_to_recordset($1) as given(index bigint, key text, item text, day date)`,
    [JSON.stringify(entries)],
  )
  await owner.query(
    `insert into directory_current
     select e.key, split_part(e.key, ':', 1), e.log_index, e.item, i.body, i.tags, array_append(i.tags, case when e.key like 'appraiser:%' then 'person/' else '' end || 'state:SUSPENDED')
     from directory_entry e join directory_item i on i.hash = e.item where e.log_index = any($1)`,
    [entries.filter(({ index }) => index >= 3_000_000).map(({ index }) => index)],
  )
}

function suspended(body: RegisterBody): RegisterBody {
  return { ...body, state: 'SUSPENDED', reason: '年度报告缺失' }
}
