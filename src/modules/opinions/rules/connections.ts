/** Services of others that this installation has no connection to; said wherever someone might expect them. */
export const notConnected = [
  '未接入：依法设立的电子认证机构（CA）证书',
  '未接入：智能密码钥匙（UKey）、国密 SM2 签名',
  '未接入：人民法院、行政机关的办案系统',
] as const
