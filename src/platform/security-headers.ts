import type { MiddlewareHandler } from 'hono'

/** No inline script anywhere; styles of the signed-in part carry a nonce, public pages use one style sheet. */
export function securityHeaders(nonceOf: () => string, publicUrl: string): MiddlewareHandler {
  const https = publicUrl.startsWith('https:') // the request itself came from the proxy that ended TLS
  return async (c, next) => {
    const nonce = nonceOf()
    c.set('styleNonce', nonce)
    await next()
    const policy = [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "frame-src 'self' blob:",
      "worker-src 'self' blob:",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'self'",
      "object-src 'none'",
    ]
    if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', policy.join('; '))
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'same-origin')
    c.header('cross-origin-opener-policy', 'same-origin')
    c.header('cross-origin-resource-policy', 'same-origin')
    c.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    if (https) c.header('strict-transport-security', 'max-age=31536000')
  }
}
