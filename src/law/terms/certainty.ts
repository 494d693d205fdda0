import { term } from '#kernel/term.ts'

/** How sure the content of a clause or a number is. Anything but confirmed is shown so and stays configurable. */
export const certainty = term('把握程度', {
  confirmed: '已确认',
  analogous: '参照适用',
  uncertain: '待核实',
})
