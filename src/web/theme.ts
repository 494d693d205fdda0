import type { ThemeConfig } from 'antd'

/** The palette of the house. Vermilion only for seals, signatures and refusals; green only for proven; amber for due soon. */
export const colour = {
  ink: '#1b2733',
  faint: '#566370',
  paper: '#ffffff',
  ground: '#f5f6f8',
  line: '#dfe3e8',
  edge: '#87929e',
  working: '#1f4e8c',
  workingHover: '#2a63ad',
  vermilion: '#b3392c',
  proven: '#2f7d4f',
  dueSoon: '#9a6700',
} as const

export const fontFamily =
  '"Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'

/** One calm theme: corners of 4 px, no motion, no shadow except on what floats. */
export const theme: ThemeConfig = {
  token: {
    fontFamily,
    fontSize: 14,
    fontSizeLG: 16,
    fontSizeSM: 12,
    borderRadius: 4,
    borderRadiusLG: 4,
    borderRadiusSM: 4,
    motion: false,
    colorPrimary: colour.working,
    colorPrimaryHover: colour.workingHover,
    colorLink: colour.working,
    colorLinkHover: colour.workingHover,
    colorText: colour.ink,
    colorTextSecondary: colour.faint,
    colorTextDescription: colour.faint,
    colorTextPlaceholder: '#66727e',
    colorTextDisabled: '#66727e',
    colorBgLayout: colour.ground,
    colorBorder: colour.edge,
    colorBorderSecondary: colour.line,
    colorError: colour.vermilion,
    colorErrorText: colour.vermilion,
    colorSuccess: colour.proven,
    colorWarning: colour.dueSoon,
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 4px' },
  },
}
