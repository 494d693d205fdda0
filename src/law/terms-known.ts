/** A word of the trade with what it means; `source` says whose definition it is. */
export interface KnownTerm {
  readonly zh: string
  readonly en: string
  readonly definition: string
  readonly source: string
}

const draft = 'GB/T 45563.1 征求意见稿（2023-05-19）用语；释义为平台归纳，待对照正式文本确认'
const own = '平台释义'

/** The first glossary: entered into the register of terms by whoever keeps it, and revised there. */
export const knownTerms: readonly KnownTerm[] = [
  {
    zh: '知识产权鉴定',
    en: 'intellectual property appraisement',
    definition:
      '运用科学技术和专门知识，对知识产权争议中的专门性事实问题进行鉴别和分析判断，并提供鉴定意见的活动。',
    source: draft,
  },
  {
    zh: '鉴定机构',
    en: 'intellectual property appraisal provider',
    definition: '组织鉴定人开展知识产权鉴定活动的单位。',
    source: draft,
  },
  {
    zh: '委托材料',
    en: 'commissioned materials',
    definition: '委托方为鉴定提交的检材、样本和其他资料。',
    source: draft,
  },
  {
    zh: '鉴定人',
    en: 'appraiser',
    definition: '具备相应专门知识、登记于一家鉴定机构、实施鉴定并在意见书上签名的人员。',
    source: own,
  },
  {
    zh: '鉴定意见',
    en: 'appraisal opinion',
    definition: '鉴定人就委托的专门性事实问题给出的书面判断；是证据的一种，经查证属实才能采用。',
    source: own,
  },
  {
    zh: '专门性事实问题',
    en: 'specialised factual question',
    definition: '须借助科学技术或者专门知识才能查明的事实问题，不包括法律适用。',
    source: own,
  },
  {
    zh: '质证',
    en: 'cross-examination of material',
    definition: '各方对用作鉴定依据的材料发表意见；法院委托的案件中，未经质证的材料不得作为鉴定依据。',
    source: own,
  },
  {
    zh: '回避',
    en: 'recusal',
    definition: '与案件有利害关系、可能影响公正的人员不参加该案鉴定。',
    source: own,
  },
  {
    zh: '复核',
    en: 'review',
    definition: '由未参加该案鉴定的人员检查意见草稿；复核人不在意见书上签名。',
    source: own,
  },
  {
    zh: '补正',
    en: 'correction',
    definition: '意见书签发后改正不影响结论的文字、格式差错。',
    source: own,
  },
  {
    zh: '补充鉴定',
    en: 'supplementary appraisal',
    definition: '在原鉴定基础上，对遗漏事项或者新的材料所作的鉴定。',
    source: own,
  },
  {
    zh: '重新鉴定',
    en: 're-appraisal',
    definition: '原鉴定存在法定情形时，由其他鉴定人就同一事项另行作出的鉴定。',
    source: own,
  },
  {
    zh: '技术特征',
    en: 'technical feature',
    definition: '权利要求中能够相对独立地实现一定功能、产生一定效果的技术单元。',
    source: own,
  },
  {
    zh: '等同',
    en: 'equivalence',
    definition:
      '以基本相同的手段，实现基本相同的功能，达到基本相同的效果，且本领域普通技术人员无需创造性劳动即可联想到。鉴定只就手段、功能、效果等事实作出判断。',
    source: own,
  },
  {
    zh: '秘密点',
    en: 'secret point',
    definition: '权利人主张作为秘密的具体信息及其范围。',
    source: 'T/CIPS 商业秘密鉴定规范 3.4 所列术语；释义为平台归纳，待确认',
  },
  {
    zh: '非公知性',
    en: 'non-publicity',
    definition: '信息在主张的时点不为其所属领域的相关人员普遍知悉、不容易获得。',
    source: 'T/CIPS 商业秘密鉴定规范 3.6 所列术语；释义为平台归纳，待确认',
  },
  {
    zh: '同一性',
    en: 'identity of information',
    definition: '被诉信息与主张的秘密信息相同或者实质相同。',
    source: own,
  },
  {
    zh: '贯标',
    en: 'standard conformity',
    definition: '机构按照鉴定标准建立和运行管理，经自评、现场评定、整改后取得符合性证书。',
    source: own,
  },
  {
    zh: '不符合项',
    en: 'non-conformity',
    definition: '评定中发现的未满足标准某一条款的情形，须在期限内整改并经确认。',
    source: own,
  },
  {
    zh: '名录库',
    en: 'appraisal directory',
    definition: '全国统一的知识产权鉴定机构名单，公开、动态调整；不是司法行政机关编制的司法鉴定人名册。',
    source: own,
  },
  {
    zh: '检查点',
    en: 'checkpoint',
    definition: '公开日志在某一规模时签发的摘要；凭它可以证明此前的内容没有改动。',
    source: own,
  },
]
