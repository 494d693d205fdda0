/** A module without operations: who may see a matter, for every module that shows one. */
export { assignedTo, knownTo, knowsMatter } from './known-matters.ts'
