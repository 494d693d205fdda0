import { source } from '#kernel/law.ts'

/** Text of 2017. A revised law may have renumbered article 44 from 2026-03-01; to be confirmed. */
export const arbitration = source({
  id: '仲裁法',
  title: '中华人民共和国仲裁法（2017修正）',
  inForceFrom: '2018-01-01',
  clauses: {
    第44条: {
      heading: '鉴定',
      says: '由约定或者仲裁庭指定的机构鉴定，应要求派人参加开庭',
      certainty: 'uncertain',
    },
  },
})
