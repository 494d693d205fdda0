import { expect } from 'vitest'
import { showOpinion } from '#modules/opinions/contract/issue.ts'
import { cast } from '../cast.ts'
import { passphrase } from '../opinions.ts'
import type { Seat } from '../seat.ts'
import type { Play } from './play.ts'

const jia = cast.jia.people

/** 签发人定稿，两位鉴定人用自己浏览器里的密钥签名，签发人盖章并签发。 */
export async function signAndIssue(play: Play): Promise<void> {
  const { seat, fromQueue, look, at, w } = play
  for (const login of ['jia-appraiser1', 'jia-appraiser2', 'jia-issuer']) {
    const person = await seat(login)
    await person.go('/app/keys', /^新建密钥/)
    await person.fill(/^签名口令/, passphrase)
    await person.fill('再输入一次', passphrase)
    await person.press('生成并登记')
    await person.proves()
    await person.sees('可用')
  }
  const issuer = await seat('jia-issuer')
  await look(issuer, '签名密钥')
  await issuer.go(at('/signing'), '签名与签发')
  await issuer.sees('各项均符合')
  await issuer.press('定稿')
  await issuer.sees(/正在公布登记并排版成文/)
  await w.program.settle()
  await issuer.page.getByRole('link', { name: '在线查看' }).waitFor()
  for (const login of ['jia-appraiser1', 'jia-appraiser2'])
    await signs(play, await fromQueue(login), '我已逐页查看，对本鉴定意见负责', '签名')
  await issuer.go(at('/signing'), '签名与签发')
  await signs(play, issuer, '我已查看全文和全部签名，以本机构名义盖章', '盖章')
  await issuer.press('签发')
  await issuer.sees('已办理：签发')
  await w.program.settle()
  expect(await play.state()).toBe('ISSUED')
}

/** 档案管理员送达，法院下载并签收，过程留痕三个环节可逐条在浏览器里验证。 */
export async function deliverAndTrace(play: Play): Promise<void> {
  const { seat, fromQueue, look, at, w } = play
  const archivist = await fromQueue('jia-archivist')
  await archivist.go(at('/signing'), '签名与签发')
  await archivist.press('送达')
  await archivist.fill('受送达人', cast.court.name, archivist.dialog)
  await archivist.choose('送达方式', '电子送达', archivist.dialog)
  await archivist.fill('送达凭证', '平台送达回执', archivist.dialog)
  await archivist.press('登记送达', archivist.dialog)
  await archivist.sees('尚未签收')
  const court = await seat('court-officer')
  await court.go(at('/signing'), '签名与签发')
  play.files = {
    pdf: await court.downloads('下载意见书（PDF）'),
    proof: await court.downloads(/^下载签发登记证明/),
  }
  const [issued] = (await (await w.as('court-officer')).call(showOpinion, { id: play.id })).body.opinions
  play.opinion = { no: issued?.no ?? '', code: issued?.verificationCode ?? '' }
  await court.sees(play.opinion.no)
  await court.press('签收')
  await court.sees('已办理：签收')
  await look(court, '签发')
  await w.program.settle()
  await court.go(at('/trace'), '过程留痕')
  for (const stage of ['受理', '过程', '审核签发'])
    await court.page.getByRole('link', { name: new RegExp(`^${stage} \\d+`) }).click()
  const entries = (stage: string, who: 'jia-admin' | 'jia-appraiser2') =>
    court.page
      .getByRole('region', { name: stage, exact: true })
      .getByRole('listitem')
      .filter({ hasText: jia[who]?.name ?? '' })
  const signed = entries('审核签发', 'jia-appraiser2').filter({ hasText: '鉴定人签名' }).first()
  await signed.getByText(/判断的规则 \d+ 条/).click()
  await court.press('在此核对', signed)
  await signed.getByText(/已核对：在已公布的日志中/).waitFor()
  await look(court, '过程留痕')
  await court.page.getByRole('link', { name: /^过程 \d+/ }).click()
  await entries('过程', 'jia-admin').filter({ hasText: '被拒绝' }).first().waitFor()
  for (const [path, heading] of [
    [at(''), '概况'],
    ['/app/cases', '案件'],
    ['/app/notices', '通知'],
    ['/app/me', /.+/],
  ] as const) {
    await court.go(path, heading)
    await look(court, path)
  }
}

/** 公众不登录：凭编号和验证码核对，下载的文件当场核验，改动一个字节就指出在哪里。 */
export async function checkAsStranger(play: Play): Promise<void> {
  const { look } = play
  const visitor = await play.stranger()
  await visitor.go('/', /./)
  await look(visitor, '首页')
  await visitor.fill('意见书编号', play.opinion.no)
  await visitor.fill('验证码', play.opinion.code)
  await visitor.press('核对')
  await visitor.sees('有效登记')
  await look(visitor, '核对意见书')
  await visitor.go('/verify', '核验文件')
  const choose = (label: string, name: string, buffer: Buffer) =>
    visitor.page.getByLabel(label).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await choose('鉴定意见书（PDF）', 'play.opinion.pdf', play.files.pdf)
  await choose('登记证明', 'play.opinion.tlog-proof', play.files.proof)
  await visitor.press('核验')
  await visitor.sees('本件鉴定意见书真实、完整，未被更改。')
  await look(visitor, '核验文件')
  const changed = Buffer.from(play.files.pdf)
  const place = Math.floor(changed.length / 2)
  changed[place] = (changed[place] ?? 0) ^ 1
  await choose('鉴定意见书（PDF）', 'changed.pdf', changed)
  await visitor.press('核验')
  await visitor.sees('核验不通过')
  await visitor.sees('与签发时不同之处')
}

/** Look, compare, unlock with the passphrase, sign; identity was proven a moment ago for the key. */
async function signs({ at, look }: Play, person: Seat, promise: string, act: '签名' | '盖章'): Promise<void> {
  await person.go(at('/signing'), '签名与签发')
  await person.press('取得待签文件')
  await person.sees('与要签的内容一致：所见即所签')
  if (act === '签名') await look(person, '签名')
  await person.page.getByRole('checkbox', { name: promise }).check()
  await person.fill('签名口令', passphrase)
  await person.press(act)
  await person.sees(act === '签名' ? '已办理：鉴定人签名' : '已办理：加盖机构电子印章')
}
