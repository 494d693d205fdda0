import { expect } from 'vitest'
import { cast } from '../cast.ts'
import { commissionLetter } from '../journey/commission-letter.ts'
import type { Play } from './play.ts'

/** 法官助理填写委托书：法律用语当场提示并改为事实表述，号码当场校验，上传委托函，提交。 */
export async function fileCommission(play: Play): Promise<void> {
  const { seat, look, file } = play
  const court = await seat('court-officer')
  await look(court, '等我办理')
  await court.page.getByRole('link', { name: '委托', exact: true }).click()
  await court.press('提出委托')
  await court.page.getByRole('heading', { name: '提出委托', level: 1 }).waitFor()
  const group = (name: string) => court.page.getByRole('group', { name, exact: true })
  await court.fill('委托事项名称', `“${file.right.title}”技术特征比对`)
  await court.fill('委托方统一社会信用代码', cast.court.unifiedSocialCreditCode)
  await court.fill('联系电话', '020-00000000')
  await court.fill('联系地址', '演示市演示路 1 号')
  await court.choose('鉴定用途', '诉讼')
  await court.choose('程序阶段', '一审')
  await court.fill('案号', file.courtCaseNo)
  await court.fill('质证笔录编号', '质证笔录第1号')
  await court.fill('基本案情', `双方因“${file.right.title}”发生争议，需就技术特征异同委托鉴定。`)
  for (const [i, { name, role }] of file.parties.entries()) {
    const party = group(`当事人 ${i + 1}`)
    await court.fill('当事人名称', name, party)
    await court.choose('诉讼地位', role === 'PLAINTIFF' ? '原告' : '被告', party)
  }
  await court.choose('知识产权类型', '发明专利')
  await court.page.getByRole('combobox', { name: '技术领域' }).fill('土木')
  await court.page.keyboard.press('Enter')
  await court.fill(
    '权利编号',
    file.right.number.replace(/.$/, (digit) => (digit === '1' ? '2' : '1')),
  )
  await court.sees(/校验位/)
  await court.fill('权利编号', file.right.number)
  await court.sees(/形式和校验位正确/)
  await court.fill('权利名称', file.right.title)
  await court.page.getByLabel('权利人', { exact: true }).fill(file.right.holder)
  await court.fill('法律状态日期', '2026-01-15')
  await court.fill('权利要求（全文）', file.right.claimText)
  await court.fill('主张的权利要求', '权利要求1')
  await court.fill('被诉产品或方法名称', '被诉晾衣架')
  await court.fill('被诉产品或方法描述', file.accused)
  await court.fill('鉴定事项 1', '被诉产品是否侵犯涉案专利权？')
  await court.sees('是否侵权属于法律适用，由裁判者认定')
  await look(court, '委托书')
  await court.press('改为这一表述')
  expect(await court.page.getByLabel('鉴定事项 1').inputValue()).toMatch(/技术特征.*哪些相同、哪些不同/)
  await court.press('增加一个鉴定事项')
  await court.fill('鉴定事项 2', file.questions[1] ?? '')
  await court.page.getByRole('radio', { name: new RegExp(cast.jia.name) }).check()
  const material = group('材料 1')
  await court.fill('材料名称', '被诉产品说明', material)
  await court.choose('材料种类', '电子数据', material)
  await court.fill('数量', '1 份', material)
  await court.choose('材料状况', '完好，未封存', material)
  await court.choose('送交方式', '网上提交')
  await court.fill('鉴定费交纳人', file.parties[0]?.name ?? '')
  await court.fill('收费依据', '双方协商')
  await court.fill('终止时的退费约定', '按已完成工作量结算')
  await court.choose('送达方式', '电子送达')
  await court.fill('送达地址', '演示市演示路 1 号')
  await court.page.getByLabel('选择文件：委托函件的扫描件').setInputFiles({
    name: '委托函.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(commissionLetter()),
  })
  await court.sees('已收到')
  for (const said of ['来源合法', '只用于所填用途', '没有同时委托其他机构', '不含国家秘密'])
    await court.page.getByRole('checkbox', { name: new RegExp(said) }).check()
  await court.sees(/已保存/)
  await court.press('提交委托')
  await court.sees(/委托已提交/)
  await court.sees('已委托待受理')
  play.id = court.page.url().match(/commissions\/([0-9a-f-]{36})/)?.[1] ?? ''
  await look(court, '委托')
}

/** 受理人员从待办里打开，逐项核查后受理，发出统一案件编码。 */
export async function acceptCommission(play: Play): Promise<void> {
  const { fromQueue, look } = play
  const intake = await fromQueue('jia-intake')
  await intake.press('受理')
  await intake.page.getByRole('heading', { name: '受理', level: 1 }).waitFor()
  for (const said of ['专门性事实问题', '没有利害关系', '没有在其他机构办理'])
    await intake.page.getByRole('checkbox', { name: new RegExp(said) }).check()
  await look(intake, '受理')
  await intake.press('受理')
  await intake.sees('已受理')
  await intake.go('/app/commissions', '委托')
  await look(intake, '委托列表')
  expect(await play.state()).toBe('ACCEPTED')
}

/** 委托方和机构负责人签署协议，登记预交后协议生效，期限起算并说明为什么是这一天。 */
export async function concludeAgreement(play: Play): Promise<void> {
  const { seat, look, at } = play
  for (const login of ['court-officer', 'jia-head']) {
    const side = await seat(login)
    await side.go(at('/agreement'), '协议与期限')
    await side.press('已阅读全文，签署协议')
    await side.sees(/已办理：签署/)
  }
  const intake = await seat('jia-intake')
  await intake.go(at('/agreement'), '协议与期限')
  await intake.press('登记鉴定费预交')
  await intake.fill('预交金额（元）', '30000', intake.dialog)
  await intake.fill('收据', '演-0001', intake.dialog)
  await intake.press('登记', intake.dialog)
  await intake.sees(/已预交 30000.00 元/)
  await intake.press('确认协议生效')
  await intake.page
    .getByRole('complementary', { name: '期限、人员与留痕' })
    .getByText('为什么是这一天？')
    .click()
  await look(intake, '协议与期限')
  expect(await play.state()).toBe('TEAM_FORMING')
}
