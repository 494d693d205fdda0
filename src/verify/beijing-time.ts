const beijingForm = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** `2026-03-02 14:05:00（北京时间）` */
export function beijing(at: number): string {
  return `${beijingForm.format(at)}（北京时间）`
}
