const key = 'mingjian-care'

/** 关怀版: larger type and stronger contrast, kept on this device. The style sheet does the rest. */
export function restoreCare(): void {
  document.documentElement.toggleAttribute('data-care', localStorage.getItem(key) === 'on')
}

export function careIsOn(): boolean {
  return document.documentElement.hasAttribute('data-care')
}

export function switchCare(on: boolean): void {
  localStorage.setItem(key, on ? 'on' : 'off')
  restoreCare()
}
