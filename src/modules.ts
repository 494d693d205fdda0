import type { Module } from '#kernel/command.ts'
import { casesModule } from '#modules/cases/module.ts'
import { commissionsModule } from '#modules/commissions/module.ts'
import { directoryModule, enterIfListed } from '#modules/directory/module.ts'
import { type IdentityOptions, identityModule } from '#modules/identity/module.ts'
import { materialsModule } from '#modules/materials/module.ts'
import { noticesModule } from '#modules/notices/module.ts'
import { opinionsModule } from '#modules/opinions/module.ts'
import { selectionModule } from '#modules/selection/module.ts'
import { standardsModule } from '#modules/standards/module.ts'
import { traceModule } from '#modules/trace/module.ts'
import { workModule } from '#modules/work/module.ts'

/** The list of modules: the only one. */
export function allModules(options: IdentityOptions): readonly Module[] {
  const modules: Module[] = [
    identityModule(options),
    standardsModule({ modules: () => modules, enters: enterIfListed }),
    directoryModule,
    commissionsModule,
    casesModule,
    materialsModule,
    opinionsModule,
    selectionModule,
    noticesModule,
    workModule,
    traceModule(() => modules),
  ]
  return modules
}
