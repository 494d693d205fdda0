import { source } from '#kernel/law.ts'

/**
 * The opinion that the platform carries out. Keys: chapter（item）, then the group of sentences inside it, numbered as
 * in the clause trace table of the domain brief (2.8.3 is 二（八）3). `duty` marks what software must do, keep or show.
 * The text bears no day; the date is that of its publication as reported by the press.
 */
export const guidingOpinion = source({
  id: '国知发保字〔2022〕32号',
  title: '关于加强知识产权鉴定工作的指导意见',
  inForceFrom: '2022-07-27',
  clauses: {
    '一（一）': {
      heading: '指导思想',
      says: '政府指导与行业自律结合，建机制、健标准、强监管，为各类争议处理提供专业技术支撑',
    },
    '一（一）1': {
      heading: '政府指导与行业自律',
      says: '政府部门与自律组织分工，同一角色不得兼做两边的决定',
      duty: true,
    },
    '一（一）2': { heading: '高质量与规范化', says: '按规则办案，规则有版本，旧案适用旧规则', duty: true },
    '一（一）3': { heading: '理论与实践', says: '课题研究与应用案例相互引用', duty: true },
    '一（一）4': {
      heading: '服务各类争议处理',
      says: '分别支持行政裁决、行政执法、司法审判、仲裁调解的委托',
      duty: true,
    },
    '一（二）': { heading: '主要目标', says: '形成管理机制和标准体系，扩大机构规模、领域覆盖和应用' },
    '一（二）1': { heading: '目标与结果', says: '目标、指标、期限和结果可查', duty: true },
    '一（二）2': { heading: '标准体系与覆盖', says: '展示标准矩阵、技术领域与地区覆盖及缺口', duty: true },
    '一（二）3': { heading: '应用增长', says: '统计鉴定的应用与采信变化', duty: true },
    '二（一）': {
      heading: '明确工作定位',
      says: '鉴定只解决知识产权争议中的专门性事实问题，意见是需查证的证据',
    },
    '二（一）1': {
      heading: '机构与鉴定人',
      says: '由符合标准的机构组织鉴定人，运用科学技术和专门知识，对专门性事实问题提供意见',
      duty: true,
    },
    '二（一）2': {
      heading: '鉴定种类与范围',
      says: '覆盖专利、商标、地理标志、布图设计等，限于专门性事实问题',
      duty: true,
    },
    '二（一）3': {
      heading: '意见的证据性质',
      says: '鉴定意见经查证属实方可采用，系统不得称其有约束力',
      duty: true,
    },
    '二（二）': { heading: '健全标准体系', says: '制定并实施国家标准、团体标准' },
    '二（二）1': { heading: '标准制定', says: '标准的立项、征求意见、发布和状态可查', duty: true },
    '二（二）2': { heading: '术语与专业标准', says: '统一术语，按种类建立专业标准并显示缺口', duty: true },
    '二（二）3': { heading: '标准适用', says: '办案时出示适用条款，支持地方贯彻标准，统计违规', duty: true },
    '二（三）': { heading: '加强机构培育', says: '省级部门规划布局，指导并培育机构' },
    '二（三）1': { heading: '地区工作计划', says: '省级年度计划与合理布局、便民', duty: true },
    '二（三）2': { heading: '业务指导机制', says: '对自律组织和机构的指导请求有答复、有记录', duty: true },
    '二（三）3': { heading: '培育与覆盖', says: '通过实施标准培育机构，扩大技术领域覆盖', duty: true },
    '二（四）': { heading: '完善行业管理', says: '成立自律组织，统一质量管理，建立名录库与遴选荐用机制' },
    '二（四）1': {
      heading: '统一质量管理制度',
      says: '各机构适用同一套程序、技术标准与操作规范',
      duty: true,
    },
    '二（四）2': {
      heading: '遴选荐用与名录库',
      says: '全国统一名录库，进出与变更可追溯、动态调整',
      duty: true,
    },
    '二（四）3': { heading: '纳入与公开', says: '贯标机构入库公开，供办案机关选择', duty: true },
    '二（四）4': { heading: '地方自律组织', says: '登记地方自律组织及其受托职能', duty: true },
    '二（五）': { heading: '开展行业评价', says: '等级评价、执业公约、第三方评价、满意度与信用监管' },
    '二（五）1': {
      heading: '等级评价与合规督促',
      says: '评价办法可配置、有版本，督促依法合规执业',
      duty: true,
    },
    '二（五）2': { heading: '执业公约', says: '公约签署与违约记录', duty: true },
    '二（五）3': {
      heading: '第三方评价与满意度',
      says: '质量监管、执业考核、满意度评价并及时公开',
      duty: true,
    },
    '二（五）4': { heading: '诚信与信用', says: '信用事项有依据文件、可修复', duty: true },
    '二（六）': { heading: '健全协同机制', says: '与办案机关协商、名录互荐、从业反馈、区域协作' },
    '二（六）1': { heading: '协商机制', says: '会议、议题与解决情况可追踪', duty: true },
    '二（六）2': { heading: '互荐共享与反馈', says: '交换名录，收集对机构从业情况的反馈', duty: true },
    '二（六）3': { heading: '信息共享与协作', says: '与自律组织共享信息，合作培训与研究', duty: true },
    '二（六）4': { heading: '区域执法协作', says: '区域间互认检验与鉴定结果', duty: true },
    '二（七）': { heading: '加强能力提升', says: '思想政治、理论研究、教育培训、新兴领域与案例库' },
    '二（七）1': { heading: '思想政治建设', says: '记录政治学习学时', duty: true },
    '二（七）2': { heading: '理论研究', says: '课题从立项到验收可查', duty: true },
    '二（七）3': { heading: '教育培训', says: '培训计划、分级分类、师资教材与案例研讨', duty: true },
    '二（七）4': { heading: '新兴领域与方法', says: '跟踪人工智能、大数据等问题，方法有版本', duty: true },
    '二（七）5': { heading: '应用案例库', says: '建立匿名化的应用案例库', duty: true },
    '二（八）': { heading: '推动自律监管', says: '检查、评查、投诉与惩戒，全过程留痕、全流程监管' },
    '二（八）1': {
      heading: '检查、评查、投诉与惩戒',
      says: '执业检查、文书评查、情况通报、投诉处理与激励惩戒',
      duty: true,
    },
    '二（八）2': { heading: '日常指导与防范', says: '警示教育，防范多头、重复和虚假鉴定', duty: true },
    '二（八）3': {
      heading: '全过程留痕',
      says: '受理、过程、审核签发各环节全过程留痕、全流程监管',
      duty: true,
    },
    '二（八）4': {
      heading: '机构从业条件',
      says: '机构须有明确业务范围、必需条件与一定数量的鉴定人',
      duty: true,
    },
    '二（八）5': { heading: '鉴定人资质', says: '引导鉴定人取得与业务相关的职称、资格或者经历', duty: true },
    '二（八）6': {
      heading: '违法责任',
      says: '经依法认定的虚假鉴定移出名录库，由自律组织惩戒并转送处理',
      duty: true,
    },
    '三（一）': { heading: '加强组织领导', says: '调查研究，纳入部署，细化举措，推进落实', duty: true },
    '三（二）': { heading: '加强工作保障', says: '政策引导，跟踪指导，加大支持和培养', duty: true },
    '三（三）': { heading: '加强宣传推广', says: '推广成果，通报表扬，提高公信力', duty: true },
  },
})
