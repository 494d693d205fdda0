/** A module without operations: numbers without gaps, for every module that gives them out. */
export { nextNumber } from './next-number.ts'
