import { useState } from 'react'
import { call, ProblemError } from '#web/call.ts'
import { Proof } from '#web/kit/Proof.tsx'
import { entryProof } from '../contract.ts'
import { type CheckedProof, checkProof } from './check-proof.ts'
import { OpenedFields } from './OpenedFields.tsx'

interface EntryProofProps {
  readonly index: number
  /** False where no checkpoint covers the entry yet. */
  readonly published: boolean
}

/** The proof of one entry, fetched and checked in this browser when asked, with what it lays open. */
export function EntryProof({ index, published }: EntryProofProps) {
  const [opened, setOpened] = useState<CheckedProof['opened']>({})

  async function check() {
    try {
      const { data } = await call(entryProof, { index: String(index) })
      const found = await checkProof(data)
      setOpened(found.opened)
      return found.state
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      return { state: 'unpublished', says: `没有取到证明：${error.problem.detail}` } as const
    }
  }

  return (
    <>
      <Proof
        {...(published ? {} : { known: { state: 'unpublished', says: '约一秒后公布。' } })}
        check={check}
      />
      <OpenedFields opened={opened} />
    </>
  )
}
