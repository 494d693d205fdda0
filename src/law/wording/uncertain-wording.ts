/** O-10: words that leave a finding open. “基本相同” and “无法确定” are findings of their own and allowed. */
export const uncertainWordings: readonly RegExp[] = [
  /(?:很|极|较大?|有|存在|不无|高度)?可能(?:性(?:较大|很大|较高|极大)?)?/g,
  /不(?:能|可)?排除|难以排除|不能完全排除/g,
  /倾向于?(?:认为|认定)?|偏向于?/g,
  /大概率?|大约是|大致|大体上?|基本可以(?:认定|认为)|似乎|好像|仿佛|疑似|貌似|也许|或许|恐怕|估计|推测|猜测|推断/g,
  /应该是|应当是|应系|应属/g,
  /不一定|未必|说不定|有待(?:进一步)?(?:确认|核实|研究)|仅供参考|初步(?:认为|判断|认定)|一般(?:来说|而言)|原则上/g,
]

export const uncertainReason = '意见用语不确定，视为未完成委托事项（依据不足时应写明“无法确定”及原因）'
export const uncertainProposal = '改为确定的表述；确实不能判断的，写“无法确定”并说明原因'
