import type { Module } from '#kernel/command.ts'

/** What each rule of the platform says, by id: asked for when it is needed, since the modules are not all there before. */
export type RuleTexts = () => ReadonlyMap<string, string>

/** Every rule that some command of these modules judges. */
export function ruleTextsOf(modules: () => readonly Module[]): RuleTexts {
  return () =>
    new Map(
      modules()
        .flatMap(({ commands }) => commands)
        .flatMap((command): readonly { id: string; says: string }[] => [
          ...(command.rules ?? []),
          ...(command.formRules ?? []),
        ])
        .map(({ id, says }) => [id, says]),
    )
}
