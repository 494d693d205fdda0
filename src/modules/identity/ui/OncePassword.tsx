import { Button } from 'antd'

interface OncePasswordProps {
  readonly login: string
  readonly password: string
  readonly onDone: () => void
}

/** An initial password, shown this once: the platform keeps only its hash. */
export function OncePassword({ login, password, onDone }: OncePasswordProps) {
  return (
    <div className="once" role="status">
      <p>请当面或通过可靠途径交给本人。离开本页后不能再查看，遗失只能重置。</p>
      <dl className="facts">
        <div>
          <dt>登录名</dt>
          <dd className="number">{login}</dd>
        </div>
        <div>
          <dt>初始密码</dt>
          <dd>
            <code className="secret">{password}</code>
          </dd>
        </div>
      </dl>
      <Button type="primary" onClick={onDone}>
        已经记下
      </Button>
    </div>
  )
}
