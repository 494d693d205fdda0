import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allModules } from '../src/modules.ts'

const root = join(import.meta.dirname, '..')
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const written = ['.', 'docs', 'docs/decisions', 'src', 'testing'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: folder === 'src', encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
)

describe('the id in a refusal', () => {
  const modules = allModules({
    setupCode: undefined,
    totpRequired: true,
    totpKey: new Uint8Array(32),
    installation: { kind: 'production', simulatedClock: false },
  })
  const commands = modules.flatMap((module) => module.commands)
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.ts$/.test(name) && !name.endsWith('.test.ts'),
  )
  const everything = sources.map((name) => textOf(join('src', name))).join('\n')

  it('leads to one definition of a rule', () => {
    const rules = commands.flatMap((command) => [...(command.rules ?? []), ...(command.formRules ?? [])])
    const ids = [...new Set(rules.map(({ id }: { id: string }) => id))]
    expect(ids.length).toBeGreaterThan(100)
    expect(ids.filter((id) => everything.split(`id: '${id}'`).length !== 2)).toEqual([])
  })

  it('leads to one contract of an operation', () => {
    const operations = [...commands, ...modules.flatMap((module) => module.queries)]
    const ids: readonly string[] = operations.map(({ endpoint }) => endpoint.id)
    expect(ids.filter((id) => everything.split(`id: '${id}'`).length !== 2)).toEqual([])
  })
})

describe('the written documents', () => {
  it.each(written)('%s points only at what is there', (file) => {
    const links = [...textOf(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target)
    const local = links.filter((target) => !/^[a-z]+:/.test(target))
    expect(local.filter((target) => !existsSync(join(root, dirname(file), target)))).toEqual([])
    const paths = [
      ...textOf(file).matchAll(/`((?:src|tests|testing|tools|migrations)\/[\w./-]+\.(?:tsx?|md|sql|typ))`/g),
    ]
    expect(paths.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('explain every setting to operators and every command to newcomers', () => {
    const settings = [...textOf('src/platform/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)]
    const guide = textOf('docs/operations.md')
    expect(settings.length).toBeGreaterThan(5)
    expect(settings.map(([, name = '']) => name).filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(textOf('package.json'))
    const readme = textOf('README.md')
    const told = (name: string) => readme.includes(`npm run ${name}`) || readme.includes(`npm ${name}`)
    expect(Object.keys(scripts).filter((name) => !told(name))).toEqual([])
  })

  it('give a line to every runtime dependency', () => {
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(textOf('package.json'))
    const record = textOf('docs/decisions/0002-dependencies.md')
    expect(Object.keys(dependencies).filter((name) => !record.includes(`\`${name}\``))).toEqual([])
  })

  it('stay readable: README and ARCHITECTURE within 150 lines, CONTRIBUTING within 250', () => {
    const lines = (file: string) => textOf(file).split('\n').length
    expect(lines('README.md')).toBeLessThanOrEqual(150)
    expect(lines('ARCHITECTURE.md')).toBeLessThanOrEqual(150)
    expect(lines('CONTRIBUTING.md')).toBeLessThanOrEqual(250)
  })

  it.each(readdirSync(join(root, 'src/modules')))('tell truly what %s is for others', (name) => {
    const [, offered = ''] = textOf(`src/modules/${name}/README.md`).split(/^- (?=For other)/m)
    const [sentence = ''] = offered.split(/^- /m)
    const names = [...sentence.matchAll(/`([a-z][A-Za-z]+)\b[^`]*`/g)].map(([, one = '']) => one)
    const door = textOf(`src/modules/${name}/module.ts`)
    expect(names.filter((one) => one !== 'module' && !new RegExp(`\\b${one}\\b`).test(door))).toEqual([])
  })

  it('tell of every table in the README of a module', () => {
    const sql = readdirSync(join(root, 'migrations')).map((file) => textOf(`migrations/${file}`))
    const tables = [...sql.join('\n').matchAll(/^create table (\w+)/gm)].map(([, table = '']) => table)
    const own = tables.filter((table) => !/^(log_|request_answer$|installation$)/.test(table))
    const pages = readdirSync(join(root, 'src/modules')).map((name) =>
      textOf(`src/modules/${name}/README.md`),
    )
    const words = new Set(pages.join(' ').match(/\w+/g))
    expect(own.length).toBeGreaterThan(30)
    expect(own.filter((table) => !words.has(table))).toEqual([])
  })
})
