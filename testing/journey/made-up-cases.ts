import { patentNumberWithCheckDigit } from '#law/identifiers/patent-number.ts'
import type { CaseFeature, CaseFile } from './case-file.ts'

type Row = readonly [text: string, counterpart: string, finding: CaseFeature['finding'], basis: string]

/** Claims made up for the demonstration: nobody's patents, nobody's products. */
const claims: readonly { title: string; rows: readonly Row[]; accused: string }[] = [
  {
    title: '一种可折叠晾衣架',
    accused: '铝制晾衣架：两根支腿以转轴连接，横杆两端插入支腿顶部的卡槽，支腿底部有橡胶垫。',
    rows: [
      ['一种可折叠晾衣架', '铝制折叠晾衣架', 'IDENTICAL', '名称与用途一致'],
      ['包括两根交叉设置的支腿', '两根支腿交叉', 'IDENTICAL', '实物照片第 1 张'],
      ['所述支腿通过销轴铰接', '支腿以转轴连接', 'IDENTICAL', '转轴即销轴，结构一致'],
      [
        '所述支腿顶端设有弹性卡扣，用于卡持横杆',
        '支腿顶部为刚性卡槽，横杆插入',
        'DIFFERENT',
        '卡持方式为刚性插接，无弹性件',
      ],
      ['所述支腿底端设有防滑垫', '支腿底部有橡胶垫', 'IDENTICAL', '橡胶垫起防滑作用'],
    ],
  },
  {
    title: '一种节水龙头阀芯',
    accused: '陶瓷阀芯：动片与定片贴合，动片上开有两段通水槽，阀杆带限位凸台。',
    rows: [
      ['一种节水龙头阀芯', '陶瓷片阀芯', 'IDENTICAL', '名称与用途一致'],
      ['包括相互贴合的动瓷片和定瓷片', '动片与定片贴合', 'IDENTICAL', '拆解后目视一致'],
      ['所述动瓷片上设有大小两段通水槽', '动片上开有两段通水槽', 'IDENTICAL', '测得两段槽宽不同'],
      [
        '阀杆上设有两级限位台阶，形成节水档与全开档',
        '阀杆带一级限位凸台',
        'EQUIVALENT_SUBFINDINGS',
        '以凸台与弹片配合形成两档手感',
      ],
    ],
  },
  {
    title: '一种建筑模板连接件',
    accused: '模板连接件：U 形卡两侧带齿，楔形销由上向下打入。',
    rows: [
      ['一种建筑模板连接件', '建筑模板用连接件', 'IDENTICAL', '名称与用途一致'],
      ['包括U形卡体', 'U 形卡', 'IDENTICAL', '实物照片第 2 张'],
      ['所述U形卡体内侧设有防滑齿', 'U 形卡两侧带齿', 'IDENTICAL', '齿位于内侧'],
      ['楔形销由侧面水平打入所述U形卡体', '楔形销由上向下打入', 'DIFFERENT', '打入方向不同'],
      ['所述楔形销末端设有防脱弹片', '', 'ABSENT', '实物未见弹片'],
    ],
  },
  {
    title: '一种车用手机支架',
    accused: '车用支架：夹臂由电机驱动，感应器检测手机靠近后张开。',
    rows: [
      ['一种车用手机支架', '车用手机支架', 'IDENTICAL', '名称与用途一致'],
      ['包括底座和一对夹臂', '底座与两侧夹臂', 'IDENTICAL', '实物照片第 1 张'],
      [
        '所述夹臂由电机通过齿轮齿条驱动',
        '电机驱动，传动方式被胶封',
        'NOT_DETERMINABLE',
        '传动部分胶封，委托方未同意拆解',
      ],
      [
        '所述底座内设有感应器，手机靠近时所述夹臂张开',
        '感应器检测手机靠近后张开',
        'IDENTICAL',
        '通电测试 10 次均张开',
      ],
    ],
  },
]

/** The n-th made-up case, each time with a number of its own so that no two are about one right. */
export function madeUpCase(n: number): CaseFile {
  const { title, rows, accused } = claims[n % claims.length] ?? { title: '', rows: [], accused: '' }
  const ipType = n % 3 === 0 ? 'PATENT_INVENTION' : 'PATENT_UTILITY_MODEL'
  let claimText = ''
  const features = rows.map(([text, accusedCounterpart, finding, basis], i): CaseFeature => {
    const start = claimText.length
    claimText += `${text}${i === rows.length - 1 ? '。' : '，'}`
    const id = String.fromCharCode('A'.charCodeAt(0) + i)
    return {
      id,
      claimText: text,
      accusedCounterpart,
      finding,
      basis,
      unread: false,
      start,
      end: start + text.length,
    }
  })
  return {
    id: `demonstration-${n}`,
    ipType,
    courtCaseNo: `（${2024 + Math.floor(n / 20)}）粤73知民初${100 + n}号`,
    right: {
      number: patentNumberWithCheckDigit(2015 + (n % 9), ipType, 1_000_000 + 7_919 * n),
      title,
      holder: '演示权利人有限公司',
      claimText,
    },
    parties: [
      { name: '演示权利人有限公司', role: 'PLAINTIFF' },
      { name: '演示被告贸易行', role: 'DEFENDANT' },
    ],
    accused,
    questions: [
      '被诉产品的各技术特征与权利要求1的技术特征分别相同还是不同？',
      '不同的特征，其手段、功能、效果各有何差别？',
    ],
    features,
    filled: [],
  }
}
