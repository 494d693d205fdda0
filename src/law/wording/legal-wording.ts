import { comparisonForm } from './factual-form.ts'

/**
 * A construction that asks for (or states) a legal judgement. `legal` is for the tribunal; `caution` is a factual question
 * in words that some tribunals take for legal ones, so that a rewording is proposed but nothing is refused.
 */
export interface LegalWording {
  readonly id: string
  readonly severity: 'legal' | 'caution'
  readonly pattern: RegExp
  readonly reason: string
  readonly proposal: string | ((text: string) => string)
}

const plain = '[^，。；？！]'
const law = '(?:专利法|商标法|著作权法|反不正当竞争法|民法典|合同法|刑法|条例|司法解释)'
const secret = '(?:商业秘密|技术秘密|经营秘密|商业机密)'
const known = '(?:公众(?:所|普遍)?知悉|公知)'
const right = '(?:专利权?|商标权?|注册商标|权利要求|合同|协议|条款|著作权|专有权|登记|许可|权利)'

export const legalWordings: readonly LegalWording[] = [
  {
    id: 'infringement',
    severity: 'legal',
    pattern: /不?侵权|侵犯|侵害/g,
    reason: '是否侵权属于法律适用，由裁判者认定',
    proposal: comparisonForm,
  },
  {
    id: 'scope-of-protection',
    severity: 'legal',
    pattern:
      /(?:落入|落在|属于|未落入)?[^，。；？！]{0,16}(?:保护范围|权利范围)|禁止反悔|捐献原则|全面覆盖原则/g,
    reason: '保护范围及是否落入属于法律判断',
    proposal: comparisonForm,
  },
  {
    id: 'trade-secret-status',
    severity: 'legal',
    pattern: new RegExp(
      `(?:构成|属于|是否是|是否为|认定为|是不是)[^，。；？！与和]{0,14}${secret}(?!要件|${plain}{0,8}${known})` +
        `|符合${plain}{0,8}${secret}${plain}{0,6}(?:要件|条件|特征)(?!${plain}{0,8}(?:${known}|秘密性))` +
        `|${secret}(?:是否)?(?:成立|存在)|(?:是否|有无|不)(?:存在|具有|拥有|享有|成立)${plain}{0,6}${secret}`,
      'g',
    ),
    reason: '是否构成商业秘密包含保密措施和价值等法律要件，鉴定只回答非公知性与同一性',
    proposal: '截至基准日，所列各密点是否不为公众所知悉？',
  },
  {
    id: 'secrecy-and-value',
    severity: 'legal',
    pattern:
      /(?:合理|适当|相应|必要|充分)的?保密(?:措施|手段)|保密(?:措施|手段|义务)|经济性|商业价值|竞争优势|(?:经济|市场)(?:利益|价值)|实用性/g,
    reason: '保密措施、价值和实用性属于法律要件，不在鉴定事项之内',
    proposal: '截至基准日，所列各密点是否不为公众所知悉？',
  },
  {
    id: 'validity',
    severity: 'legal',
    pattern: new RegExp(
      `(?:是否|能否|应否|应当?|已经?|仍|为|属于?|系|自始)(?:依法|合法|仍然|继续|归于|全部|部分)?(?:有效|无效)(?![\\u4e00-\\u9fa5])` +
        `|${right}${plain}{0,12}(?:有效性|无效|效力|有效(?![\\u4e00-\\u9fa5]))|(?:宣告|认定)(?:为|其)?无效|(?:专利|商标|权利|注册)(?:权|商标)?的?稳定性|效力|重复授权`,
      'g',
    ),
    reason: '权利或者合同的效力由主管机关、裁判者认定',
    proposal: (text) =>
      /合同|协议/.test(text)
        ? comparisonForm(text)
        : '所列对比文件公开了权利要求的哪些技术特征，公开日期是哪一天？',
  },
  {
    id: 'protectability',
    severity: 'legal',
    pattern:
      /新颖性|创造性|独创性|原创性|显著性|可专利性|可版权性|(?:突出的)?实质性特点|显著的?进步|(?:充分公开|公开充分|公开不充分)|说明书(?:的)?支持|权利要求[^，。；？！]{0,8}(?:不?清楚)|修改超范围|不授予专利权/g,
    reason: '新颖性、创造性、独创性、显著性等是授权或者保护的法律条件',
    proposal: (text) =>
      /作品|布图|设计|软件/.test(text)
        ? '所列部分在创作日（申请日）以前的公开资料中是否出现过，异同如何？'
        : '所列对比文件公开了哪些技术特征，与权利要求的区别是什么？',
  },
  {
    id: 'liability',
    severity: 'legal',
    pattern:
      /赔偿|补偿数额|义务|(?:承担|负有?|追究)[^，。；？！]{0,12}(?:责任|义务|后果|损失)|责任|过错|过失|故意|恶意|善意|主观(?:状态|认识)?|明知|应知|惩罚性|违约|停止(?:侵害|使用|销售|生产|制造)|消除影响|赔礼/g,
    reason: '责任、过错和赔偿由裁判者认定',
    proposal: comparisonForm,
  },
  {
    id: 'damages',
    severity: 'legal',
    pattern:
      /(?:经济|实际|直接|间接|全部)损失|损失(?:数额|金额|多少|为多少|是多少|额)|(?:侵权|非法|违法)(?:获利|所得)|(?:获利|所得|利润)(?:数额|金额|多少|为多少|是多少|额)|许可(?:使用)?费|合理(?:开支|费用)|贡献(?:率|度)|非法经营(?:数额|额)/g,
    reason: '损失与获利数额属于赔偿问题，不是知识产权专门性事实问题',
    proposal: comparisonForm,
  },
  {
    id: 'confusion',
    severity: 'legal',
    pattern:
      /混淆|误认|误导|搭便车|攀附|傍名牌|商誉|不正当竞争|(?:引人|造成|产生|导致)[^，。；？！]{0,8}误(?:解|会)/g,
    reason: '混淆、误认和不正当竞争属于法律判断',
    proposal: comparisonForm,
  },
  {
    id: 'fame',
    severity: 'legal',
    pattern:
      /驰名|知名度|美誉度|市场影响力|(?:是否|构成|属于|具有|成为|认定为)[^，。；？！与和]{0,6}(?:知名|一定影响|较高知名度|通用名称|著名)/g,
    reason: '知名度、驰名和通用名称由裁判者依证据认定',
    proposal: comparisonForm,
  },
  {
    id: 'defence',
    severity: 'legal',
    pattern:
      /(?:正当|合理|善意|商标性|描述性|指示性|在先)使用|商标意义上|识别[^，。；？！]{0,8}来源|生产经营目的|合法来源|先用权|在先权利|权利用尽|权利滥用|默示许可|法定许可|强制许可|抗辩[^，。；？！]{0,6}(?:成立|是否|能否)|(?:是否|能否)[^，。；？！]{0,12}抗辩|(?:构成|属于)[^，。；？！]{0,4}(?:反向工程|个人信赖|独立研发|独立创作|自行研发)|诉讼时效|管辖/g,
    reason: '抗辩是否成立由裁判者认定',
    proposal: (text) =>
      /现有技术|先用/.test(text)
        ? '被诉技术方案与所列一项现有技术的各项特征有何异同？'
        : comparisonForm(text),
  },
  {
    id: 'lawfulness',
    severity: 'legal',
    pattern: new RegExp(
      `不正当(?:手段|行为|方式)|非法|违法|(?<!符)合法(?!来源)|违反|盗窃|窃取|(?:未经|是否经|取得|获得)${plain}{0,6}许可` +
        `|${law}|(?:法律|法)意义上|法律(?:规定|保护|责任|性质|关系|后果|适用|意义|依据|上)|行为的?(?:性质|定性)|如何定性|(?:立案|追诉)标准|受${plain}{0,8}保护|予以保护|犯罪|${plain}罪名|构成${plain}{0,12}罪|情节(?:严重|特别严重)|数额(?:特别)?(?:巨大|较大)`,
      'g',
    ),
    reason: '合法与否、是否受法律保护属于法律适用',
    proposal: comparisonForm,
  },
  {
    id: 'copying-judged',
    severity: 'legal',
    pattern:
      /(?:是否|构成|属于|为)[^，。；？！]{0,6}(?:假冒|仿冒|冒充|抄袭|剽窃|盗版|山寨)|(?:抄袭|剽窃)|(?:构成|属于)[^，。；？！及和与、]{0,8}(?:复制|发行|传播|改编|销售|许诺销售|制造|使用|披露)(?:行为)?(?=[，。；？！]|$)|(?:复制|发行|传播|改编|许诺销售|披露)行为/g,
    reason: '对行为的定性属于法律判断',
    proposal: comparisonForm,
  },
  {
    id: 'ownership',
    severity: 'legal',
    pattern:
      /权属|归属|归谁|归(?![一类纳并零])[^，。；？！]{1,8}所有|属于谁|(?:是否|依法|应|不)享有|职务(?:发明|作品|成果)|创造性贡献|是否有权|无权|(?:保护|授权)客体|智力活动规则|(?:主体|原告|起诉|诉讼)资格|权利主体|合法权利人|(?:是否|构成|属于|认定为)(?:构成|属于|为|是|系)?(?:受[^，。；？！]{0,8}的)?(?:美术|文字|摄影|视听|音乐|建筑|图形|模型|实用艺术|汇编|演绎|合作|法人|口述)?作品(?=[，。；？！]|$)/g,
    reason: '权利归属和是否为受保护的客体由裁判者认定',
    proposal: comparisonForm,
  },
  {
    id: 'normative',
    severity: 'legal',
    pattern:
      /应否|是否应(?![用变力答急])|应予|应如何(?:理解|解释|认定|处理)|采信|证明力|定案|举证责任|胜诉|败诉|驳回/g,
    reason: '“应否”“如何认定”以及证据取舍由裁判者决定',
    proposal: comparisonForm,
  },
  {
    id: 'contract-judged',
    severity: 'legal',
    pattern:
      /(?:解除|撤销|终止)[^，。；？！]{0,6}(?:合同|协议)|(?:合同|协议)[^，。；？！]{0,6}(?:解除|撤销)|(?:是否|全面|适当)履行[^，。；？！]{0,6}(?:义务|完毕|合同)|合同目的|根本违约|显失公平/g,
    reason: '合同的履行、解除等由裁判者认定',
    proposal: comparisonForm,
  },
  {
    id: 'equivalence-held',
    severity: 'legal',
    pattern: /(?:构成|属于)[^，。；？！与和或]{0,4}等同/g,
    reason: '“构成等同”是法律上的结论，事实部分是手段、功能、效果和是否需要创造性劳动',
    proposal: comparisonForm,
  },
  {
    id: 'similarity-held',
    severity: 'legal',
    pattern:
      /构成(?:实质性?(?:相似|近似)|[^，。；？！与]{0,14}(?:近似|类似)的?(?:商标|标识|商品|服务))|(?:构成|具备)法定/g,
    reason: '“构成近似商标”“构成实质性相似”等是法律上的结论',
    proposal: comparisonForm,
  },
  {
    id: 'equivalence',
    severity: 'caution',
    pattern: /等同/g,
    reason: '“等同”是否可用各地做法不一，宜拆为手段、功能、效果和是否需要创造性劳动四项事实',
    proposal:
      '不同的技术特征，其手段、功能、效果是否基本相同？本领域普通技术人员在行为日是否无需创造性劳动就能联想到？',
  },
  {
    id: 'similarity-judged',
    severity: 'caution',
    pattern: /(?:相)?近似(?![值于])|类似(?:商品|服务)|实质性?(?:相似|相同|近似)|实质上相同|整体视觉效果/g,
    reason: '近似、实质性相似带有评价，宜改问可以逐项核对的异同',
    proposal: comparisonForm,
  },
  {
    id: 'statutory-element',
    severity: 'caution',
    pattern: /法定|构成要件|要件|知名商品|公有领域|功能性特征|必要技术特征/g,
    reason: '含有法律评价的限定语，宜删去，改写为可以核对的对象和日期',
    proposal: (text) =>
      /公众所知悉|公知/.test(text) ? '截至基准日，所列各密点是否不为公众所知悉？' : comparisonForm(text),
  },
  {
    id: 'evidence-weighed',
    severity: 'caution',
    pattern: /(?:能否|是否能?够?|足以|可以)证明/g,
    reason: '证据能否证明待证事实由裁判者判断，宜改问材料中记载或者显示了什么',
    proposal: '所列材料中记载（显示）了哪些技术内容，形成或者公开于何日？',
  },
]
