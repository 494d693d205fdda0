import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import chinese from 'antd/lib/locale/zh_CN.js'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './style/frame.css'
import './style/kit.css'
import './style/deeds.css'
import './style/narrow.css'
import { speakChinese } from '#kernel/chinese-messages.ts'
import { routerOf } from './router.tsx'
import { screens } from './screens.ts'
import { restoreCare } from './shell/care.ts'
import { theme } from './theme.ts'

speakChinese()
restoreCare()

const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 5_000 } } })
const router = routerOf(screens)
const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? ''
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <ConfigProvider
      locale={chinese.default}
      theme={theme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      getPopupContainer={() => document.getElementById('main') ?? document.body}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  </StrictMode>,
)
