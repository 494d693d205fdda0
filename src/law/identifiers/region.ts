import { accepted, type Checked, rejected } from './checked.ts'
import { halfWidth } from './half-width.ts'

/** First two digits of GB/T 2260. 66 (兵团) is customary and not in the standard itself. */
export const provinces = {
  '11': '北京市',
  '12': '天津市',
  '13': '河北省',
  '14': '山西省',
  '15': '内蒙古自治区',
  '21': '辽宁省',
  '22': '吉林省',
  '23': '黑龙江省',
  '31': '上海市',
  '32': '江苏省',
  '33': '浙江省',
  '34': '安徽省',
  '35': '福建省',
  '36': '江西省',
  '37': '山东省',
  '41': '河南省',
  '42': '湖北省',
  '43': '湖南省',
  '44': '广东省',
  '45': '广西壮族自治区',
  '46': '海南省',
  '50': '重庆市',
  '51': '四川省',
  '52': '贵州省',
  '53': '云南省',
  '54': '西藏自治区',
  '61': '陕西省',
  '62': '甘肃省',
  '63': '青海省',
  '64': '宁夏回族自治区',
  '65': '新疆维吾尔自治区',
  '66': '新疆生产建设兵团',
  '71': '台湾省',
  '81': '香港特别行政区',
  '82': '澳门特别行政区',
} as const

export type ProvinceCode = keyof typeof provinces

const names: ReadonlyMap<string, string> = new Map(Object.entries(provinces))

/** Name of the province that a code of at least two digits begins with; undefined where there is none. */
export function provinceOf(code: string): string | undefined {
  return names.get(code.slice(0, 2))
}

/** Six-digit division code. Only the province is known here: cities and counties are a dated table elsewhere. */
export function checkRegionCode(text: string): Checked {
  const code = halfWidth(text)
  if (!/^\d{6}$/.test(code)) return rejected('行政区划代码应为6位数字，例如广州市440100')
  if (provinceOf(code) === undefined) {
    return rejected(`行政区划代码前两位“${code.slice(0, 2)}”不是省级代码，请核对`)
  }
  return accepted(code)
}
