import { quoted } from '#kernel/text.ts'
import { personRecusalGround } from '#law/terms/recusal-ground.ts'

/** The appraiser's commitment: the three promises of the civil evidence provisions, and P-04 ground by ground. */
export function commitmentLetter(about: {
  readonly name: string
  readonly institution: string
  readonly client: string
  readonly code: string
  readonly title: string
}): string {
  const { name, institution, client, code, title } = about
  return [
    `鉴定人承诺书（${code}）`,
    `本人${name}，${institution}鉴定人，受指定参加${client}委托的${quoted(title)}的鉴定，承诺如下：`,
    '一、遵循科学、客观、公正、诚实的原则，独立进行鉴定，不受任何人明示或者暗示的影响。',
    '二、对鉴定过程和鉴定意见负责；接到通知后依法出庭作证，接受询问。',
    '三、不作虚假鉴定；故意作虚假鉴定的，依法承担退还鉴定费、受处罚直至刑事责任。',
    '四、保守在鉴定中知悉的国家秘密、商业秘密和个人隐私。',
    '五、经逐项核对，本人没有下列应当回避的情形：',
    ...Object.values(personRecusalGround.labels).map((ground, index) => `（${index + 1}）${ground}——否`),
    '鉴定过程中出现上述情形的，本人立即报告并回避。',
  ].join('\n')
}
