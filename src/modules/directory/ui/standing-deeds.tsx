import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { Endpoint } from '#kernel/endpoint.ts'
import { Field } from '#web/kit/Field.tsx'
import {
  reportChange,
  restoreInstitution,
  settleChange,
  suspendInstitution,
} from '../contract/institutions.ts'
import {
  appeal,
  proposeCorrection,
  proposeRemoval,
  requestExit,
  requestRenewal,
} from '../contract/proceedings.ts'

/** One deed about an institution: what it means, and what is asked for it. Every one takes the institution's id. */
export interface StandingDeed {
  readonly endpoint: Endpoint
  readonly intro: string
  readonly fields: ReactNode
}

const reason = (
  <Field name="reason">
    <Input.TextArea rows={3} maxLength={200} />
  </Field>
)

function deed(endpoint: Endpoint, intro: string, fields: ReactNode = reason): StandingDeed {
  return { endpoint, intro, fields }
}

/** In the order in which they stand on the page; `/can` says which of them this person may do now, and why not. */
export const standingDeeds: readonly StandingDeed[] = [
  deed(reportChange, '申报后即停止接受新的委托，待国家知识产权局审结。'),
  deed(settleChange, '审结后机构恢复接受新的委托。'),
  deed(requestRenewal, '由国家知识产权局决定；批准后有效期从原届满日起顺延。'),
  deed(requestExit, '由国家知识产权局决定；批准后不再接受委托，历史仍可查询。'),
  deed(
    appeal,
    '对暂停荐用或者移出名录的决定不服的，由作出决定以外的人员审查。',
    <Field name="reason">
      <Input.TextArea rows={6} maxLength={1000} />
    </Field>,
  ),
  deed(suspendInstitution, '暂停期间不接受新的委托；正在办理的案件继续。理由公开。'),
  deed(restoreInstitution, '恢复后可以接受新的委托。理由公开。'),
  deed(
    proposeRemoval,
    '移出名录须以依法作出的认定为据，由另一人决定。尚无认定的，可以暂停荐用。',
    <>
      {reason}
      <Field name="determination.authority">
        <Input maxLength={80} />
      </Field>
      <Field name="determination.documentNo">
        <Input maxLength={80} />
      </Field>
      <Field name="determination.on">
        <Input type="date" />
      </Field>
      <Field name="determination.finding">
        <Input.TextArea rows={4} maxLength={1000} />
      </Field>
    </>,
  ),
  deed(
    proposeCorrection,
    '只更正过去某段时间的实情，不改变名录当时的记载，由另一人决定。没有变化的项目留空。',
    <>
      {reason}
      <Field name="from">
        <Input type="date" />
      </Field>
      <Field name="until">
        <Input type="date" />
      </Field>
      <Field name="corrected.name">
        <Input maxLength={120} />
      </Field>
      <Field name="corrected.address">
        <Input maxLength={120} />
      </Field>
      <Field name="corrected.telephone">
        <Input maxLength={40} />
      </Field>
    </>,
  ),
]
