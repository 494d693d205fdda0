import { source } from '#kernel/law.ts'

export const layoutEnforcement = source({
  id: '集成电路布图设计行政执法办法',
  title: '集成电路布图设计行政执法办法（2001）',
  inForceFrom: '2001-11-28',
  clauses: {
    第10条: { heading: '鉴定', says: '鉴定意见经当事人质证方可作为依据，费用由当事人承担' },
  },
})
