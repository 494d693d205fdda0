import { source } from '#kernel/law.ts'

/** Provincial law read in the version of 2011; the day of entry into force was not read. */
export const shandong = source({
  id: '山东省司法鉴定条例',
  title: '山东省司法鉴定条例（2011）',
  inForceFrom: '2012-03-01',
  clauses: {
    第32条: { heading: '鉴定人数', says: '两名以上鉴定人共同进行', certainty: 'analogous' },
  },
})
