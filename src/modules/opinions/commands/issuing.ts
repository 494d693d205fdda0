import type { AnyCommand, AnyQuery } from '#kernel/command.ts'
import { checkRegistration } from '../queries/check-opinion.ts'
import { listMyKeys } from '../queries/my-keys.ts'
import { openOpinionFile } from '../queries/open-opinion.ts'
import { prepareForSignature } from '../queries/prepare-signature.ts'
import { proveIssuedOpinion } from '../queries/prove-opinion.ts'
import { showOpinionOfCase } from '../queries/show-opinion.ts'
import { acknowledgeOpinion } from './acknowledge-opinion.ts'
import { attachRendering } from './attach-opinion-rendering.ts'
import { challengeForKey } from './challenge-key.ts'
import { deliverOpinion } from './deliver-opinion.ts'
import { freezeOpinion } from './freeze-opinion.ts'
import { issueOpinion } from './issue-opinion.ts'
import { recordOpinionCorrection } from './record-opinion-correction.ts'
import { recordOpinionSupersession } from './record-opinion-supersession.ts'
import { recordOpinionSupplement } from './record-opinion-supplement.ts'
import { registerSigningKey } from './register-key.ts'
import { reportFailure } from './report-opinion-failure.ts'
import { retryOpinion } from './retry-opinion.ts'
import { returnFromIssue } from './return-opinion.ts'
import { revokeSigningKey } from './revoke-key.ts'
import { sealOpinion } from './seal-opinion.ts'
import { signOpinion } from './sign-opinion.ts'
import { withdrawOpinion } from './withdraw-opinion.ts'

/** From the reviewer's approval to delivery, and what happens afterwards. */
export const issuingCommands: readonly AnyCommand[] = [
  challengeForKey,
  registerSigningKey,
  revokeSigningKey,
  freezeOpinion,
  attachRendering,
  reportFailure,
  retryOpinion,
  signOpinion,
  sealOpinion,
  issueOpinion,
  returnFromIssue,
  deliverOpinion,
  acknowledgeOpinion,
  recordOpinionCorrection,
  recordOpinionSupplement,
  recordOpinionSupersession,
  withdrawOpinion,
]

/** `opinion.check` comes before what has an id in its path. */
export const issuingQueries: readonly AnyQuery[] = [
  checkRegistration,
  listMyKeys,
  showOpinionOfCase,
  prepareForSignature,
  openOpinionFile,
  proveIssuedOpinion,
]
