import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://127.0.0.1:8080'

/** Builds the signed-in application. The server puts its per-request style nonce into index.html. */
export default defineConfig({
  root: 'src/web',
  base: '/app/',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 5173,
    // everything that is not the application is answered by the server: operations, public pages, uploads
    proxy: { '^/(?!app(/|$)|@|node_modules/)': { target: server, changeOrigin: false } },
  },
})
