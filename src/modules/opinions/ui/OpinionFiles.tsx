import { Section } from '#web/kit/Section.tsx'
import type { OpinionShown } from '../contract/issue.ts'

/** The files to look at and to keep, and how anyone can verify them without this platform. */
export function OpinionFiles({ opinion }: { readonly opinion: OpinionShown }) {
  const at = `/api/opinions/${opinion.id}`
  const issued = opinion.state === 'ISSUED'
  const search = new URLSearchParams({ number: opinion.no, code: opinion.verificationCode })
  return (
    <Section title={issued ? '文件与核验' : '文件（未签发，不能使用）'}>
      <ul className="opinion-files">
        <li>
          <a href={`${at}/view`} target="_blank" rel="noreferrer">
            在线查看
          </a>
        </li>
        <li>
          <a href={`${at}/content`} download>
            下载意见书（PDF）
          </a>
        </li>
        {issued && (
          <>
            <li>
              <a href={`${at}/opinion.tlog-proof`} download>
                下载签发登记证明（opinion.tlog-proof）
              </a>
            </li>
            <li>
              <a href="/trust.json" download>
                下载信任文件（trust.json）
              </a>
            </li>
            <li>
              <a href={`/check?${search}`} target="_blank" rel="noreferrer">
                打开公开核验页
              </a>
            </li>
          </>
        )}
      </ul>
      {issued && (
        <p className="faint">
          断网也能核验：把 PDF、登记证明和信任文件放在一起，运行{' '}
          <code>npm run verify -- 意见书.pdf --proof opinion.tlog-proof --trust trust.json</code>
          。信任文件应从本平台或您信任的人处另行取得，不要使用随文件一起收到的。
        </p>
      )}
    </Section>
  )
}
