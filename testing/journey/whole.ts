import { concludeIt, formTeam, letIn } from './agreement-and-team.ts'
import { fillChart } from './chart.ts'
import { acceptIt, fileCommission } from './commission.ts'
import { review, writeDraft } from './draft-and-review.ts'
import { deliverIt, signAndIssue } from './issue.ts'
import { planAndRecord, receiveMaterials, turnToDrafting } from './materials-and-plan.ts'
import type { Matter, Stage } from './stage.ts'

/** The way of a case, in order. Hours pass between the steps where time is made up. */
export const journey = [
  { name: '委托', play: fileCommission, hours: 26 },
  { name: '受理', play: acceptIt, hours: 26 },
  { name: '经办人员', play: letIn, hours: 0 },
  { name: '协议', play: concludeIt, hours: 3 },
  { name: '鉴定组', play: formTeam, hours: 4 },
  { name: '材料', play: receiveMaterials, hours: 20 },
  { name: '方案与记录', play: planAndRecord, hours: 48 },
  { name: '拟稿', play: turnToDrafting, hours: 1 },
  { name: '技术特征比对表', play: fillChart, hours: 24 },
  { name: '意见书草稿', play: writeDraft, hours: 24 },
  { name: '复核', play: review, hours: 8 },
  { name: '定稿与签发', play: signAndIssue, hours: 4 },
  { name: '送达', play: deliverIt, hours: 24 },
] as const

export type JourneyStep = (typeof journey)[number]['name']

/** Which step stopped the journey, and why. */
export class JourneyStopped extends Error {
  readonly step: string
  constructor(step: string, cause: Error) {
    super(`${step}：${cause.message}`, { cause })
    this.step = step
  }
}

/** Plays a matter through, or up to and including one step. */
export async function playJourney(stage: Stage, matter: Matter, until?: JourneyStep): Promise<void> {
  for (const { name, play, hours } of journey) {
    try {
      await play(stage, matter)
    } catch (error) {
      throw error instanceof Error ? new JourneyStopped(name, error) : error
    }
    stage.pass(hours)
    if (name === until) return
  }
}
