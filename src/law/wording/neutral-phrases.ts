/**
 * Phrases that contain a legal word and ask for no legal judgement: names of things (被控侵权产品), causes of action,
 * kinds of companies, technical terms (有效成分, 代码混淆). They are blanked before the lint looks at a text.
 */
const neutralPhrases: readonly RegExp[] = [
  /(?:被控|被诉|涉嫌|被指控|被告)(?:涉嫌)?侵权(?:行为人|人|方|产品|物品|物|商品|技术方案|技术|方法|设计|外观设计|作品|软件|代码|图样|标识|标志|商标|布图设计|布图|芯片|信息|品种|装置|设备|样品|内容|文章|图案)?/g,
  /(?:被|受)侵权的?(?:技术|产品|方|人|作品|软件|商标|信息)/g,
  /侵权(?:产品|物品|物|商品|行为发生日|行为发生时|发生日|行为人)(?!的?(?:认定|责任))/g,
  /(?:侵害|侵犯)[^，。；？、]{0,24}(?:纠纷|一案|案件|(?<!涉)案)/g,
  /不正当竞争(?:纠纷|一案|案)/g,
  /(?:有限|无限)责任(?:公司)?|责任(?:公司|编辑|设计师)/g,
  /(?:专利|商标)?无效(?:宣告|审查|程序|决定)(?:请求)?(?:审查)?(?:决定书?|程序|阶段|案卷|证据)?/g,
  /有效(?:成分|组分|物质|含量|数字|期|长度|宽度|厚度|高度|截面|面积|像素|位数?|容积|直径|载荷|功率|信号|作用|行程|部位|积温|磷|氮|钾|孔径|行数|代码|地|手段|值|距离|区域|层)/g,
  /有效(?=防|阻|提|降|实现|避|解决|减|传|隔|抑|去除|过滤|密封|连接|固定|锁|识别|检测|散热|屏蔽)/g,
  /(?:代码|程序|变量名?|标识符|字符串|控制流)混淆|混淆(?:器|代码|加密|处理|技术|工具|算法|后的?代码)|反混淆/g,
  /恶意(?:代码|软件|程序|脚本|链接|插件|样本)/g,
  /(?:无需|需要|不需要|需经|需|经过|付出|不经)(?:付出)?创造性劳动/g,
  /创造性劳动/g,
  /独创性(?:部分|区域|说明|声明|点)|独创(?:点|部分|区域)/g,
  /(?:特异性|一致性)、?/g,
  /(?:权属|权利)(?:证书|证明|文件|材料)/g,
  /(?:同意|承诺)(?:承担|支付)(?:鉴定)?费用?/g,
  /承担(?:载荷|重量|拉力|压力|扭矩|负荷|荷载|功能|支撑)/g,
  /显著性(?:差异|检验|水平|分析|影响)/g,
  /受(?:密码|口令|加密|壳)保护/g,
  /尽可能|不可能|可能性(?:为零|不存在)/g,
]

/** The text with neutral phrases replaced by as many middle dots, so that positions stay those of the original. */
export function withoutNeutralPhrases(text: string): string {
  return neutralPhrases.reduce(
    (blanked, phrase) => blanked.replace(phrase, (match) => '·'.repeat(match.length)),
    text,
  )
}
