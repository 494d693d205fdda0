import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { asksForLaw, lintAnswer, lintQuestion } from './lint.ts'

const folder = new URL('../../../../shared/cases/', import.meta.url)
const here = existsSync(new URL('questions/', folder))

describe('委托事项的用语', () => {
  it.each([
    '被诉产品是否侵犯原告专利权',
    '被诉产品是否侵犯涉案专利权',
    '被告的行为是否构成等同侵权',
    '被诉技术方案是否落入涉案专利权利要求1的保护范围',
    '涉案专利是否具备创造性',
    '权利要求1相对于对比文件1是否具有新颖性',
    '涉案商标与被诉标识是否容易导致相关公众混淆',
    '被告使用的标识是否会使公众对商品来源产生误认',
    '原告的商标是否驰名',
    '“阿克苏”是否已成为通用名称',
    '原告的客户名单是否属于经营秘密',
    '原告主张的技术信息是否符合商业秘密的构成要件',
    '原告是否采取了合理的保密措施',
    '原告主张的信息是否具有商业价值',
    '被告是否以不正当手段获取原告的技术信息',
    '被告主张的反向工程抗辩是否成立',
    '被告的现有技术抗辩能否成立',
    '涉案布图设计是否具有独创性',
    '涉案图形是否构成美术作品',
    '被告的软件是否构成对原告软件的抄袭',
    '涉案作品的著作权归谁所有',
    '该发明是否属于职务发明',
    '被告是否应当停止使用该标识',
    '被告应否承担连带责任',
    '侵权损失数额是多少',
    '涉案技术合同是否有效',
    '被告是否构成违约',
    '被告是否具有主观恶意',
    '开发失败是否属于风险责任',
    '被诉行为是否违反反不正当竞争法第九条',
    '说明书是否充分公开了权利要求1的技术方案',
    '被诉商品是否为假冒注册商标的商品',
    '注册商标的稳定性如何',
    '原告是否享有涉案软件的著作权',
    '被告的使用是否属于合理使用',
    '权利要求1中的“导磁率高”应如何解释',
    '被告在包装上使用该字样是否属于商标性使用',
    '被告是否有权使用该地理标志',
    '权利要求1是否清楚',
    '涉案专利对产品利润的贡献率是多少',
    '原告商标的知名度如何',
    '被告是否尽到合理注意义务',
    '涉案方案是否属于专利保护客体',
    '被告的行为如何定性',
    '被诉产品的特征B与权利要求1的特征B是否构成等同',
    '两商标是否构成同一种商品上的近似商标',
    '被诉标识与注册商标是否构成相同或近似商标',
    '被诉作品与原告作品是否构成实质性相似',
    '技术秘密是否构成法定技术条件',
    '技术开发合同履行失败是否属于风险责任',
  ])('asks for law: %s', (text) => {
    expect(asksForLaw(text)).toBe(true)
    for (const hit of lintQuestion(text)) {
      expect(text.slice(hit.start, hit.end)).toBe(hit.quote)
      expect(asksForLaw(hit.proposal), hit.proposal).toBe(false)
    }
  })

  it.each([
    '被诉侵权产品的各技术特征与权利要求1的技术特征分别相同还是不同？',
    '不同的特征，其手段、功能、效果各有何差别，本领域普通技术人员是否无需创造性劳动即能联想到？',
    '被诉产品是否具有权利要求1特征C所述的有效成分',
    '在侵害发明专利权纠纷一案中，被控侵权产品与专利技术方案的技术特征是否相同',
    '明鉴科技有限责任公司提交的样品的厚度是多少',
    '截至2019年5月1日，原告主张的密点1至5是否不为公众所知悉',
    '被诉信息与原告主张的商业秘密是否相同或者实质相同',
    '原告作为商业秘密主张的技术信息是否为公众所知悉',
    '被诉系统中使用的算法与原告商业秘密所载算法有何异同',
    '两套源代码经过代码混淆处理前后的相同行数是多少',
    '样本程序中是否含有恶意代码',
    '被诉产品能否有效防止锁定元件弹性变形',
    '被诉芯片与登记布图设计的独创性部分对应区域是否一致',
    '被诉作品与原告作品在人物关系、情节上有哪些相同和不同',
    '被诉产品正常使用时可见部位与授权外观设计的相同点和不同点',
    '被控侵权外观设计与专利外观设计是否构成相同或相近似',
    '送检苹果的可溶性固形物含量是否达到质量技术要求',
    '送检种子与授权品种的特异性、一致性测试结果有无差异',
    '所交付的设备是否达到技术合同约定的技术指标',
    '电子邮件附件的元数据是否被修改过，形成时间为何时',
    '无效宣告请求审查决定书所列对比文件1公开了哪些技术特征',
    '现有技术抗辩所依据的对比文件公开了权利要求1的哪些特征',
    '被诉产品是否应用了两层玻璃纤维布',
    '两组样品的差异在统计学上是否达到显著性水平',
    '原告图纸与被告图纸的尺寸标注、公差、技术要求是否同一',
    '该技术信息能否通过观察上市产品直接获得',
    '被诉技术方案是否属于专利申请日前已公开的公知技术',
    '专利产品与被诉产品的热稳定性实测值有何差别',
    '对送检粉末作定性分析，其主要成分是什么',
    '被侵权的技术和相关技术的特征是否相同或者等同',
    '技术转让合同标的是否成熟、实用，是否符合合同约定标准',
    '技术咨询合同的履行结果是否符合合同约定或者有关标准',
    '被控侵权作品与权利人的作品是否相同或者实质相似',
    '被诉商品与核定使用商品在功能、用途、销售渠道上有何异同',
    '该专利在2020年3月1日的法律状态登记为何',
  ])('is factual: %s', (text) => {
    const legal = lintQuestion(text).filter((hit) => hit.severity === 'legal')
    expect(legal.map((hit) => `${hit.rule}: ${hit.quote}`)).toEqual([])
  })

  it('proposes a form for the right in question', () => {
    const proposal = (text: string) => lintQuestion(text)[0]?.proposal
    expect(proposal('被诉产品是否侵犯外观设计专利权')).toContain('各视图')
    expect(proposal('被诉标识与注册商标是否容易混淆')).toContain('字形、读音、含义')
    expect(proposal('是否构成商业秘密')).toContain('不为公众所知悉')
    expect(proposal('被诉产品是否侵权')).toContain('手段、功能、效果')
  })

  it('treats 等同 as the profile says', () => {
    const text = '特征B与特征B’是否等同'
    expect(lintQuestion(text)).toMatchObject([{ severity: 'caution', rule: 'equivalence', start: 10 }])
    expect(asksForLaw(text)).toBe(false)
    expect(asksForLaw(text, { equivalence: 'legal' })).toBe(true)
    expect(lintQuestion(text, { equivalence: 'allowed' })).toEqual([])
    expect(asksForLaw('特征B是否构成等同', { equivalence: 'allowed' })).toBe(false)
  })

  it.skipIf(!here)('separates law from fact on the labelled questions (skipped: data not here)', () => {
    const labelled = readJson('questions/')
    const law = labelled.filter((q) => q.label === 'LAW')
    const flagged = labelled.filter((q) => asksForLaw(q.text))
    const both = flagged.filter((q) => q.label === 'LAW')
    expect(law.length).toBeGreaterThan(0)
    expect(both.length / law.length, 'recall').toBeGreaterThanOrEqual(0.9)
    expect(both.length / flagged.length, 'precision').toBeGreaterThanOrEqual(0.9)
  })

  it.skipIf(!here)('lets the factual questions of the real cases pass (skipped: data not here)', () => {
    const questions = ['patent/', 'design/', 'trademark/', 'gi/', 'iclayout/', 'secret/']
      .flatMap(readJson)
      .flatMap((file) => file.questions ?? [])
    expect(questions.length).toBeGreaterThan(0)
    expect(questions.filter((text) => asksForLaw(text)).length / questions.length).toBeLessThanOrEqual(0.05)
  })
})

describe('鉴定意见的用语', () => {
  it.each([
    ['被诉产品可能具有特征A。', 'uncertain', '可能'],
    ['不排除二者来源相同。', 'uncertain', '不排除'],
    ['倾向于认为特征B相同。', 'uncertain', '倾向于认为'],
    ['该特征大概率相同。', 'uncertain', '大概率'],
    ['被诉产品落入专利权的保护范围。', 'scope-of-protection', '被诉产品落入专利权的保护范围'],
    ['被告侵犯了原告的专利权。', 'infringement', '侵犯'],
    ['涉案技术信息构成商业秘密。', 'trade-secret-status', '构成商业秘密'],
    ['涉案布图设计具有独创性。', 'protectability', '独创性'],
  ])('%s is flagged by %s', (text, rule, quote) => {
    expect(lintAnswer(text)).toContainEqual(expect.objectContaining({ rule, quote }))
  })

  it.each([
    '被诉产品的技术特征A、C与权利要求1的相应特征相同，特征B不同。',
    '特征B：手段、功能、效果基本相同，且无需创造性劳动就能联想到。',
    '现有材料未记载面料的磁导率，无法确定特征F3是否相同。',
    '该连接不可能在关闭位置脱开。',
    '实测厚度为0.82毫米，扩展不确定度0.02毫米。',
  ])('passes: %s', (text) => expect(lintAnswer(text)).toEqual([]))
})

interface Labelled {
  readonly text: string
  readonly label?: string
  readonly questions?: readonly string[]
}

function readJson(of: string): readonly Labelled[] {
  const at = new URL(of, folder)
  return readdirSync(at).map((name) => JSON.parse(readFileSync(new URL(name, at), 'utf8')))
}
