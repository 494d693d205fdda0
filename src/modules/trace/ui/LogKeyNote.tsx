/** Whose key the checks on this page rest on, and how not to depend on it. */
export function LogKeyNote({ vkey }: { readonly vkey?: string }) {
  return (
    <p className="faint trace-key">
      核对在您的浏览器里进行，但所用的日志密钥来自本服务器
      {vkey && (
        <>
          ：<code>{vkey}</code>
        </>
      )}
      。要不依赖本服务器，请把它与您另行取得并留存的 <a href="/trust.json">trust.json</a> 中的 log.vkey 比对；
      <a href="/log">公开日志</a>可以用别人的工具核对。
    </p>
  )
}
