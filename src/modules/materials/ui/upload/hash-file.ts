import type { FromHashWorker } from './hash-worker.ts'

/** SHA-256 of a file, lower-case hex, counted in a worker. `progress` gets the bytes read so far. */
export function hashFile(
  file: File,
  progress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' })
    const end = (act: () => void) => {
      worker.terminate()
      act()
    }
    signal.addEventListener('abort', () => end(() => reject(signal.reason)), { once: true })
    worker.onerror = () => end(() => reject(new Error('哈希计算没有启动，请刷新页面后重试。')))
    worker.onmessage = ({ data }: MessageEvent<FromHashWorker>) => {
      if ('hashed' in data) progress(data.hashed)
      else if ('sha256' in data) end(() => resolve(data.sha256))
      else end(() => reject(new Error('文件读取中断：它可能已被移动或修改，请重新选择。')))
    }
    worker.postMessage(file)
  })
}
