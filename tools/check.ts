import { bin, run, steps, vitest } from './steps.ts'

/** `npm run check`: what a developer runs all day. Types, lint, dead code, house rules, generated documents, pure tests. */
await steps([
  ['格式与代码检查', () => run(bin('biome'), ['check', '--error-on-warnings', '.'])],
  ['类型', () => run(bin('tsc'), ['--noEmit', '-p', '.'])],
  ['无用代码', () => run(bin('knip'), ['--no-progress'])],
  [
    '房屋规则、生成文档、纯函数',
    () => vitest('tests', 'src/kernel', 'src/law', 'src/analysis', 'src/log/core'),
  ],
])
