import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://127.0.0.1:8080'

/**
 * Builds the signed-in application (dist/web; the server puts its per-request style nonce into index.html) and, by itself,
 * the scripts of /verify and of /draws/:id (dist/public), so that a visitor loads nothing of the application.
 */
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
  environments: {
    verify: {
      consumer: 'client',
      build: {
        outDir: '../../dist/public',
        emptyOutDir: true,
        target: 'es2023',
        modulePreload: false,
        rolldownOptions: {
          input: { 'verify-page': 'src/public/browser/verify-page.ts' },
          output: { entryFileNames: '[name]-[hash].js', codeSplitting: false },
        },
      },
    },
    draw: {
      consumer: 'client',
      build: {
        outDir: '../../dist/public',
        emptyOutDir: false, // built after the checker, beside it
        target: 'es2023',
        modulePreload: false,
        rolldownOptions: {
          input: { 'draw-page': 'src/public/browser/draw-page.ts' },
          output: { entryFileNames: '[name]-[hash].js', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp({ build, environments }) {
      for (const environment of Object.values(environments))
        if (environment.config.consumer === 'client') await build(environment)
    },
  },
  server: {
    port: 5173,
    // everything that is not the application is answered by the server: operations, public pages, uploads
    proxy: { '^/(?!app(/|$)|@|node_modules/)': { target: server, changeOrigin: false } },
  },
})
