import { type ReactNode, useId, useState } from 'react'
import { placeFeatures } from '#analysis/claim-chart/cover-claim.ts'
import type { Term } from '#kernel/term.ts'
import { creativeLabour, featureFinding, featureKind, subFinding } from '#law/terms/finding.ts'
import {
  type Claim,
  type RowContent,
  type SubFindings,
  specialFeature,
  subFindings,
} from '../contract/chart.ts'
import type { ListedMaterial } from '../rules/chart.ts'

interface CellEditorProps {
  readonly column: number
  readonly value: RowContent
  readonly onChange: (next: RowContent) => void
  readonly claims: readonly Claim[]
  readonly materials: readonly ListedMaterial[]
}

/** The fields of one cell while it is being edited. */
export function CellEditor({ column, value, onChange, claims, materials }: CellEditorProps) {
  const set = (part: Partial<RowContent>) => onChange({ ...value, ...part })
  if (column === 0) return <FeatureFields value={value} set={set} claims={claims} />
  if (column === 1)
    return (
      <Area label="被诉对应特征" value={value.counterpart} onChange={(counterpart) => set({ counterpart })} />
    )
  if (column === 2) return <FindingFields value={value} set={set} />
  if (column === 3)
    return (
      <>
        <Area label="区别" value={value.difference} onChange={(difference) => set({ difference })} />
        <Area label="理由" value={value.reasoning} onChange={(reasoning) => set({ reasoning })} />
      </>
    )
  return <EvidenceFields value={value} set={set} materials={materials} />
}

interface FieldsProps {
  readonly value: RowContent
  readonly set: (part: Partial<RowContent>) => void
}

function FeatureFields({ value, set, claims }: FieldsProps & Pick<CellEditorProps, 'claims'>) {
  const claim = claims.find(({ no }) => no === value.claimNo)
  const [words, setWords] = useState(claim?.text.slice(value.start, value.end) ?? '')
  const [found, setFound] = useState(true)
  function place(next: string) {
    setWords(next)
    const span = placeFeatures(claim?.text ?? '', [{ id: value.label, claimText: next }])[0]?.span
    setFound(span !== null && span !== undefined)
    if (span) set(span)
  }
  return (
    <>
      <Line label="特征编号" value={value.label} onChange={(label) => set({ label })} />
      <Area label="权利要求原文" value={words} onChange={place} />
      {!found && <p className="cell-wrong">与权利要求原文不一致，保留原来的范围。请逐字照录。</p>}
      <Choice label="类别" of={featureKind} value={value.kind} onChange={(kind) => set({ kind })} />
      <Choice
        label="特殊特征"
        of={specialFeature}
        value={value.special}
        onChange={(special) => set({ special })}
      />
    </>
  )
}

function FindingFields({ value, set }: FieldsProps) {
  const sub = value.subFindings ?? subFindings.parse({})
  const differs = value.finding === 'DIFFERENT' || value.finding === 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT'
  const setSub = (part: Partial<SubFindings>) => set({ subFindings: { ...sub, ...part } })
  return (
    <>
      <Choice
        label="比对结果"
        of={featureFinding}
        value={value.finding}
        onChange={(finding) =>
          set({ finding, subFindings: finding?.startsWith('DIFFERENT') ? value.subFindings : null })
        }
      />
      {differs && (
        <>
          <Choice label="手段" of={subFinding} value={sub.means} onChange={(means) => setSub({ means })} />
          <Choice
            label="功能"
            of={subFinding}
            value={sub.function}
            onChange={(fn) => setSub({ function: fn })}
          />
          <Choice label="效果" of={subFinding} value={sub.effect} onChange={(effect) => setSub({ effect })} />
          <Choice
            label="是否需要创造性劳动"
            of={creativeLabour}
            value={sub.creativeLabour}
            onChange={(labour) => setSub({ creativeLabour: labour })}
          />
        </>
      )}
    </>
  )
}

function EvidenceFields({ value, set, materials }: FieldsProps & Pick<CellEditorProps, 'materials'>) {
  const change = (i: number, part: Partial<RowContent['evidence'][number]>) =>
    set({ evidence: value.evidence.map((each, at) => (at === i ? { ...each, ...part } : each)) })
  const first = materials.find(({ citable }) => citable) ?? materials[0]
  return (
    <>
      {value.evidence.map((each, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: citations have no identity of their own
        <fieldset key={i} className="cell-citation">
          <legend>证据 {i + 1}</legend>
          <Labelled label="材料">
            {(id) => (
              <select
                id={id}
                value={each.materialId}
                onChange={(event) => change(i, { materialId: event.target.value })}
              >
                {materials.map(({ id: material, no, name, citable }) => (
                  <option key={material} value={material}>
                    {no} {name}
                    {citable ? '' : '（不可采用）'}
                  </option>
                ))}
              </select>
            )}
          </Labelled>
          <Line
            label="位置（页、图、时间）"
            value={each.locator}
            onChange={(locator) => change(i, { locator })}
          />
          <button
            type="button"
            className="link-button"
            onClick={() => set({ evidence: value.evidence.filter((_, at) => at !== i) })}
          >
            去掉这条
          </button>
        </fieldset>
      ))}
      {first ? (
        <button
          type="button"
          className="link-button"
          onClick={() => set({ evidence: [...value.evidence, { materialId: first.id, locator: '' }] })}
        >
          加一条证据
        </button>
      ) : (
        <p className="faint">本案还没有登记材料。</p>
      )}
    </>
  )
}

interface TextProps {
  readonly label: string
  readonly value: string
  readonly onChange: (next: string) => void
}

function Area({ label, value, onChange }: TextProps) {
  return (
    <Labelled label={label}>
      {(id) => <textarea id={id} value={value} rows={4} onChange={(event) => onChange(event.target.value)} />}
    </Labelled>
  )
}

function Line({ label, value, onChange }: TextProps) {
  return (
    <Labelled label={label}>
      {(id) => <input id={id} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Labelled>
  )
}

interface ChoiceProps<K extends string> {
  readonly label: string
  readonly of: Term<K>
  readonly value: K | null
  readonly onChange: (next: K | null) => void
}

function Choice<K extends string>({ label, of, value, onChange }: ChoiceProps<K>) {
  return (
    <Labelled label={label}>
      {(id) => (
        <select
          id={id}
          value={value ?? ''}
          onChange={(event) => onChange(of.codes.find((code) => code === event.target.value) ?? null)}
        >
          <option value="">（未选）</option>
          {of.codes.map((code) => (
            <option key={code} value={code}>
              {of.label(code)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

function Labelled({
  label,
  children,
}: {
  readonly label: string
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="cell-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
