import { DetailedError, Upload } from 'tus-js-client'

/** Each request carries at most this much, so that a broken line costs little. */
const PART = 32 << 20

export interface Sending {
  readonly file: File
  readonly sha256: string
  /** The draft, commission or case that the file is for. */
  readonly matter: string | undefined
  readonly progress: (bytes: number) => void
  readonly signal: AbortSignal
}

/**
 * Sends a file by tus and answers the id of the upload. An upload of the same bytes that was broken off, in this browser
 * and even before a restart, goes on where the server stopped receiving.
 */
export function sendFile({ file, sha256, matter, progress, signal }: Sending): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: '/api/uploads',
      chunkSize: PART,
      retryDelays: [0, 1000, 3000, 6000, 12_000, 30_000],
      metadata: { filename: file.name, sha256, ...(matter ? { matter } : {}) },
      fingerprint: async () => `mingjian-${sha256}-${matter ?? ''}`,
      removeFingerprintOnSuccess: true,
      onProgress: progress,
      onSuccess: () => resolve(upload.url?.split('/').at(-1) ?? ''),
      onError: (error) => reject(new Error(sentenceOf(error))),
    })
    signal.addEventListener('abort', () => void upload.abort().then(() => reject(signal.reason)), {
      once: true,
    })
    void upload.findPreviousUploads().then(([before]) => {
      if (before) upload.resumeFromPreviousUpload(before)
      if (!signal.aborted) upload.start()
    })
  })
}

function sentenceOf(error: Error): string {
  const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined
  try {
    const problem: unknown = JSON.parse(body ?? '')
    if (typeof problem === 'object' && problem !== null && 'detail' in problem) return String(problem.detail)
  } catch {
    // no answer reached us: what follows says so
  }
  return '网络中断，已传的部分保留在服务器上。请检查网络后点“继续”。'
}
