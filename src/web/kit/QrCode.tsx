import QRCode from 'qrcode'

const QUIET_ZONE = 4

/** A QR code as SVG: one path, one unit per module, with the quiet zone that ISO/IEC 18004 asks for. */
export function QrCode({
  text,
  label,
  width = 208,
}: {
  readonly text: string
  readonly label: string
  readonly width?: number
}) {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const cells = Array.from(data, (dark, at) =>
    dark ? `M${(at % size) + QUIET_ZONE} ${Math.floor(at / size) + QUIET_ZONE}h1v1h-1z` : '',
  )
  const side = size + 2 * QUIET_ZONE
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={width}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={cells.join('')} fill="#000" />
    </svg>
  )
}
