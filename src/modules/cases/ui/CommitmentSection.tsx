import { Checkbox } from 'antd'
import { useState } from 'react'
import { personRecusalGround } from '#law/terms/recusal-ground.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { ClauseLink } from '#web/kit/ClauseLink.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { Section } from '#web/kit/Section.tsx'
import { useCan } from '#web/useCan.ts'
import { useCommand } from '#web/useCommand.ts'
import { signCommitment } from '../contract/team.ts'

const no = {
  PARTY_OR_RELATIVE: false,
  INTEREST: false,
  ACTED_IN_CASE: false,
  SAME_MATTER: false,
  OTHER: false,
} as const

/** The appraiser's own letter: every ground is confirmed one by one before he can sign. */
export function CommitmentSection({ id, text }: { readonly id: string; readonly text: string }) {
  const can = useCan('/cases', id)
  const sign = useCommand(signCommitment)
  const [denied, setDenied] = useState<readonly string[]>([])
  const all = personRecusalGround.codes.every((code) => denied.includes(code))
  const possibility = can['case.sign-commitment']
  return (
    <Section title="您的承诺书" beside={<ClauseLink id="法释〔2019〕19号#第33条" />}>
      {sign.problem && <ProblemPanel problem={sign.problem} />}
      <div className="quoted">{text}</div>
      <fieldset className="field-group">
        <legend>逐项确认没有下列情形</legend>
        <p className="faint">有任何一项情形的，不要签署，请向机构管理员说明并申请回避。</p>
        {personRecusalGround.codes.map((code) => (
          <p key={code}>
            <Checkbox
              checked={denied.includes(code)}
              onChange={({ target }) =>
                setDenied((before) =>
                  target.checked ? [...before, code] : before.filter((each) => each !== code),
                )
              }
            >
              没有：{personRecusalGround.label(code)}
            </Checkbox>
          </p>
        ))}
      </fieldset>
      <ActionButton
        primary
        can={
          possibility?.ok && !all
            ? { ...possibility, ok: false, because: '请先逐项确认没有应当回避的情形。' }
            : possibility
        }
        pending={sign.pending}
        onPress={() => void sign.run({ id, conflicts: no })}
      />
    </Section>
  )
}
