import { term } from '#kernel/term.ts'

/**
 * Finding per technical feature (domain brief §8.1). The second is only what was found of means, function, effect
 * and creative labour; whether that is legal equivalence is for the tribunal.
 */
export const featureFinding = term('特征比对结果', {
  IDENTICAL: '相同',
  DIFFERENT_SAME_MEANS_FUNCTION_EFFECT: '不同，但手段、功能、效果基本相同且无需创造性劳动',
  DIFFERENT: '不同',
  ABSENT: '缺少对应特征',
  NOT_DETERMINABLE: '无法确定',
})

export type FeatureFinding = (typeof featureFinding.codes)[number]

/** Answer to one of the three comparisons: means, function, effect. */
export const subFinding = term('分项比对', {
  SAME: '基本相同',
  DIFFERENT: '不同',
  NOT_DETERMINABLE: '无法确定',
})

export type SubFinding = (typeof subFinding.codes)[number]

/** Would an ordinary skilled person arrive at it without creative labour on the act date? */
export const creativeLabour = term('是否需要创造性劳动', {
  NOT_NEEDED: '无需创造性劳动即能联想到',
  NEEDED: '需经创造性劳动',
  NOT_DETERMINABLE: '无法确定',
})

export type CreativeLabour = (typeof creativeLabour.codes)[number]

/** What a feature of a claim is about. */
export const featureKind = term('特征类别', {
  STRUCTURE: '结构',
  CONNECTION: '连接关系',
  STEP: '步骤',
  ORDER: '步骤顺序',
  COMPOSITION: '组分',
  NUMERIC: '数值',
  FUNCTION: '功能',
  ENVIRONMENT: '使用环境',
  PRODUCT_BY_PROCESS: '方法限定产品',
  PREAMBLE: '主题名称',
})

export type FeatureKind = (typeof featureKind.codes)[number]
