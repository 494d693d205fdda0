import { term } from '#kernel/term.ts'

/** Kind of intellectual property that a case is about (domain brief §15). */
export const ipType = term('知识产权类型', {
  PATENT_INVENTION: '发明专利',
  PATENT_UTILITY_MODEL: '实用新型专利',
  PATENT_DESIGN: '外观设计专利',
  TRADEMARK: '商标',
  GEOGRAPHICAL_INDICATION: '地理标志',
  LAYOUT_DESIGN: '集成电路布图设计',
  TRADE_SECRET: '商业秘密',
  COPYRIGHT_SOFTWARE: '计算机软件著作权',
  COPYRIGHT_WORK: '作品著作权',
  PLANT_VARIETY: '植物新品种',
  TECHNOLOGY_CONTRACT: '技术合同',
  ELECTRONIC_DATA: '电子数据',
  OTHER: '其他',
})

/** Kinds of right whose subject matter is classed by field of technology throughout: competence in all of one is in each field. */
export const technicalKinds = ['PATENT_INVENTION', 'PATENT_UTILITY_MODEL'] as const

export type IpType = (typeof ipType.codes)[number]

/** The two digits TT of the unified case code. Printed in issued documents: never reuse or renumber one. */
export const ipTypeDigits: Readonly<Record<IpType, string>> = {
  PATENT_INVENTION: '01',
  PATENT_UTILITY_MODEL: '02',
  PATENT_DESIGN: '03',
  TRADEMARK: '04',
  GEOGRAPHICAL_INDICATION: '05',
  LAYOUT_DESIGN: '06',
  TRADE_SECRET: '07',
  COPYRIGHT_SOFTWARE: '08',
  COPYRIGHT_WORK: '09',
  PLANT_VARIETY: '10',
  TECHNOLOGY_CONTRACT: '11',
  ELECTRONIC_DATA: '12',
  OTHER: '99',
}

export function ipTypeOfDigits(digits: string): IpType | undefined {
  return ipType.codes.find((code) => ipTypeDigits[code] === digits)
}
