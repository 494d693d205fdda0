import { resolve } from 'node:path'
import { z } from 'zod'
import type { UploadLimits } from './uploads.ts'

const settings = z.object({
  DATABASE_URL: z.url().optional().meta({ description: '任意 PostgreSQL ≥ 15 的连接串' }),
  MIGRATION_DATABASE_URL: z
    .url()
    .optional()
    .meta({ description: '库的属主的连接串，只用于启动时迁移；不填则用 DATABASE_URL' }),
  TRUSTED_PROXY: z
    .enum(['yes', 'no'])
    .default('no')
    .meta({ description: '前面有反向代理时设 yes：来访地址取 X-Forwarded-For 的最后一项' }),
  EMBEDDED_DATABASE: z
    .string()
    .min(1)
    .optional()
    .meta({ description: '改用内嵌 PostgreSQL，值为数据文件夹' }),
  DATA_DIR: z.string().min(1).default('data').meta({ description: '文件、密钥、日志瓦片所在文件夹' }),
  HOST: z.string().default('127.0.0.1').meta({ description: '监听地址' }),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080).meta({ description: '监听端口' }),
  PUBLIC_URL: z.url().optional().meta({ description: '对外网址，印在鉴定意见书的二维码里' }),
  LOG_ORIGIN: z
    .string()
    .regex(/^[a-z0-9./-]+$/)
    .optional()
    .meta({ description: '日志来源名，默认由对外网址得出' }),
  TSA_URL: z.url().optional().meta({ description: '外部 RFC 3161 时间戳服务；不填则用本地演示时间戳' }),
  TSA_ROOTS: z
    .string()
    .min(1)
    .optional()
    .meta({ description: '外部时间戳服务的根证书文件（PEM），写入信任文件' }),
  UPLOAD_MAX_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(4 * 2 ** 30)
    .meta({ description: '单个文件的大小上限（字节）' }),
  UPLOAD_ORGANISATION_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(500 * 2 ** 30)
    .meta({ description: '每个单位的存储额度（字节）' }),
  UPLOAD_SILENT_HOURS: z.coerce
    .number()
    .positive()
    .default(168)
    .meta({ description: '未完成的上传多少小时没有进展即清理' }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .meta({ description: '日志级别' }),
})

export interface Config {
  /** `owner` migrates at start; `url` is what the program works with. */
  readonly database: { readonly url: string; readonly owner: string } | { readonly embedded: string }
  readonly trustedProxy: boolean
  readonly dataDir: string
  readonly host: string
  readonly port: number
  readonly publicUrl: string
  /** Name of the log as wished; the one settled at the first start counts. */
  readonly logOrigin: { readonly wanted?: string; readonly otherwise: string }
  readonly tsaUrl: string | undefined
  readonly tsaRootsFile: string | undefined
  readonly uploads: UploadLimits
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Reads and checks the environment once, at start. Throws one error whose message names every wrong setting. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = settings.safeParse(environment)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}：${issue.message}`)
    throw new Error(`环境变量配置有误，程序没有启动：\n${lines.join('\n')}`)
  }
  const s = parsed.data
  const database = s.DATABASE_URL
    ? { url: s.DATABASE_URL, owner: s.MIGRATION_DATABASE_URL ?? s.DATABASE_URL }
    : s.EMBEDDED_DATABASE
      ? { embedded: resolve(s.EMBEDDED_DATABASE) }
      : undefined
  if (!database)
    throw new Error(
      '没有配置数据库，程序没有启动：请设置 DATABASE_URL（PostgreSQL ≥ 15），或明确设置 EMBEDDED_DATABASE=文件夹。',
    )
  const publicUrl = s.PUBLIC_URL ?? `http://${s.HOST}:${s.PORT}`
  if (s.TSA_URL && !s.TSA_ROOTS)
    throw new Error('设置了 TSA_URL 而没有设置 TSA_ROOTS：没有它的根证书，签名核对不过。程序没有启动。')
  return {
    database,
    trustedProxy: s.TRUSTED_PROXY === 'yes',
    dataDir: resolve(s.DATA_DIR),
    host: s.HOST,
    port: s.PORT,
    publicUrl,
    logOrigin: {
      ...(s.LOG_ORIGIN ? { wanted: s.LOG_ORIGIN } : {}),
      otherwise: `${new URL(publicUrl).host.replace(/[^a-z0-9.-]/g, '-')}/mingjian-log`,
    },
    tsaUrl: s.TSA_URL,
    tsaRootsFile: s.TSA_ROOTS,
    uploads: {
      fileBytes: s.UPLOAD_MAX_BYTES,
      organisationBytes: s.UPLOAD_ORGANISATION_BYTES,
      silentHours: s.UPLOAD_SILENT_HOURS,
    },
    logLevel: s.LOG_LEVEL,
  }
}
