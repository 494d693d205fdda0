import { castVote, showChart } from '#modules/opinions/contract/chart.ts'
import type { CaseFeature } from '../journey/case-file.ts'
import type { Seat } from '../seat.ts'
import type { Play } from './play.ts'

/** 比对表从表格粘贴，用键盘补写一格，两位鉴定人表决。 */
export async function compareFeatures(play: Play): Promise<void> {
  const { seat, look, at, file } = play
  const lead = await seat('jia-appraiser1')
  await lead.go(at('/chart'), '技术特征比对表')
  await lead.press('确定比对的权利要求')
  await lead.press('选定 1 项', lead.dialog)
  await lead.press('从表格粘贴比对行')
  await lead.fill('表格内容', spreadsheet(file.features), lead.dialog)
  await lead.press(`写入 ${file.features.length} 行`, lead.dialog)
  const row = lead.page.getByRole('row', { name: '特征A' })
  await row.getByRole('gridcell').first().focus()
  await lead.page.keyboard.press('Enter')
  await row.getByRole('textbox').first().waitFor()
  await lead.page.keyboard.press('End')
  await lead.page.keyboard.type('，可折叠')
  await lead.page.keyboard.press('Escape')
  await row.getByText('铝制折叠晾衣架，可折叠').waitFor()
  await lead.press(/^材料1/, row)
  await lead.page.getByRole('complementary', { name: '所引证据' }).getByText('被诉产品说明').first().waitFor()
  await look(lead, '技术特征比对表')
  for (const login of ['jia-appraiser1', 'jia-appraiser2']) {
    const appraiser = await seat(login)
    await appraiser.go(at('/chart'), '技术特征比对表')
    await appraiser.press('表决', appraiser.page.getByRole('row', { name: '特征A' }))
    await appraiser.press('投票', appraiser.dialog)
    await appraiser.dialog.waitFor({ state: 'detached' })
    await voteOnTheRest(play, login)
  }
  await lead.go(at('/chart'), '技术特征比对表')
  await lead.sees('比对表已完整，可以据此拟稿。')
}

/** 主鉴定人写出意见书，复核人逐条提出意见并退回，答复后复核通过。 */
export async function writeAndReview(play: Play): Promise<void> {
  const { seat, fromQueue, look, at, file } = play
  const lead = await seat('jia-appraiser1')
  await lead.go(at('/opinion'), '意见书草稿')
  for (const [part, text] of [
    ['基本案情', `双方因“${file.right.title}”发生争议。`],
    [/被诉产品说明/, file.accused],
    ['标准与方法', '依据 GB/T 45563.2—2025 逐一比对。'],
    ['论述', '各特征的比对经过和理由见技术特征比对表。'],
    ['小结', '除特征D外，各特征相同。'],
  ] as const)
    await lead.page.getByRole('textbox', { name: part }).fill(text)
  // the offer goes away where it was taken: what is first then belongs to the next answer
  for (const _question of file.questions) await lead.button('采用这一稿').first().click()
  await lead.button('采用这一稿').first().waitFor({ state: 'detached' })
  await look(lead, '意见书草稿')
  await lead.press('提交复核')
  await lead.sees(/第 1 稿，未关闭意见 0 条/)
  const reviewer = await fromQueue('jia-reviewer')
  await reviewer.go(at('/opinion'), '意见书草稿')
  await reviewer.press(/^提出意见.*第1项意见$/)
  await reviewer.choose('类别', '分析论证不充分', reviewer.dialog)
  await reviewer.fill('复核意见', '请核对第1项意见与比对表的编号。', reviewer.dialog)
  await reviewer.press('提出', reviewer.dialog)
  await reviewer.sees('待答复')
  await look(reviewer, '复核')
  await decide(reviewer, '退回修改', '请核对后再提交。')
  await lead.go(at('/opinion'), '意见书草稿')
  await lead.press('答复')
  await lead.fill('答复', '已核对，编号一一对应。', lead.dialog)
  await lead.press('答复', lead.dialog)
  await lead.sees('已答复，待关闭')
  await lead.press('提交复核')
  await lead.sees(/第 2 稿/)
  await reviewer.go(at('/opinion'), '意见书草稿')
  await reviewer.press('关闭')
  await reviewer.sees(/未关闭意见 0 条/)
  await decide(reviewer, '复核通过', '比对有据，意见明确。')
  await reviewer.sees('待签发')
}

/** The other rows, by the same deed over the same address. */
async function voteOnTheRest({ w, id }: Play, login: string): Promise<void> {
  const appraiser = await w.as(login)
  for (const { id: rowId, label, version, finding } of (await appraiser.call(showChart, { id })).body.rows)
    if (label !== 'A' && finding) await appraiser.call(castVote, { id, rowId, version, finding })
}

async function decide(reviewer: Seat, deed: string, technicalView: string): Promise<void> {
  await reviewer.press(deed)
  await reviewer.fill('程序复核意见', '程序符合规定，记录完整。', reviewer.dialog)
  await reviewer.fill('技术复核意见', technicalView, reviewer.dialog)
  await reviewer.press(`签署并${deed}`, reviewer.dialog)
  await reviewer.dialog.waitFor({ state: 'detached' })
}

const shown = {
  IDENTICAL: '相同',
  EQUIVALENT_SUBFINDINGS: '不同',
  DIFFERENT: '不同',
  ABSENT: '缺少对应特征',
  NOT_DETERMINABLE: '不能确定',
} as const

/** The chart as it is copied out of a spreadsheet. */
function spreadsheet(features: readonly CaseFeature[]): string {
  const rows = features.map(({ id, claimText, accusedCounterpart, finding, basis }) =>
    [id, claimText, accusedCounterpart, shown[finding], basis, '材料1 第1页'].join('\t'),
  )
  return ['编号\t权利要求特征\t被诉对应特征\t比对结果\t理由\t证据', ...rows].join('\n')
}
