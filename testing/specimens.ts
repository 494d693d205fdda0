import { concludeAgreement, recordFee, signAgreement } from '#modules/cases/contract/agreement.ts'
import { nominateAppraiser } from '#modules/cases/contract/team.ts'
import {
  checkIdentity,
  confirmMaterial,
  recordCrossExamination,
  registerMaterial,
} from '#modules/materials/contract/materials.ts'
import { acceptedCase } from './matters.ts'
import type { World } from './world.ts'

export const specimen = {
  name: '被诉产品实物',
  kind: 'SPECIMEN',
  quantity: '1件',
  condition: 'INTACT_SEALED',
  uniqueMark: '封条号 2026-118-1',
  preservation: '检材库3号柜',
  arrival: 'IN_PERSON',
  providedBy: '林书记',
} as const

/** Specimens of a case in the state that a test needs, brought there by commands. */
export function specimens(w: World) {
  async function caseWithTeam(overrides: Parameters<typeof acceptedCase>[1] = {}): Promise<string> {
    const { id } = await acceptedCase(w, overrides)
    const head = await w.as('jia-head')
    await head.call(signAgreement, { id })
    await (await w.as('jia-intake')).call(recordFee, { id, outcome: 'WAIVED', reason: '协议约定结案后交纳' })
    await head.call(concludeAgreement, { id })
    for (const n of [1, 2])
      await head.call(nominateAppraiser, { id, accountId: w.id(`jia-appraiser${n}`), lead: n === 1 })
    return id
  }

  async function registered(caseId: string, more: object = {}): Promise<string> {
    const custodian = await w.as('jia-custodian')
    const input = { id: caseId, ...specimen, receivedAt: w.clock.now().toISOString(), ...more }
    return (await custodian.call(registerMaterial, input)).body.materialId
  }

  async function ready(caseId: string, more: object = {}): Promise<string> {
    const id = await registered(caseId, more)
    const court = await w.as('court-officer')
    await court.call(confirmMaterial, { id })
    await court.call(recordCrossExamination, { id, outcome: 'EXAMINED', recordNo: '2026-118-质1' })
    await (await w.as('jia-appraiser1')).call(checkIdentity, {
      id,
      matches: true,
      reason: '封条号、型号与清单一致',
    })
    return id
  }

  function move(id: string, more: object) {
    const at = w.clock.now().toISOString()
    return {
      id,
      kind: 'TAKEN_OUT' as const,
      from: '赵保管',
      place: '实验室',
      condition: 'INTACT_SEALED' as const,
      reason: '检验',
      happenedAt: at,
      ...more,
    }
  }

  return { caseWithTeam, registered, ready, move }
}
