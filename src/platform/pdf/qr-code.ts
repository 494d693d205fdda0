import QRCode from 'qrcode'

/** A QR code of the text as a black SVG with the quiet zone of four modules that readers need. */
export function qrSvg(text: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 8
  const path = Array.from(modules.data, (dark, i) =>
    dark ? `M${(i % modules.size) + 4} ${Math.floor(i / modules.size) + 4}h1v1h-1z` : '',
  ).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`
}
