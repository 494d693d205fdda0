import { source } from '#kernel/law.ts'

/**
 * What the platform itself decides where no authority speaks, so that every rule has a clause. Keys are the numbers of the
 * rule book (domain brief §4) where the rule is a proposal there, H-numbers otherwise.
 */
export const houseRules = source({
  id: '明鉴平台规则',
  title: '明鉴平台运行规则',
  inForceFrom: '2020-01-01',
  clauses: {
    'M-05': { heading: '用语检查', says: '委托事项和意见中的法律判断用语须改写或者说明理由' },
    'M-07': {
      heading: '商业秘密事项',
      says: '委托事项限于非公知性与同一性，不问价值、保密措施和是否构成商业秘密',
    },
    'A-05': { heading: '委托声明', says: '委托方声明材料合法、用途合法、未同时委托其他机构' },
    'A-06': { heading: '查重', says: '受理前完成重复委托检查并处理命中' },
    'A-07': { heading: '机构可受理状态', says: '机构在名录内、在范围内、未暂停且无未决变更' },
    'A-13': { heading: '统一赋码', says: '受理即取得统一案件编码，无码不得签发' },
    'T-09': { heading: '电子材料校验', says: '接收时取哈希，使用与退还前复核' },
    'T-11': { heading: '国家秘密', says: '涉及国家秘密的材料不得上传' },
    'P-11': { heading: '职责分离', says: '同一案件的鉴定人、复核人、签发人不得为同一人' },
    'K-06': { heading: '工作日历', says: '按国务院公布的节假日与调休计算，北京时间' },
    'O-10': { heading: '结论明确', says: '结论不得使用不确定用语，不得与正文矛盾' },
    'O-11': { heading: '结论有据', says: '每项比对结论注明证据出处，只用已列明的材料' },
    'O-13': { heading: '编号与冻结', says: '编号、赋码、验证码随文书冻结，作废不得重用' },
    'O-26': { heading: '归档期限', says: '办结后及时归档，期限可配置', certainty: 'uncertain' },
    'H-01': { heading: '标识符校验', says: '有校验规则的号码输入时与提交时均校验' },
    'H-02': { heading: '再次验证', says: '签名、签发前再次验证身份' },
    'H-03': { heading: '核验限速', says: '按编号与验证码查询限制频率，只显示登记信息与状态' },
    'H-04': { heading: '临期提醒', says: '到期前按日数分级提醒，逾期记录' },
    'H-05': { heading: '暂定日期', says: '无官方日历年份的到期日为暂定，日历公布后重算留痕' },
    'H-06': { heading: '演示标识', says: '演示数据、证书与时间戳在文书和页面上标明' },
    'H-07': { heading: '密封材料查阅留痕', says: '读取密封材料与被拒绝的操作均留痕' },
    'H-08': { heading: '比对表完整', says: '比对表覆盖权利要求全文，片段不重叠' },
    'H-09': { heading: '字库', says: '文书字库没有的字在录入时提示更换' },
    'H-10': { heading: '密钥专属', says: '签名密钥在本人浏览器内生成与解锁，服务器不代签' },
    'H-11': { heading: '回避申请期', says: '告知鉴定组名单后留出申请回避的期间', certainty: 'uncertain' },
    'H-12': { heading: '登录凭据', says: '密码不少于规定长度且不含登录名，动态口令一次有效，更改凭据先验证' },
    'H-13': { heading: '角色与单位', says: '账号的角色与所在单位的职能相符，由管理员授予并留痕' },
    'H-14': { heading: '平台人员不办案', says: '系统管理员与审计员不兼任其他角色' },
    'H-15': {
      heading: '凭据重置须第二人确认',
      says: '登录凭据被他人重置后，由重置人和本人以外的第二人核实确认，方可登记签名密钥；确认人不由重置人指定',
    },
    'D-01': {
      heading: '列入名录的有效期',
      says: '列入名录有有效期，届满前的规定期间内可以申请延续，届满未延续的即告届满',
      certainty: 'uncertain',
    },
    'D-02': {
      heading: '既往记载的更正',
      says: '更正只改变过去某段时间的实情，不改变名录当时的记载，由二人办理',
    },
    'D-03': {
      heading: '移出后的限制期',
      says: '被移出名录的机构在限制期内不得重新申请',
      certainty: 'uncertain',
    },
    'D-11': {
      heading: '名录纠错',
      says: '任何人可以报告名录登记的错误，在规定期限内核实并答复',
      certainty: 'uncertain',
    },
    'S-01': {
      heading: '标准登记',
      says: '标准按统一编号登记，没有见到正式文本的内容标明待确认，不当作已知',
      certainty: 'uncertain',
    },
    'S-02': {
      heading: '征求意见',
      says: '标准草案公开征求意见不少于规定期间，每条意见都有处理结果和理由',
      certainty: 'uncertain',
    },
    'S-03': {
      heading: '评定人员独立',
      says: '贯标评定人员不是被评定机构的人员，人数不少于规定；参加评定的人不作决定',
      certainty: 'uncertain',
    },
    'S-04': {
      heading: '不符合项整改',
      says: '不符合项在期限内整改并经评定人员确认，全部关闭后才能发证',
      certainty: 'uncertain',
    },
    'S-05': {
      heading: '贯标证书有效期',
      says: '证书有适用范围和有效期，期满前提醒，期满失效',
      certainty: 'uncertain',
    },
    'L-01': {
      heading: '一案一次遴选',
      says: '同一案件同一时间只办理一次遴选；重新遴选须写明理由，以前的结果一并公开',
      certainty: 'uncertain',
    },
    'L-02': {
      heading: '抽签先承诺后开封',
      says: '候选名单、排除理由、密钥散列和日志规模先登记，约定规模的日志公布后在期限内开封；逾期未开封的作废并公开',
      certainty: 'uncertain',
    },
    'L-03': {
      heading: '答复与递补',
      says: '被选机构在期限内接受或者以列明的理由谢绝；谢绝或者逾期的按抽出的次序递补',
      certainty: 'uncertain',
    },
    'L-04': {
      heading: '承办量与利害关系',
      says: '承办量已满或者近年办理过同一当事人、权利人案件的机构不列入候选；会透露他人案件的，只说另有原因',
      certainty: 'uncertain',
    },
  },
})
