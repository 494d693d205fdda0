import { term } from '#kernel/term.ts'

/** The 35 fields of technology of WIPO; code Fnn is the field's number. Coverage and competence are stated in them. */
export const technicalField = term('技术领域', {
  F01: '电机、电气装置、电能',
  F02: '音像技术',
  F03: '电信',
  F04: '数字通信',
  F05: '基础通信程序',
  F06: '计算机技术',
  F07: '计算机技术管理方法',
  F08: '半导体',
  F09: '光学',
  F10: '测量',
  F11: '生物材料分析',
  F12: '控制',
  F13: '医学技术',
  F14: '有机精细化学',
  F15: '生物技术',
  F16: '药品',
  F17: '高分子化学、聚合物',
  F18: '食品化学',
  F19: '基础材料化学',
  F20: '材料、冶金',
  F21: '表面加工技术、涂层',
  F22: '微观结构和纳米技术',
  F23: '化学工程',
  F24: '环境技术',
  F25: '装卸',
  F26: '机器工具',
  F27: '发动机、泵、涡轮机',
  F28: '纺织和造纸机器',
  F29: '其他特殊机械',
  F30: '热工过程和器具',
  F31: '机器零件',
  F32: '运输',
  F33: '家具、游戏',
  F34: '其他消费品',
  F35: '土木工程',
})

export type TechnicalField = (typeof technicalField.codes)[number]

const sectors = [
  { upTo: 'F08', name: '电气工程' },
  { upTo: 'F13', name: '仪器' },
  { upTo: 'F24', name: '化学' },
  { upTo: 'F32', name: '机械工程' },
  { upTo: 'F35', name: '其他领域' },
] as const

export function sectorOf(field: TechnicalField): string {
  return sectors.find((sector) => field <= sector.upTo)?.name ?? '其他领域'
}
