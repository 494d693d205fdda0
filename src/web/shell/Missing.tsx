import { Page } from '../kit/Page.tsx'
import { To } from '../kit/To.tsx'

/** For addresses that no screen has. */
export function Missing() {
  return (
    <Page title="没有这个页面">
      <div className="sheet">
        <p>地址可能写错了，或者页面已经改了地方。</p>
        <p>
          <To to="/">回到“等我办理”</To>
        </p>
      </div>
    </Page>
  )
}
