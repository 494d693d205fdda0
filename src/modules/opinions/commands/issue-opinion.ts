import { createHash } from 'node:crypto'
import { beijingDate } from '#kernel/beijing.ts'
import { command } from '#kernel/command.ts'
import { Problem } from '#kernel/problem.ts'
import { judge } from '#kernel/rule.ts'
import { caseLife } from '#modules/cases/lifecycle.ts'
import { moveCase } from '#modules/cases/module.ts'
import { custodyGaps } from '#modules/materials/module.ts'
import { notify } from '#modules/notices/module.ts'
import { blockHashes } from '#verify/changed-blocks.ts'
import { issue as names } from '#verify/check-log.ts'
import { issue as endpoint } from '../contract/issue.ts'
import { opinionLife } from '../lifecycle.ts'
import { overdueOf } from '../reading/freeze-facts.ts'
import { frozenDocument } from '../reading/frozen-document.ts'
import { lockSignable } from '../reading/opinion-at.ts'
import { actingIssuerApart, stillRules } from '../rules/freeze.ts'
import { issueRules, readsBack } from '../rules/issue.ts'
import { issuerOfCase } from '../rules/issuers.ts'
import { recusalsSettled } from '../rules/recusals.ts'

/** The finished file is read back as a stranger would; then its hash is logged, and only then does it count as issued. */
export const issueOpinion = command({
  endpoint,
  async load({ tx, target, actor, now }) {
    const facts = await lockSignable(tx, target.id, actor)
    const caseId = facts.case.id
    return {
      ...facts,
      gaps: await custodyGaps(tx, caseId),
      overdue: await overdueOf(tx, caseId, beijingDate(now)),
    }
  },
  allow: issuerOfCase,
  fires: { machine: opinionLife, event: 'issue', state: ({ opinion }) => opinion.state },
  alsoFires: {
    machine: caseLife,
    event: 'issue',
    state: (facts) => facts.case.state,
    subject: (facts) => facts.case.id,
  },
  rules: [actingIssuerApart, ...issueRules, recusalsSettled, ...stillRules],
  stepUp: true,
  async beforehand({ facts: { opinion }, db, files, services, now }) {
    const sha256 = opinion.file_sha256 ?? ''
    const pdf = await files.read(sha256)
    const stored = createHash('sha256').update(pdf).digest('hex')
    const { data, attachments } = await frozenDocument(db, opinion, services)
    const faults =
      stored === sha256
        ? await services.documents.faults(pdf, { data, pages: opinion.pages ?? 0, attachments })
        : ['存储的文件与签名时登记的不同']
    const violations = judge([readsBack], { faults }, beijingDate(now)).filter(
      ({ outcome }) => outcome === 'fail',
    )
    if (violations.length > 0)
      throw new Problem('rule-violated', violations.map(({ detail }) => detail).join('；'), { violations })
    return { sha256, blocks: await blockHashes(new Uint8Array(pdf)) }
  },
  subject: ({ input, facts }) => ({ type: 'opinion', id: input.id, matter: facts.case.id }),
  async run({ tx, facts, made, input, actor, now, chance, alsoTo }) {
    const { opinion, case: row } = facts
    if (made.sha256 !== opinion.file_sha256)
      throw new Problem('stale-version', '核对期间文件有变动，请重新签发。')
    await tx
      .updateTable('opinion_document')
      .set({ state: 'ISSUED', issued_by: actor.accountId, issued_at: now })
      .where('id', '=', input.id)
      .executeTakeFirstOrThrow()
    await moveCase(tx, row.id, alsoTo)
    const told = { chance, now, matter: row.id, link: `/app/cases/${row.id}/signing` }
    await notify(tx, {
      ...told,
      to: { accountId: row.entrusted_by },
      title: `鉴定意见书已签发：${row.title}`,
      body: `${opinion.no}已签发，即将送达；可在案件页面下载并核验。`,
    })
    await notify(tx, {
      ...told,
      to: { organisationId: row.institution_id, role: 'ARCHIVIST' },
      title: `意见书待送达：${row.title}`,
      body: `${opinion.no}已签发，请按约定的方式送达并登记送达凭证。`,
    })
    return {
      state: 'ISSUED',
      opinionNo: opinion.no,
      fileSha256: made.sha256,
      issuedAt: now.toISOString(),
    }
  },
  record: ({ facts, made, output }) => ({
    [names.field]: output.fileSha256,
    [names.blocks]: made.blocks,
    opinionNo: output.opinionNo,
    unifiedCaseCode: facts.case.code,
  }),
})
