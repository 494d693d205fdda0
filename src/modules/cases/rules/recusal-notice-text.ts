import { quoted } from '#kernel/text.ts'
import { personRecusalGround } from '#law/terms/recusal-ground.ts'
import { spokenDate } from '#law/working-days/calendar-date.ts'

/** What client and parties are told about the team and their right to ask for recusal. */
export function recusalNoticeText(about: {
  readonly institution: string
  readonly code: string
  readonly title: string
  readonly appraisers: readonly string[]
  readonly endsOn: string
}): string {
  const { institution, code, title, appraisers, endsOn } = about
  return [
    `${institution}受理的${quoted(title)}（${code}），鉴定组由${appraisers.join('、')}组成。`,
    '认为鉴定人有下列情形之一的，可以申请回避并说明事实和依据：',
    ...Object.values(personRecusalGround.labels).map((ground, index) => `（${index + 1}）${ground}`),
    `请于${spokenDate(endsOn)}前提出。回避由机构负责人决定；对决定不服的，可以撤回委托。`,
  ].join('\n')
}
