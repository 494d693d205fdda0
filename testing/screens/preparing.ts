import { expect } from 'vitest'
import { cast } from '../cast.ts'
import type { Play } from './play.ts'

const jia = cast.jia.people

/** 机构管理员组建鉴定组：领域不符的人被拒绝，页面写明规则、条款和办法。 */
export async function formTeam(play: Play): Promise<void> {
  const { seat, look, at } = play
  const admin = await seat('jia-admin')
  await admin.go(at('/team'), '鉴定组')
  const nominate = async (login: keyof typeof jia, lead: boolean) => {
    await admin.press('指定鉴定人')
    await admin.choose(/^鉴定人/, new RegExp(jia[login]?.name ?? ''), admin.dialog)
    if (lead) await admin.dialog.getByRole('checkbox', { name: '由其担任主鉴定人' }).check()
    await admin.press('指定', admin.dialog)
  }
  await nominate('jia-appraiser3', false)
  const refusal = admin.dialog.getByRole('alert').first()
  await refusal.getByText('appraiser-qualified').waitFor()
  await refusal.getByRole('link', { name: /法释〔2020〕12号/ }).waitFor()
  await refusal.getByText(/办法：请改为指定/).waitFor()
  await look(admin, '指定鉴定人，被拒绝')
  await admin.press('关闭', admin.dialog)
  for (const [login, lead] of [
    ['jia-appraiser1', true],
    ['jia-appraiser2', false],
  ] as const) {
    await nominate(login, lead)
    await admin.dialog.waitFor({ state: 'detached' })
  }
  await admin.press('指定复核人')
  await admin.chooseAll(/^复核人/, [jia['jia-reviewer']?.name ?? ''], admin.dialog)
  await admin.press('指定', admin.dialog)
  await admin.dialog.waitFor({ state: 'detached' })
  await admin.press('指定签发人')
  await admin.choose(/^授权签发人/, jia['jia-issuer']?.name ?? '', admin.dialog)
  await admin.press('指定', admin.dialog)
  await admin.dialog.waitFor({ state: 'detached' })
  await look(admin, '鉴定组')
}

/** 鉴定人逐项确认没有回避情形，签署承诺书；随后告知各方回避权利。 */
export async function commitAndInform(play: Play): Promise<void> {
  const { seat, fromQueue, look, at } = play
  for (const login of ['jia-appraiser1', 'jia-appraiser2']) {
    const appraiser = await fromQueue(login)
    await appraiser.go(at('/team'), '您的承诺书')
    for (const ground of await appraiser.page.getByRole('checkbox', { name: /^没有：/ }).all())
      await ground.check()
    if (login === 'jia-appraiser1') await look(appraiser, '承诺书')
    await appraiser.press('签署鉴定人承诺书')
    await appraiser.sees('已办理：签署鉴定人承诺书')
  }
  const admin = await seat('jia-admin')
  await admin.go(at('/team'), '鉴定组')
  await admin.press('告知鉴定组与回避权利')
  for (const field of await admin.dialog.getByLabel('送达凭证').all()) await field.fill('电子送达回执')
  await admin.press('告知', admin.dialog)
  await admin.sees(/申请回避的期间到/)
}

/** 法院上传电子材料，保管人登记，法院确认并记录质证，鉴定人复核字节。 */
export async function receiveMaterial(play: Play): Promise<void> {
  const { seat, look, at, file } = play
  const court = await seat('court-officer')
  await court.go(at('/materials'), '鉴定材料')
  await court.page.getByLabel('选择文件：电子材料').setInputFiles({
    name: '被诉产品说明.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(file.accused),
  })
  await court.sees('已收到')
  const custodian = await seat('jia-custodian')
  await custodian.go(at('/materials'), '鉴定材料')
  await custodian.press('登记材料')
  const { dialog } = custodian
  await custodian.fill('材料名称', '被诉产品说明', dialog)
  await custodian.choose('材料种类', '电子数据', dialog)
  await custodian.fill('数量', '1 份', dialog)
  await custodian.fill('唯一性标识', '电子文件', dialog)
  await custodian.fill('保存条件与存放地点', '电子材料库，只读', dialog)
  await custodian.choose('送交方式', '网上提交', dialog)
  await custodian.fill('提供方', cast.court.name, dialog)
  await custodian.chooseAll('电子文件', [/被诉产品说明/], dialog)
  await look(custodian, '登记材料')
  await custodian.press('登记并通知委托方确认')
  await custodian.page.getByRole('link', { name: /M1 被诉产品说明/ }).click()
  await custodian.page.getByRole('link', { name: '交接凭证' }).first().click()
  await custodian.page.getByRole('heading', { name: '鉴定材料交接凭证' }).waitFor()
  await look(custodian, '交接凭证')
  await court.go(at('/materials'), '鉴定材料')
  await look(court, '材料')
  await court.page.getByRole('link', { name: /M1 被诉产品说明/ }).click()
  await court.press('确认材料')
  await court.sees('待质证')
  await court.press('记录质证情况')
  await court.choose('质证结果', '已质证', court.dialog)
  await court.fill('质证笔录编号', '质证笔录第1号', court.dialog)
  await court.press('记录', court.dialog)
  await court.sees('可作为依据')
  await look(court, '材料详情')
  const lead = await seat('jia-appraiser1')
  await lead.page.goto(new URL(court.page.url()).pathname)
  await lead.press('复核电子材料')
  await lead.sees('存储的字节与接收时一致')
}

/** 主鉴定人拟定方案，机构负责人写明理由后批准，鉴定人签署过程记录。 */
export async function planAndRecord(play: Play): Promise<void> {
  const { seat, look, at } = play
  const lead = await seat('jia-appraiser1')
  await lead.go(at('/plan'), '方案与记录')
  await lead.press('拟定方案')
  await lead.fill('做什么', '逐一比对被诉对象的对应特征，形成比对表')
  await lead.fill(/^方法$/, '逐一特征比对')
  await lead.choose('方法依据的层级', '国家标准')
  await lead.fill('标准编号', 'GB/T 45563.2—2025')
  await lead.fill('标准名称', '知识产权鉴定规范 第2部分：专利')
  await lead.chooseAll('执行人', [jia['jia-appraiser1']?.name ?? '', jia['jia-appraiser2']?.name ?? ''])
  await lead.fill('计划日期', '2026-03-04')
  await look(lead, '拟定方案')
  await lead.press('保存方案')
  await lead.sees(/第1版/)
  const head = await seat('jia-head')
  await head.go(at('/plan'), '鉴定方案')
  await head.press('批准鉴定方案')
  await head.explains('各方当事人已书面表示不申请回避。')
  await head.sees('已办理：批准鉴定方案')
  await lead.go(at('/plan'), '鉴定方案')
  await lead.press('开始鉴定')
  await lead.press('记录过程')
  await lead.fill('经过', '依据委托材料逐项核对并记录。', lead.dialog)
  await lead.fill('结果', '结果见技术特征比对表。', lead.dialog)
  await lead.fill('地点', '甲知识产权鉴定中心 实验室', lead.dialog)
  await lead.press('签名并提交', lead.dialog)
  await lead.sees('1份记录')
  await look(lead, '方案与记录')
  await lead.press('转入拟稿')
  await lead.sees('已办理：转入拟稿')
  expect(await play.state()).toBe('DRAFTING')
}
