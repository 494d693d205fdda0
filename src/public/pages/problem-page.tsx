import { Problem, type ProblemType, problems } from '#kernel/problem.ts'
import { Sentence } from '../parts/Sentence.tsx'
import type { PublicPage } from '../public-page.tsx'

/** Who can do what about a refusal of each kind, beyond the one line that every refusal carries. */
const ways: Readonly<Record<ProblemType, string>> = {
  malformed:
    '没有任何内容被改动。每一处不符都会单独指出；从其他程序调用的，请对照接口说明检查字段名称和格式。',
  unauthenticated: '登录状态在一段时间不操作后失效，这是为了防止他人使用您的电脑办理。已保存的草稿不会丢失。',
  'step-up-required': '签名、签发、改变权限这类操作须在几分钟内重新证明是本人，即使已经登录。',
  'not-permitted': '每项操作由哪些角色、在什么关系下办理，是事先公布的；拒绝时会写明缺少哪一项。',
  'not-found': '不存在的和您无权看到的，答复相同，以免由此推知他人的案件。',
  'wrong-state': '办理有先后：例如受理之前不能签订协议。页面打开之后，可能已有别人先一步办理。',
  'stale-version': '您打开页面之后，另一个人先保存了同一份内容。您填写的内容没有覆盖他的。',
  'key-reused': '同一个提交标识只能用于同一次提交，用来保证重复点击不会办理两次。',
  'too-large': '文件可以断点续传，上传后在表单里引用。',
  'rule-violated':
    '每条被违反的规则都列出代号、条款、原因和办法。标为“提示”的，写明理由后可以继续，理由会一并留痕。',
  'too-many': '限制的是同一来源在一段时间内的次数，用来防止猜测口令和验证码。等待提示的时间后即可继续。',
  unavailable: '没有得到确认的操作，要么没有生效，要么只生效一次：用同一页面重试不会重复办理。',
  internal: '这是程序的缺陷，已连同请求编号记录下来。请不要反复提交。',
}

/** `/problems/:type`: what a refusal of this kind means and what to do. */
export function problemPage(type: string): PublicPage {
  const known = Object.keys(problems).find((each): each is ProblemType => each === type)
  if (!known) throw new Problem('not-found', `没有名为“${type}”的问题类型。`)
  const { title, status, advice } = problems[known]
  return {
    title,
    body: (
      <article className="prose">
        <h1>{title}</h1>
        <p className="lead">{advice}</p>
        <p>{ways[known]}</p>
        <p className="faint">
          问题类型 <code>{known}</code>，HTTP 状态 {status}（RFC 9457）。
        </p>
        <OtherProblems except={known} />
      </article>
    ),
  }
}

function OtherProblems({ except }: { readonly except: ProblemType }) {
  const others = Object.entries(problems).filter(([type]) => type !== except)
  return (
    <section>
      <h2>其他问题</h2>
      <ul className="plain">
        {others.map(([type, { title }]) => (
          <li key={type}>
            <a href={`/problems/${type}`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A refusal that a visitor met on a public page. */
export function problemBody({ type, detail }: Problem) {
  const { title, advice } = problems[type]
  return (
    <article className="prose">
      <h1>{title}</h1>
      <Sentence tone="refused" word="没有办成">
        {detail}
      </Sentence>
      <p>{advice}</p>
      <p>
        <a href={`/problems/${type}`}>这是什么意思</a>
      </p>
      <p>
        <a href="/">回到首页</a>
      </p>
    </article>
  )
}
