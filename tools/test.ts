import { bin, run, steps, vitest } from './steps.ts'

/**
 * `npm test`: everything, with the browser journeys where Chromium is present. `npm test -- --database`: only the tests
 * that use the database, for a second run on the server of TEST_DATABASE_URL.
 */
const databaseOnly = process.argv.includes('--database')
await steps(
  databaseOnly
    ? [['数据库测试', () => vitest('src/modules', 'src/log', 'src/platform', 'tests')]]
    : [
        ['格式与代码检查', () => run(bin('biome'), ['check', '--error-on-warnings', '.'])],
        ['类型', () => run(bin('tsc'), ['--noEmit', '-p', '.'])],
        ['无用代码', () => run(bin('knip'), ['--no-progress'])],
        ['构建界面', () => run(bin('vite'), ['build', '--logLevel', 'warn'])],
        ['全部测试', () => vitest()],
      ],
)
