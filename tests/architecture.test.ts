import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allModules } from '../src/modules.ts'

const root = join(import.meta.dirname, '..')

/** Who may know whom (ARCHITECTURE.md). The first row whose `from` matches a file decides; no row is a failure too. */
const rows: readonly { from: RegExp; to: readonly RegExp[]; packages?: RegExp }[] = [
  { from: /^src\/kernel\//, to: [/^src\/kernel\//], packages: /^(zod|kysely)/ },
  { from: /^src\/law\//, to: [/^src\/(kernel|law)\//], packages: /^(zod|chinese-days)/ },
  { from: /^src\/log\/core\//, to: [/^src\/(kernel|log\/core)\//], packages: /^@noble/ },
  { from: /^src\/log\//, to: [/^src\/(kernel|log)\//], packages: /^(kysely|node:crypto|@noble)/ },
  { from: /^src\/verify\//, to: [/^src\/(kernel|verify|log\/core)\//], packages: /^(pkijs|asn1js|@noble)/ },
  { from: /^src\/analysis\//, to: [/^src\/(kernel|analysis|law)\//], packages: /^zod/ },
  { from: /^src\/platform\//, to: [/^src\/(kernel|log|platform|verify)\//], packages: /./ },
  {
    from: /^src\/modules\/[^/]+\/(contract|lifecycle|rules|document)(\/|\.ts)/,
    to: [
      /^src\/(kernel|law|analysis)\//,
      /^src\/modules\/[^/]+\/(contract|lifecycle|rules|document)(\/|\.ts)/,
      /^src\/modules\/[^/]+\/store\.ts/,
    ],
    packages: /^zod/,
  },
  {
    from: /^src\/modules\/[^/]+\/ui\//,
    to: [
      /^src\/(kernel|law|analysis|web|verify|log\/core)\//,
      /^src\/modules\/[^/]+\/(contract|lifecycle|rules|document)(\/|\.ts)/,
      /^src\/modules\/[^/]+\/ui\//,
    ],
    packages: /^(react|antd|@ant-design|@tanstack|qrcode|tus-js-client|zod|@noble)/,
  },
  {
    from: /^src\/modules\//,
    to: [
      /^src\/(kernel|law|log|analysis|verify)\//,
      /^src\/modules\/[^/]+\/(module\.ts|(contract|rules|document)(\/|\.ts)|lifecycle\.ts)/,
    ],
    packages: /^(kysely|zod|node:crypto|@node-rs\/argon2|otplib|pinyin-pro)/,
  },
  {
    from: /^src\/web\//,
    to: [/^src\/(kernel|law|web)\//, /^src\/modules\/[^/]+\/(contract|ui)(\/|\.ts)/],
    packages: /./,
  },
  {
    from: /^src\/public\//,
    to: [
      /^src\/(kernel|law|verify|log|public)\//,
      /^src\/modules\/[^/]+\/(module|contract)/,
      /^src\/platform\//,
    ],
    packages: /./,
  },
  { from: /^src\/[a-z-]+\.ts$/, to: [/^src\//], packages: /./ },
]

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => posix.join('src', file.replaceAll('\\', '/')))
  .filter((file) => /\.tsx?$/.test(file))
const sources = files.filter((file) => !/\.test\.tsx?$/.test(file))

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [
    ...text.matchAll(
      /(?:^|\n)(?:import|export)[^'"]*?from '([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

function target(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#'))
    return specifier.replace(/^#/, specifier.startsWith('#testing') ? '' : 'src/')
  if (specifier.startsWith('.')) return relative(root, join(root, dirname(file), specifier))
  return undefined
}

function sameModule(a: string, b: string): boolean {
  const name = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1]
  return name(a) !== undefined && name(a) === name(b)
}

describe('the house', () => {
  it.each(sources)('%s knows only whom it may know', (file) => {
    const row = rows.find(({ from }) => from.test(file))
    expect(row, `no import row covers ${file}`).toBeDefined()
    const text = readFileSync(join(root, file), 'utf8')
    for (const specifier of importsOf(file)) {
      const to = target(file, specifier)
      if (to === undefined) {
        const typeOnly = new RegExp(
          `import type [^;]*?from '${specifier.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}'`,
        ).test(text)
        expect(typeOnly || row?.packages?.test(specifier), `${file} imports ${specifier}`).toBeTruthy()
      } else {
        const own = sameModule(file, to) && !/\/(contract|lifecycle|rules|ui)(\/|\.ts)/.test(file)
        expect(own || row?.to.some((allowed) => allowed.test(to)), `${file} imports ${to}`).toBeTruthy()
      }
    }
  })

  it('has one story per file: none over 400 lines, the median within 100', () => {
    const lengths = sources
      .filter((file) => !file.endsWith('.generated.ts'))
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([])
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100)
  })

  it('keeps the kernel small', () => {
    const lines = sources
      .filter((file) => file.startsWith('src/kernel/') && !file.endsWith('.generated.ts'))
      .reduce((sum, file) => sum + readFileSync(join(root, file), 'utf8').split('\n').length, 0)
    expect(lines).toBeLessThanOrEqual(700)
  })

  it('takes time and chance from two files only', () => {
    const allowed = ['src/platform/clock.ts', 'src/platform/ids.ts']
    const found = sources.filter(
      (file) =>
        !allowed.includes(file) &&
        !/\/ui\/|^src\/web\//.test(file) &&
        /new Date\(\)|Date\.now\(\)|Math\.random\(\)|randomUUID\(\)/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
    )
    expect(found).toEqual([])
  })

  it('names no file by what it is made of', () => {
    expect(
      files.filter((file) => /\/(utils?|helpers?|types|constants|index|common|misc)\.tsx?$/.test(file)),
    ).toEqual([])
  })
})

describe('operations', () => {
  const modules = allModules({
    setupCode: undefined,
    totpRequired: true,
    totpKey: new Uint8Array(32),
    installation: { kind: 'production', simulatedClock: false },
  })
  const operations = modules.flatMap(({ commands, queries }) => [...commands, ...queries])

  it('have ids that are addresses: one id, one route, one file', () => {
    const ids = operations.map(({ endpoint }) => endpoint.id)
    expect(new Set(ids).size).toBe(ids.length)
    const routes = operations.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`)
    expect(new Set(routes).size).toBe(routes.length)
  })

  it('each say who may do them', () => {
    for (const { endpoint, allow } of operations) expect(allow.length, endpoint.id).toBeGreaterThan(0)
  })

  it('leave a trace, but for a short list of deeds that say why not', () => {
    const untraced = modules
      .flatMap(({ commands }) => commands)
      .filter(({ untraced }) => untraced !== undefined)
      .map(({ endpoint }) => endpoint.id)
      .sort()
    expect(untraced).toMatchInlineSnapshot(`
      [
        "commission.save-draft",
        "draft.save-answer",
        "draft.save-section",
        "notice.mark-all-read",
        "notice.mark-read",
      ]
    `)
  })
})
