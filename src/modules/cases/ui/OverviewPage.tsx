import { useParams } from '@tanstack/react-router'
import { commissionPurpose, partyRole, proceduralStage } from '#law/terms/commission-form.ts'
import { confidentiality } from '#law/terms/confidentiality.ts'
import { entrustingType, procedureProfile } from '#law/terms/entrusting-type.ts'
import { terminationGround } from '#law/terms/interruption.ts'
import { ipType } from '#law/terms/ip-type.ts'
import { technicalField } from '#law/terms/technical-field.ts'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { Answered } from '#web/kit/Answered.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Section } from '#web/kit/Section.tsx'
import { shownTime } from '#web/kit/shown-time.ts'
import { To } from '#web/kit/To.tsx'
import { useCan } from '#web/useCan.ts'
import { useQuery } from '#web/useQuery.ts'
import { showCase } from '../contract/case.ts'
import { CaseFrame } from './CaseFrame.tsx'
import { ConsentDialog, TerminateDialog, WithdrawDialog } from './EndingDialogs.tsx'

type Found = OutputOf<typeof showCase>

const labelIn = (labels: Readonly<Record<string, string>>, code: string) => labels[code] ?? code

/** What the case is about, who asks what, and how it ended where it did. */
export function OverviewPage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(showCase, { id })
  const can = useCan('/cases', id)
  const show = useDialog()
  return (
    <CaseFrame
      id={id}
      title="概况"
      actions={
        <>
          <ActionButton
            grave
            can={can['case.withdraw']}
            onPress={() => void show<void>((close) => <WithdrawDialog id={id} close={() => close()} />)}
          />
          <ActionButton
            grave
            can={can['case.terminate']}
            onPress={() => void show<void>((close) => <TerminateDialog id={id} close={() => close()} />)}
          />
        </>
      }
    >
      <Answered query={query} what="案件">
        {(found) => (
          <>
            {found.ending && <Ending ending={found.ending} />}
            {found.consentWanted && <Consent found={found} wanted={found.consentWanted} />}
            <About found={found} />
            <Matter found={found} />
          </>
        )}
      </Answered>
    </CaseFrame>
  )
}

function About({ found }: { readonly found: Found }) {
  const { form } = found
  return (
    <Section title="委托" beside={<To to={`/commissions/${found.id}`}>委托书全文</To>}>
      {found.unilateral && (
        <p className="due-soon">本案由一方当事人自行委托；意见书和各项文书均会写明（民事证据规定第41条）。</p>
      )}
      <Facts
        items={[
          ['委托方', `${found.entrusting}（${labelIn(entrustingType.labels, found.entrustingType)}）`],
          ['经办人', `${form.contact.name} ${form.contact.phone}`],
          ['鉴定机构', found.institution],
          ['案号', found.courtCaseNo || '无'],
          ['程序', labelIn(procedureProfile.labels, found.profile)],
          [
            '阶段与用途',
            `${labelIn(proceduralStage.labels, form.proceduralStage)}，${labelIn(commissionPurpose.labels, form.purpose)}`,
          ],
          ['保密级别', labelIn(confidentiality.labels, found.confidentiality)],
          [
            '特别情形',
            [found.reappraisal && '重新鉴定', found.complex && '重大、疑难、复杂']
              .filter(Boolean)
              .join('、') || '无',
          ],
          ['受理时间', shownTime(found.openedAt)],
          ['开始鉴定', found.startedAt ? shownTime(found.startedAt) : '尚未开始'],
          [
            '当事人',
            form.parties.map(({ name, role }) => `${name}（${labelIn(partyRole.labels, role)}）`).join('；'),
            'wide',
          ],
        ]}
      />
    </Section>
  )
}

function Matter({ found }: { readonly found: Found }) {
  const { form } = found
  return (
    <Section title="鉴定事项">
      <Facts
        items={[
          ['类型', labelIn(ipType.labels, found.ipType)],
          ['技术领域', labelIn(technicalField.labels, found.field)],
          ['权利', `${form.right.number} ${form.right.title}`, 'wide'],
          ['权利人', form.right.holder],
          ['主张', form.right.assertedClaims],
          ['被诉对象', form.accused.name, 'wide'],
          ['被诉对象描述', form.accused.description, 'wide'],
          ['基本案情', form.caseFacts, 'wide'],
          [
            '事项',
            <ol key="questions">
              {form.questions.map(({ no, text }) => (
                <li key={no}>
                  {no}. {text}
                </li>
              ))}
            </ol>,
            'wide',
          ],
        ]}
      />
    </Section>
  )
}

function Consent({
  found,
  wanted,
}: {
  readonly found: Found
  readonly wanted: NonNullable<Found['consentWanted']>
}) {
  const can = useCan('/cases', found.id)
  const show = useDialog()
  return (
    <Section title="须委托方同意的方法">
      <p>
        下列步骤采用没有标准可依的方法，或者拟外包检测，须事先取得委托方书面同意；不同意的，鉴定机构应当另拟方案或者终止鉴定。
      </p>
      <ol className="steps">
        {wanted.steps.map(({ no, what, method }) => (
          <li key={no}>
            第{no}步：{what}（{method}）
          </li>
        ))}
      </ol>
      <div className="pressing">
        <ActionButton
          primary
          can={can['case.consent-method']}
          onPress={() =>
            void show<void>((close) => (
              <ConsentDialog id={found.id} version={wanted.version} close={() => close()} />
            ))
          }
        />
      </div>
    </Section>
  )
}

function Ending({ ending }: { readonly ending: NonNullable<Found['ending']> }) {
  return (
    <Section title={ending.kind === 'TERMINATED' ? '已终止鉴定' : '委托方已撤回委托'}>
      <Facts
        items={[
          ['情形', ending.ground ? labelIn(terminationGround.labels, ending.ground) : undefined],
          ['办理', `${ending.by}，${shownTime(ending.at)}`],
          ['理由', ending.reason, 'wide'],
          ['材料退还', ending.materialReturn],
          ['费用结算', ending.feeSettlement],
        ]}
      />
    </Section>
  )
}
