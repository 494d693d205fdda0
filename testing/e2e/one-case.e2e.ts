import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noBrowserBecause } from '../browser.ts'
import { compareFeatures, writeAndReview } from '../screens/appraising.ts'
import { acceptCommission, concludeAgreement, fileCommission } from '../screens/commissioning.ts'
import { checkAsStranger, deliverAndTrace, signAndIssue } from '../screens/issuing.ts'
import { openPlay, type Play } from '../screens/play.ts'
import { commitAndInform, formTeam, planAndRecord, receiveMaterial } from '../screens/preparing.ts'

/** One case from the commission to the stranger who verifies it, each deed by the person whose deed it is. */
describe.skipIf(noBrowserBecause)('一件案件，从委托到公众核验，各人在自己的浏览器里办理', () => {
  let play: Play

  beforeAll(async () => {
    play = await openPlay()
  })

  afterAll(() => play?.close())

  it('法官助理填写委托书：法律用语当场提示并改为事实表述，号码当场校验，上传委托函，提交', () =>
    fileCommission(play))

  it('受理人员从待办里打开，逐项核查后受理，发出统一案件编码', () => acceptCommission(play))

  it('委托方和机构负责人签署协议，登记预交后协议生效，期限起算并说明为什么是这一天', () =>
    concludeAgreement(play))

  it('机构管理员组建鉴定组：领域不符的人被拒绝，页面写明规则、条款和办法', () => formTeam(play))

  it('鉴定人逐项确认没有回避情形，签署承诺书；随后告知各方回避权利', () => commitAndInform(play))

  it('法院上传电子材料，保管人登记，法院确认并记录质证，鉴定人复核字节', () => receiveMaterial(play))

  it('主鉴定人拟定方案，机构负责人写明理由后批准，鉴定人签署过程记录', () => planAndRecord(play))

  it('比对表从表格粘贴，用键盘补写一格，两位鉴定人表决', () => compareFeatures(play))

  it('主鉴定人写出意见书，复核人逐条提出意见并退回，答复后复核通过', () => writeAndReview(play))

  it('签发人定稿，两位鉴定人用自己浏览器里的密钥签名，签发人盖章并签发', () => signAndIssue(play))

  it('档案管理员送达，法院下载并签收，过程留痕三个环节可逐条在浏览器里验证', () => deliverAndTrace(play))

  it('公众不登录：凭编号和验证码核对，下载的文件当场核验，改动一个字节就指出在哪里', () =>
    checkAsStranger(play))

  it('所到各页在桌面和手机宽度上都没有无障碍缺陷，浏览器没有报错，日志与数据一致', async () => {
    const { people, inspection, w } = play
    expect(inspection.faults).toEqual([])
    expect(inspection.complaints.flat()).toEqual([])
    expect(people.size).toBe(10)
    expect(inspection.pages.length).toBeGreaterThan(25)
    expect(await w.fsck()).toEqual([])
  })
})
