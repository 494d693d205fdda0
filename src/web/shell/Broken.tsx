import { Button } from 'antd'

/** In place of a page that cannot be shown: most often a part of it has been replaced by a newer version meanwhile. */
export function Broken() {
  return (
    <section className="problem" role="alert">
      <h2>这个页面没能显示出来</h2>
      <p>可能平台刚更新过，这一页还是旧的；也可能网络断了。已经办成的事不受影响，已保存的草稿还在。</p>
      <p>请重新载入；重新载入后仍不行的，请记下现在的时间，联系管理员。</p>
      <Button type="primary" onClick={() => location.reload()}>
        重新载入
      </Button>
    </section>
  )
}
