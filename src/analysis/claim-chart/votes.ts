import { type Finding, findings, type Vote } from './contract.ts'

/** What the appraisers' votes on one feature come to. `finding` is null where no finding has more than half. */
export interface VoteResult {
  readonly finding: Finding | null
  readonly unanimous: boolean
  /** Votes other than the majority's; each is written into the opinion (O-05). All of them where there is no majority. */
  readonly dissent: readonly Vote[]
}

/** Counts one vote per appraiser; a later vote of the same person replaces the earlier. */
export function countVotes(votes: readonly Vote[]): VoteResult {
  const last = [...new Map(votes.map((vote) => [vote.appraiser, vote])).values()]
  const majority = findings.find(
    (finding) => last.filter((vote) => vote.finding === finding).length * 2 > last.length,
  )
  const dissent = last.filter((vote) => vote.finding !== majority)
  return { finding: majority ?? null, unanimous: last.length > 0 && dissent.length === 0, dissent }
}
