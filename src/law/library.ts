import type { Clause, Source } from '#kernel/law.ts'
import { adminEvidence } from './admin-evidence-2002.ts'
import { arbitration } from './arbitration-2017.ts'
import { beijing } from './beijing-2020.ts'
import { chongqing } from './chongqing-2019.ts'
import { civilEvidence } from './civil-evidence-2019.ts'
import { commissionAppraisal } from './commission-appraisal-2020.ts'
import { criminalInterpretation } from './criminal-interpretation-2021.ts'
import { criminalProcedure } from './criminal-procedure-2018.ts'
import { electronicSignature } from './electronic-signature-2019.ts'
import { forensicProcedure } from './forensic-procedure-2016.ts'
import { guangdong } from './guangdong-2022.ts'
import { guidingOpinion } from './guiding-opinion-2022.ts'
import { houseRules } from './house-rules.ts'
import { ipEvidence } from './ip-evidence-2020.ts'
import { layoutEnforcement } from './layout-enforcement-2001.ts'
import { patentDisputes, patentInterpretationOne, patentInterpretationTwo } from './patent-infringement.ts'
import { personalInformation } from './personal-information-2021.ts'
import { procuratorateRules } from './procuratorate-rules-2019.ts'
import { shandong } from './shandong-2011.ts'
import { shanghai } from './shanghai-2019.ts'

/** Every normative document that a rule may cite, in the order in which the clause pages list them. */
export const library: readonly Source[] = [
  guidingOpinion,
  ipEvidence,
  civilEvidence,
  commissionAppraisal,
  criminalProcedure,
  criminalInterpretation,
  procuratorateRules,
  adminEvidence,
  arbitration,
  layoutEnforcement,
  patentDisputes,
  patentInterpretationOne,
  patentInterpretationTwo,
  electronicSignature,
  personalInformation,
  forensicProcedure,
  guangdong,
  shanghai,
  beijing,
  chongqing,
  shandong,
  houseRules,
]

/** The clause of an id as it stands in a finding or trace entry, e.g. `法释〔2020〕12号#第19条`. */
export function findClause(id: string): Clause | undefined {
  const [document, key] = id.split('#')
  const source = library.find((each) => each.id === document)
  return source && key !== undefined && key in source.clauses ? source.clause(key) : undefined
}
