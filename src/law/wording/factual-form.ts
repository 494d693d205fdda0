/** What kind of right a question is about, told from its words. */
interface Subject {
  readonly named: RegExp
  readonly comparison: string
}

/** The order matters: 外观设计专利 is a design before it is a patent. */
const subjects: readonly Subject[] = [
  {
    named: /外观设计/,
    comparison: '被诉产品与授权外观设计在各视图上的相同点和不同点分别是什么？',
  },
  {
    named: /布图/,
    comparison: '被诉芯片与登记布图设计相应区域的元件种类、数量、位置、互连和层数有何异同？',
  },
  {
    named: /密点|秘密|保密|公知/,
    comparison: '截至基准日，所列各密点是否不为公众所知悉？被诉信息与各密点有何异同？',
  },
  {
    named: /软件|代码|程序/,
    comparison: '剔除第三方和开源代码后，双方源代码相同或者对应的文件、行数和比例是多少？',
  },
  {
    named: /商标|标识|标志|字号|包装|装潢|商品名称/,
    comparison: '两标志在字形、读音、含义、图形构图、颜色和整体结构上有哪些相同和不同？',
  },
  {
    named: /地理标志|产区|产地/,
    comparison: '送检样品的各项质量指标实测值是多少，与所列要求是否一致？',
  },
  { named: /品种|繁殖材料/, comparison: '送检材料与授权品种的性状和分子标记有何异同？' },
  { named: /作品|著作权|版权|抄袭|剽窃|美术|小说|剧本/, comparison: '两作品相对应的表达有哪些相同和不同？' },
  {
    named: /合同|协议|技术开发|技术转让|交付/,
    comparison: '所交付的技术成果的各项指标实测值是多少，与合同所列指标是否一致？',
  },
]

const patentComparison =
  '被诉产品（方法）的技术特征与权利要求各技术特征逐一比较，哪些相同、哪些不同？不同的特征在手段、功能、效果上有何差别？'

/** A factual question that may stand in place of a legal one; patent comparison where the text names no other right. */
export function comparisonForm(text: string): string {
  return subjects.find((subject) => subject.named.test(text))?.comparison ?? patentComparison
}
