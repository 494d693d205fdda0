import { term } from '#kernel/term.ts'

/** grounds on which an institution must refuse a commission. */
export const refusalGround = term('不予受理的情形', {
  OUT_OF_SCOPE: '超出本机构业务范围',
  MATERIAL_UNTRUE_OR_INSUFFICIENT: '鉴定材料不真实、不完整、不充分',
  MATERIAL_UNLAWFUL: '鉴定材料取得方式不合法',
  PURPOSE_UNLAWFUL: '鉴定用途不合法或者违背社会公德',
  DEMAND_AGAINST_NORMS: '鉴定要求不符合执业规则或者技术规范',
  BEYOND_ABILITY: '鉴定要求超出本机构技术条件或者鉴定能力',
  PARALLEL_COMMISSION: '同一事项已同时委托其他机构鉴定',
  WRONG_PROCEDURE: '委托程序不符合规定',
  EXCLUDED_MATTER: '委托事项属于不得委托鉴定的事项',
  OTHER_LEGAL: '法律、法规规定的其他情形',
})

export type RefusalGround = (typeof refusalGround.codes)[number]

/** M-02: matters that a civil court does not commission. */
export const excludedMatter = term('不委托鉴定的事项', {
  COMMON_EXPERIENCE: '通过生活常识、经验法则可以推定的事实',
  IRRELEVANT: '与待证事实无关联的问题',
  MEANINGLESS: '对证明待证事实无意义的问题',
  PARTY_BURDEN: '应由当事人举证的非专门性问题',
  COURT_CAN_FIND: '通过法庭调查、勘验等方法可以查明的事实',
  LIABILITY_SHARE: '当事人责任划分',
  APPLICATION_OF_LAW: '法律适用问题',
  POLYGRAPH: '测谎',
  UNSUITABLE: '其他不适宜委托鉴定的情形',
})

export type ExcludedMatter = (typeof excludedMatter.codes)[number]

/** M-03: matters of intellectual property that a court may commission. */
export const appraisableMatter = term('可委托鉴定的事项', {
  PATENT_COMPARISON: '被诉技术方案与专利或现有技术对应特征在手段、功能、效果上的异同',
  WORK_COMPARISON: '被诉作品与主张权利的作品的异同',
  SECRET_COMPARISON: '主张的商业秘密与公知信息、被诉信息与主张的商业秘密的异同',
  PLANT_COMPARISON: '被诉物与授权品种特征特性的异同及不同是否因非遗传变异所致',
  LAYOUT_COMPARISON: '被诉布图设计与登记布图设计的异同',
  CONTRACT_TECHNOLOGY_DEFECT: '合同所涉技术是否存在缺陷',
  DATA_AUTHENTICITY: '电子数据的真实性、完整性',
  OTHER: '其他专门性事实问题',
})

export type AppraisableMatter = (typeof appraisableMatter.codes)[number]
