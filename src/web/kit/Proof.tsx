import { Button } from 'antd'
import { useState } from 'react'
import { Mirror } from './Mirror.tsx'

/** Proven, not yet published and broken are three clearly different things; `says` tells more. */
export type ProofState =
  | { readonly state: 'proven'; readonly says: string }
  | { readonly state: 'unpublished'; readonly says: string }
  | { readonly state: 'broken'; readonly says: string }

const words: Readonly<Record<ProofState['state'], string>> = {
  proven: '已核对：在已公布的日志中',
  unpublished: '已登记，尚未公布',
  broken: '核对不符',
}

interface ProofProps {
  /** What is already known, if anything. */
  readonly known?: ProofState
  /** Checks here in the browser, against the trusted log key. */
  readonly check?: () => Promise<ProofState>
}

/** The state of a proof, and the button that checks it on the spot. */
export function Proof({ known, check }: ProofProps) {
  const [found, setFound] = useState(known)
  const [checking, setChecking] = useState(false)

  async function checkHere() {
    if (!check) return
    setChecking(true)
    setFound(await check())
    setChecking(false)
  }

  return (
    <div className={`proof proof-${found?.state ?? 'unknown'}`}>
      <div role="status">
        <Mirror size={20} />
        <span>
          <strong>{found ? words[found.state] : '尚未核对'}</strong>
          {found && <span className="proof-says">{found.says}</span>}
        </span>
      </div>
      {check && (
        <Button onClick={() => void checkHere()} loading={checking}>
          在此核对
        </Button>
      )}
    </div>
  )
}
