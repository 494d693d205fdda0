import type { Parameter } from './parameters.ts'
import type { IpType } from './terms/ip-type.ts'
import type { ClauseBearing, StandardKind, StandardLayer } from './terms/standard.ts'

export interface KnownClause {
  readonly no: string
  readonly heading: string
  readonly bearing: ClauseBearing
  /** Our own words; empty where the text was not seen. */
  readonly says?: string
  /** Heading and number stand in a source that was read; everything else awaits confirmation and says so. */
  readonly confirmed?: true
}

/** A standard as far as public sources tell of it (domain brief §3): what is not known is not filled in. */
export interface KnownStandard {
  readonly slug: string
  /** Empty where the number is not known. */
  readonly number: string
  readonly title: string
  readonly titleEn?: string
  readonly layer: StandardLayer
  readonly kind: StandardKind
  readonly ipTypes: readonly IpType[]
  /** Six digits, of local standards. */
  readonly region?: string
  readonly proposer: string
  readonly stage: 'PLANNED' | 'CONSULTATION' | 'EFFECTIVE'
  readonly issuedOn?: string
  readonly effectiveFrom?: string
  readonly certainty: Parameter['certainty']
  /** What the entry rests on and what is open. */
  readonly basis: string
  readonly clauses?: readonly KnownClause[]
}

const patents = ['PATENT_INVENTION', 'PATENT_UTILITY_MODEL', 'PATENT_DESIGN'] as const
const copyright = ['COPYRIGHT_SOFTWARE', 'COPYRIGHT_WORK'] as const

/** The eight kinds that the note of the draft of GB/T 45563.1 lists. */
const eightKinds = [
  ...patents,
  'TRADEMARK',
  'TRADE_SECRET',
  'LAYOUT_DESIGN',
  'PLANT_VARIETY',
  'TECHNOLOGY_CONTRACT',
  ...copyright,
  'GEOGRAPHICAL_INDICATION',
] as const

const committee = '中国知识产权研究会知识产权鉴定专业委员会'

/** Shipped as data, entered into the register one by one by whoever keeps it; none of it is law for the program. */
export const knownStandards: readonly KnownStandard[] = [
  {
    slug: 'gb-t-45563.1',
    number: '',
    title: '知识产权鉴定规范 第1部分：总则',
    titleEn: 'Specification of intellectual property appraisement—Part 1: General principles',
    layer: 'BASIC',
    kind: 'NATIONAL',
    ipTypes: eightKinds,
    proposer: '国家知识产权局',
    stage: 'CONSULTATION',
    certainty: 'uncertain',
    basis:
      '2023-05-19 的征求意见稿见于公开摘录（计划编号 GB/T 45563.1）；是否已与第2部分一并发布、发布编号和日期待核实。',
    clauses: [
      { no: '待确认-1', heading: '鉴定原则', bearing: 'GENERAL' },
      { no: '待确认-2', heading: '鉴定机构和人员', bearing: 'INSTITUTION' },
      { no: '待确认-3', heading: '资源管理', bearing: 'INSTITUTION' },
      { no: '待确认-4', heading: '鉴定程序', bearing: 'APPRAISAL' },
      { no: '待确认-5', heading: '术语和定义', bearing: 'TERM' },
    ],
  },
  {
    slug: 'gb-t-45563.2-2025',
    number: 'GB/T 45563.2—2025',
    title: '知识产权鉴定规范 第2部分：专利',
    titleEn: 'Specification of intellectual property appraisement—Part 2: Patent',
    layer: 'PROFESSIONAL',
    kind: 'NATIONAL',
    ipTypes: patents,
    proposer: '国家知识产权局',
    stage: 'EFFECTIVE',
    issuedOn: '2025-04-25',
    effectiveFrom: '2025-04-25',
    certainty: 'confirmed',
    basis:
      '编号、名称、发布和实施日期、目次前部见于公开来源（ICS 03.140，CCS A16）；条文正文未见，条款内容待对照正式文本确认。',
    clauses: [
      { no: '1', heading: '范围', bearing: 'GENERAL', confirmed: true },
      { no: '2', heading: '规范性引用文件', bearing: 'GENERAL', confirmed: true },
      { no: '3', heading: '术语和定义', bearing: 'TERM', confirmed: true },
      { no: '4', heading: '基本要求', bearing: 'INSTITUTION', confirmed: true },
      { no: '5', heading: '发明和实用新型专利鉴定实施', bearing: 'APPRAISAL', confirmed: true },
      { no: '待确认-1', heading: '外观设计专利鉴定实施', bearing: 'APPRAISAL' },
    ],
  },
  {
    slug: 'gb-t-45563.3',
    number: '',
    title: '知识产权鉴定规范 第3部分：商标',
    layer: 'PROFESSIONAL',
    kind: 'NATIONAL',
    ipTypes: ['TRADEMARK'],
    proposer: '国家知识产权局',
    stage: 'PLANNED',
    certainty: 'uncertain',
    basis: '由分部分结构推知（计划编号 GB/T 45563.3），是否发布未见来源。',
  },
  {
    slug: 't-cips-001-2022',
    number: 'T/CIPS 001—2022',
    title: '知识产权鉴定管理规范',
    layer: 'MANAGEMENT',
    kind: 'GROUP',
    ipTypes: eightKinds,
    proposer: committee,
    stage: 'EFFECTIVE',
    certainty: 'uncertain',
    basis:
      '2021-03 起草，2022-04-06 征求意见（中知研发〔2022〕22号），2022-08-12 前发布；编号凭一般了解，发布和实施日期、条文待核实。',
    clauses: [
      { no: '待确认-1', heading: '鉴定机构基本条件', bearing: 'INSTITUTION' },
      { no: '待确认-2', heading: '鉴定人条件与管理', bearing: 'INSTITUTION' },
      { no: '待确认-3', heading: '场所、设备与档案', bearing: 'INSTITUTION' },
      { no: '待确认-4', heading: '内部管理制度', bearing: 'INSTITUTION' },
      { no: '待确认-5', heading: '鉴定程序', bearing: 'APPRAISAL' },
    ],
  },
  {
    slug: 't-cips-002-2022',
    number: 'T/CIPS 002—2022',
    title: '专利鉴定规范',
    layer: 'PROFESSIONAL',
    kind: 'GROUP',
    ipTypes: patents,
    proposer: committee,
    stage: 'EFFECTIVE',
    certainty: 'uncertain',
    basis: '与管理规范同批发布；编号凭一般了解，发布和实施日期、条文待核实。',
    clauses: [{ no: '待确认-1', heading: '专利鉴定的实施', bearing: 'APPRAISAL' }],
  },
  {
    slug: 't-cips-003-2022',
    number: 'T/CIPS 003—2022',
    title: '商标鉴定规范',
    layer: 'PROFESSIONAL',
    kind: 'GROUP',
    ipTypes: ['TRADEMARK'],
    proposer: committee,
    stage: 'EFFECTIVE',
    certainty: 'uncertain',
    basis: '与管理规范同批发布；编号凭一般了解，发布和实施日期、条文待核实。',
    clauses: [{ no: '待确认-1', heading: '商标鉴定的实施', bearing: 'APPRAISAL' }],
  },
  {
    slug: 't-cips-trade-secret',
    number: '',
    title: '商业秘密鉴定规范',
    layer: 'PROFESSIONAL',
    kind: 'GROUP',
    ipTypes: ['TRADE_SECRET'],
    proposer: committee,
    stage: 'EFFECTIVE',
    certainty: 'uncertain',
    basis: '存在见于公开文章，引用了 3.4、3.6 两项术语；编号、年份和其余条文待核实。',
    clauses: [
      { no: '3.4', heading: '秘密点、秘密点说明', bearing: 'TERM', confirmed: true },
      { no: '3.6', heading: '非公知性', bearing: 'TERM', confirmed: true },
      { no: '待确认-1', heading: '商业秘密鉴定的实施', bearing: 'APPRAISAL' },
    ],
  },
  {
    slug: 't-cips-copyright',
    number: '',
    title: '著作权鉴定规范',
    layer: 'PROFESSIONAL',
    kind: 'GROUP',
    ipTypes: copyright,
    proposer: committee,
    stage: 'PLANNED',
    certainty: 'uncertain',
    basis: '2022 年公开报道称将随后制定；是否立项、发布未见来源。',
  },
  {
    slug: 'db4403-t-263-2022',
    number: 'DB4403/T 263—2022',
    title: '知识产权侵权纠纷技术检验鉴定工作规范',
    layer: 'MANAGEMENT',
    kind: 'LOCAL',
    ipTypes: [...patents, 'TRADE_SECRET', 'LAYOUT_DESIGN', 'COPYRIGHT_SOFTWARE'],
    region: '440300',
    proposer: '深圳市市场监督管理局',
    stage: 'EFFECTIVE',
    effectiveFrom: '2022-10-01',
    certainty: 'confirmed',
    basis: '编号、名称、实施日期和章节标题见于公开摘录；适用类型按标题推定，条款编号和正文待确认。',
    clauses: [
      { no: '待确认-1', heading: '原则', bearing: 'GENERAL' },
      { no: '待确认-2', heading: '检验鉴定内容', bearing: 'APPRAISAL' },
      { no: '待确认-3', heading: '工作流程', bearing: 'APPRAISAL' },
      { no: '待确认-4', heading: '出具意见', bearing: 'APPRAISAL' },
      { no: '待确认-5', heading: '异议处理', bearing: 'APPRAISAL' },
      { no: '待确认-6', heading: '材料和档案', bearing: 'INSTITUTION' },
    ],
  },
  {
    slug: 'db3211-t-1016-2020',
    number: 'DB3211/T 1016—2020',
    title: '专利侵权技术鉴定服务规范',
    layer: 'MANAGEMENT',
    kind: 'LOCAL',
    ipTypes: patents,
    region: '321100',
    proposer: '镇江市知识产权局',
    stage: 'EFFECTIVE',
    certainty: 'confirmed',
    basis: '编号、名称和要点见于公开摘录；实施日期、条款编号待确认。',
    clauses: [
      {
        no: '待确认-1',
        heading: '机构与人员',
        bearing: 'INSTITUTION',
        says: '本领域鉴定人不少于3名；具有专利代理师资格或者3年以上经历',
      },
      { no: '待确认-2', heading: '鉴定方法和程序', bearing: 'APPRAISAL' },
      { no: '待确认-3', heading: '服务评价与改进', bearing: 'INSTITUTION' },
      { no: '待确认-4', heading: '档案', bearing: 'INSTITUTION' },
    ],
  },
  {
    slug: 'db21-patent-service-draft',
    number: '',
    title: '专利侵权技术鉴定服务规范（辽宁）',
    layer: 'MANAGEMENT',
    kind: 'LOCAL',
    ipTypes: patents,
    region: '210000',
    proposer: '辽宁省知识产权局',
    stage: 'CONSULTATION',
    certainty: 'uncertain',
    basis: '2024-08 的征求意见稿见于公开摘录，引用电子档案和样品管理规定；是否发布待核实。',
    clauses: [{ no: '待确认-1', heading: '样品与电子档案', bearing: 'INSTITUTION' }],
  },
  {
    slug: 'sf-t-0158-2023',
    number: 'SF/T 0158—2023',
    title: '软件相似性鉴定技术规范',
    layer: 'METHOD',
    kind: 'INDUSTRY',
    ipTypes: ['COPYRIGHT_SOFTWARE'],
    proposer: '司法部',
    stage: 'EFFECTIVE',
    effectiveFrom: '2023-12-01',
    certainty: 'confirmed',
    basis: '编号、名称、实施日期见于公开来源；实践中取代 SF/Z JD0403001—2014。正文未录入。',
  },
  {
    slug: 'sf-t-0075-2020',
    number: 'SF/T 0075—2020',
    title: '网络文学作品相似性检验技术规范',
    layer: 'METHOD',
    kind: 'INDUSTRY',
    ipTypes: ['COPYRIGHT_WORK'],
    proposer: '司法部',
    stage: 'EFFECTIVE',
    certainty: 'confirmed',
    basis: '编号和名称见于公开来源；实施日期待确认，正文未录入。',
  },
  {
    slug: 'gb-t-17924-2008',
    number: 'GB/T 17924—2008',
    title: '地理标志产品标准通用要求',
    layer: 'METHOD',
    kind: 'NATIONAL',
    ipTypes: ['GEOGRAPHICAL_INDICATION'],
    proposer: '国家标准化主管部门',
    stage: 'EFFECTIVE',
    certainty: 'analogous',
    basis: '规定地理标志产品标准的结构，比对质量特色时参照；不是鉴定标准。',
  },
  {
    slug: 'gb-t-21374-2008',
    number: 'GB/T 21374—2008',
    title: '知识产权文献与信息 基本词汇',
    layer: 'BASIC',
    kind: 'NATIONAL',
    ipTypes: eightKinds,
    proposer: '国家标准化主管部门',
    stage: 'EFFECTIVE',
    certainty: 'analogous',
    basis: '知识产权词汇，供术语参照；存在见于公开来源，年份凭一般了解。',
  },
]
