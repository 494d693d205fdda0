import type { ReactNode } from 'react'
import { provinces } from '#law/identifiers/region.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import { appraiserStates, institutionStates } from '#modules/directory/contract/register.ts'
import { AskThePast } from './AskThePast.tsx'
import type { AsOf } from './words.tsx'

export type Asked = Readonly<Record<string, string>>

interface SearchFormProps {
  readonly asked: Asked
  readonly asOf: AsOf | undefined
}

/** Seldom asked for: folded away until one of them is. */
const more = ['state', 'standard', 'grade']

/** A plain GET form: every answer has an address. Nothing need be filled in. */
export function SearchForm({ asked, asOf }: SearchFormProps) {
  const appraisers = asked.kind === 'appraiser'
  return (
    <form className="form filters" action="/directory" method="get">
      {appraisers && <input type="hidden" name="kind" value="appraiser" />}
      {asked.institution && <input type="hidden" name="institution" value={asked.institution} />}
      <p className="field wide">
        <label htmlFor="text">{appraisers ? '姓名或编号' : '名称或编号'}</label>
        <span className="help" id="text-help">
          可以只写一部分；也可以写拼音或首字母，如 zhongke、zk
        </span>
        <input
          id="text"
          name="text"
          type="search"
          defaultValue={asked.text ?? ''}
          maxLength={60}
          aria-describedby="text-help"
        />
      </p>
      <Choice name="ip" label={ipType.title} asked={asked} options={ipType.labels} />
      <Choice name="field" label={technicalField.title} asked={asked} options={technicalField.labels} />
      {!appraisers && <Choice name="province" label="所在省份" asked={asked} options={provinces} />}
      <details className="past" open={asOf?.past || more.some((name) => asked[name])}>
        <summary>更多条件，或者看过去某一天的名录</summary>
        <div className="filters">
          <Choice
            name="state"
            label="状态"
            asked={asked}
            options={appraisers ? appraiserStates : institutionStates}
            none={appraisers ? '执业和暂停的' : '名录中的全部'}
          />
          {!appraisers && (
            <>
              <Word name="standard" label="贯彻的标准" asked={asked} placeholder="GB/T 45563.1" />
              <Word name="grade" label="等级" asked={asked} />
            </>
          )}
        </div>
        <AskThePast asOf={asOf} />
      </details>
      <p className="wide">
        <button type="submit">查询</button>
      </p>
    </form>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly asked: Asked
  readonly options: Readonly<Record<string, string>>
  readonly none?: string
}

export function Choice({ name, label, asked, options, none = '不限' }: ChoiceProps): ReactNode {
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={asked[name] ?? ''}>
        <option value="">{none}</option>
        {Object.entries(options).map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </p>
  )
}

function Word({ name, label, asked, placeholder }: Omit<ChoiceProps, 'options'> & { placeholder?: string }) {
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        defaultValue={asked[name] ?? ''}
        maxLength={60}
        placeholder={placeholder}
      />
    </p>
  )
}
