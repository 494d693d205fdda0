/** The cookie that the public pages set and read too (`/care`): one switch for the whole site in this browser. */
const cookie = 'mingjian-care'

/** 关怀版: larger type and stronger contrast. The style sheet does the rest. */
export function restoreCare(): void {
  document.documentElement.toggleAttribute('data-care', document.cookie.split('; ').includes(`${cookie}=on`))
}

export function careIsOn(): boolean {
  return document.documentElement.hasAttribute('data-care')
}

export function switchCare(on: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the store of cookies is not to be had in every browser, and not without https
  document.cookie = `${cookie}=${on ? 'on' : 'off'}; Path=/; SameSite=Lax; Max-Age=${365 * 86_400}`
  restoreCare()
}
