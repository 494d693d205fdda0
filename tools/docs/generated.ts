import type { Module } from '#kernel/command.ts'
import { openApi } from '#platform/openapi.ts'
import { allModules } from '../../src/modules.ts'
import { accessTable } from './access-table.ts'
import { clauseTable } from './clause-table.ts'
import { parameterTable } from './parameter-table.ts'
import { ruleCatalogue } from './rule-catalogue.ts'
import { stateDiagrams } from './state-diagrams.ts'

const HEAD = '<!-- 由 npm run docs 生成，不要手改 -->\n\n'

/** Every generated document by file name. */
export function generated(): Readonly<Record<string, string>> {
  const modules: readonly Module[] = allModules({
    setupCode: undefined,
    totpRequired: true,
    totpKey: new Uint8Array(32),
    installation: { kind: 'production', simulatedClock: false },
  })
  return {
    'states.md': HEAD + stateDiagrams(modules),
    'access.md': HEAD + accessTable(modules),
    'rules.md': HEAD + ruleCatalogue(modules),
    'clauses.md': HEAD + clauseTable(modules),
    'parameters.md': HEAD + parameterTable(),
    'openapi.json': `${JSON.stringify(openApi(modules), null, 1)}\n`,
  }
}
