import type { OpinionData } from '../src/modules/opinions/document/opinion-data.ts'

const features: readonly [string, string, string][] = [
  ['A', '一种玻璃钢夹砂顶管，它由管头（1）、管身（2）以及管尾（3）组成', '被诉产品由承口、管身、插口组成'],
  [
    'B',
    '管头（1）和管尾（3）管径一致',
    '承口、插口和管身的内径一致，但是插口的管外径小于承口的管外径，有锥度',
  ],
  ['C', '管尾连接部设有密封用套环（66’）', '插口处设有密封圈'],
  ['D', '管头（1）、管尾（3）通过套环（4）连接', '承口、插口通过钢套环连接'],
  ['E', '所述的管头（1）、管身（2）以及管尾（3）采用树脂基体', '采用不饱和聚酯树脂基体'],
  ['F', '管身（2）设有两维以上方向绕制的纤维层以及石英夹砂层', '管身设有交叉缠绕纤维层和石英砂层'],
  ['G', '所述的套环（4）紧密设置在管头或管尾外壁的凹台内', '钢套环固定设置在安装了密封圈的承口上方'],
]
const paragraph =
  '鉴定人对被诉产品进行了外观检查、尺寸测量和剖切观察，逐项记录其结构与连接关系，并与权利要求记载的技术特征进行比对。'

/** A whole opinion about a fibreglass pipe. `repeat` makes it longer: 1 is about eleven pages, 6 about fifty. */
export function sampleOpinion(repeat = 1): OpinionData {
  const chart: OpinionData['analysis']['chart'] = Array.from({ length: repeat }, () => features)
    .flat()
    .map(([id, claimText, counterpart], i) => ({
      id: repeat === 1 ? id : `${id}${i}`,
      claimText,
      counterpart,
      finding: id === 'B' ? 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT' : id === 'G' ? 'DIFFERENT' : 'IDENTICAL',
      ...(id === 'B' && {
        subFindings: {
          means: 'SAME',
          function: 'SAME',
          effect: 'SAME',
          creativeLabour: 'NOT_NEEDED',
        } as const,
      }),
      reasons: `${paragraph}据此，特征 ${id} 的比对结果如上。`,
      evidence: [`M2 照片第${i + 3}页图${i + 1}`, 'M1 说明书第[0012]段'],
      votes: [
        {
          appraiser: '张䶮',
          finding:
            id === 'B' ? 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT' : id === 'G' ? 'DIFFERENT' : 'IDENTICAL',
        },
        { appraiser: '李𬭚', finding: id === 'B' ? 'DIFFERENT' : id === 'G' ? 'DIFFERENT' : 'IDENTICAL' },
      ],
      ...(id === 'B' && { dissent: '李𬭚认为外径锥度改变了顶进时的受力方式，手段不同。' }),
    }))
  return {
    version: 1,
    demonstration: '专利号、案号、人员和机构均为演示数据',
    kind: '初次鉴定',
    opinionNo: '甲知鉴[2026]知鉴字第12号',
    unifiedCaseCode: '20264401000510100012X',
    verificationCode: 'K7QW2M9D',
    checkUrl: 'http://127.0.0.1:8080/check?no=%E7%94%B2&code=K7QW2M9D',
    ipType: 'PATENT_UTILITY_MODEL',
    issuedOn: '2026-03-02',
    institution: {
      name: '甲知识产权鉴定所',
      creditCode: '12440000455800020H',
      directoryNo: '44-003',
      address: '广东省广州市天河区示例路 1 号',
      telephone: '020-00000000',
    },
    basics: {
      client: '广州知识产权法院',
      entrustingType: 'COURT_CIVIL',
      caseNo: '（2025）粤73知民初123号',
      purpose: '民事诉讼审理',
      matter: '就被诉“玻璃钢夹砂顶管”产品的技术特征与涉案专利权利要求 1 记载的技术特征是否相同进行鉴定。',
      questions: [
        '被诉产品的各技术特征与权利要求1的技术特征A—G分别相同还是不同？',
        '不同的特征，其手段、功能、效果各有何差别？',
        '被诉产品的管壁厚度是多少？',
      ],
      acceptedOn: '2026-01-12',
      startedOn: '2026-01-20',
      finishedOn: '2026-02-27',
      place: '甲知识产权鉴定所实验室',
      present: ['张䶮', '李𬭚', '委托方代表王法官'],
      rights: [
        {
          number: 'ZL 2023 2 0000002.5',
          title: '一种玻璃钢夹砂顶管',
          holder: '广东某管业有限公司',
          status: '2025-06-01 有效',
        },
      ],
      accused: '玻璃钢夹砂顶管产品一段，长 1 200 mm，公称直径 DN800。',
    },
    background: `${paragraph}\n原告认为被告制造、销售的产品落入其权利要求 1；被告认为承口与插口外径不同。`,
    materialsDigest: [
      { title: '专利文件', text: `权利要求 1：${features.map(([, claim]) => claim).join('，')}。` },
      { title: '被诉产品实物与照片', text: Array.from({ length: 4 * repeat }, () => paragraph).join('\n') },
    ],
    process: {
      standards: [
        { code: 'GB/T 45563.2—2025', title: '知识产权鉴定规范 第2部分：专利' },
        { code: 'DB4403/T 263—2022', title: '知识产权侵权纠纷技术检验鉴定工作规范' },
      ],
      methods: `先分解权利要求的技术特征，再与被诉产品逐项比对。${paragraph}`,
      instruments: ['数显游标卡尺 0–300 mm（检定有效期至 2026-12-31）', '超声测厚仪'],
      steps: Array.from({ length: 6 * repeat }, (_, i) => ({
        at: `2026-02-0${(i % 8) + 1} 09:30`,
        what: '核对检材唯一性标识，外观检查并拍照，测量承口、插口、管身的内径与外径',
        who: '张䶮、李𬭚',
        result: `第 ${i + 1} 组读数见原始记录，承口外径 838.2 mm，插口外径 826.4 mm`,
      })),
    },
    analysis: {
      text: Array.from({ length: 5 * repeat }, () => paragraph).join('\n'),
      claims: [{ no: '1', text: `${features.map(([, claim]) => claim).join('，')}。` }],
      chart,
      summary: '在案材料能够支持上述逐项比对结果。',
      dissents: [{ appraiser: '李𬭚', text: '对特征 B 的分项比对持不同意见，理由见比对表。' }],
    },
    answers: [
      {
        question: '被诉产品的各技术特征与权利要求1的技术特征A—G分别相同还是不同？',
        answer: '特征 A、C、D、E、F 相同；特征 B、G 不同。',
      },
      {
        question: '不同的特征，其手段、功能、效果各有何差别？',
        answer: '特征 B 的手段、功能、效果基本相同，无需创造性劳动即能联想到；特征 G 的手段、效果不同。',
      },
      { question: '被诉产品的管壁厚度是多少？', answer: '无法确定：送检材料不含可供测厚的完整管段。' },
    ],
    annexes: {
      materials: Array.from({ length: 6 * repeat }, (_, i) => ({
        no: `M${i + 1}`,
        name:
          ['专利授权公告文本', '被诉产品照片 24 张', '被诉产品实物管段', '公证书', '行业标准', '勘验笔录'][
            i % 6
          ] ?? '',
        kind: ['权利文件', '照片、录像', '检材', '案卷材料', '技术文献', '案卷材料'][i % 6] ?? '',
        quantity: '1 份',
        providedBy: '广州知识产权法院',
        crossExamined: '已质证',
        ...(i !== 2 && { sha256: `${i}f`.padEnd(64, 'a7c93e5d1b') }),
      })),
      custody: Array.from({ length: 5 * repeat }, (_, i) => ({
        at: `2026-01-1${(i % 8) + 1} 10:00`,
        material: 'M3 被诉产品实物管段',
        event: ['接收', '入库', '领用', '归还', '移交'][i % 5] ?? '',
        from: '广州知识产权法院',
        to: '甲知识产权鉴定所',
        condition: '封签完好',
      })),
      commitments: ['张䶮', '李𬭚'].map((name) => ({
        name,
        text: '本人接受指派承担本案鉴定，承诺与当事人及案件无利害关系，客观、公正、诚实地进行鉴定，保证出庭作证；如作虚假鉴定，依法承担责任。',
        signedAt: '2026-01-15 15:20',
      })),
      qualifications: ['张䶮', '李𬭚'].map((name, i) => ({
        name,
        certificate: '知识产权鉴定人员执业证（演示）',
        number: `44-003-0${i + 1}`,
        validUntil: '2028-12-31',
      })),
      others: [],
    },
    signatories: [
      { name: '张䶮', title: '高级工程师', practiceNo: '44-003-01' },
      { name: '李𬭚', title: '研究员', practiceNo: '44-003-02' },
    ],
  }
}
