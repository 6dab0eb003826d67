import { createTheme } from '@mui/material/styles'

const fonts = [
  'system-ui',
  '-apple-system',
  '"Segoe UI"',
  'Roboto',
  '"Noto Sans"',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  'sans-serif',
].join(', ')

const hairline = '1px solid var(--mui-palette-divider)'
const focusRing = {
  outline: '2px solid var(--mui-palette-primary-main)',
  outlineOffset: 1,
}

/** The one look of what can't be pressed, be it out of the reach of the keyboard or not. */
const disabledLook = {
  '&[aria-disabled=true], &.Mui-disabled': {
    color: 'var(--mui-palette-action-disabled)',
    cursor: 'not-allowed',
    pointerEvents: 'auto',
  },
  '&.MuiButton-contained[aria-disabled=true], &.MuiButton-contained.Mui-disabled': {
    backgroundColor: 'var(--mui-palette-action-disabledBackground)',
  },
  '&.MuiButton-outlined[aria-disabled=true], &.MuiButton-outlined.Mui-disabled': {
    borderColor: 'var(--mui-palette-action-disabledBackground)',
  },
} as const

/** The look of Mooring: calm, dense, with hairlines instead of shadows; light and dark. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-scheme' },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#0b5c7a', light: '#5aa0ba' },
        secondary: { main: '#b3660a' },
        success: { main: '#1f7a4d' },
        warning: { main: '#9a5b00' },
        error: { main: '#b3261e' },
        info: { main: '#2f6f9f' },
        background: { default: '#f5f7f9', paper: '#ffffff' },
        divider: '#dbe2e8',
        text: { primary: '#14212b', secondary: '#4d5d69' },
      },
    },
    dark: {
      palette: {
        primary: { main: '#6cc3e0', light: '#3b7f97' },
        secondary: { main: '#f0b45c' },
        success: { main: '#63c795' },
        warning: { main: '#e9b25a' },
        error: { main: '#ff8a80' },
        info: { main: '#7fb7e0' },
        background: { default: '#0e151b', paper: '#151e26' },
        divider: '#2a3742',
        text: { primary: '#e6edf2', secondary: '#a6b5c0' },
      },
    },
  },
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: fonts,
    fontSize: 13.5,
    body1: { fontSize: 14 },
    body2: { fontSize: 13.5 },
    button: { textTransform: 'none', fontWeight: 600 },
    h5: { fontSize: 22, fontWeight: 650 },
    h6: { fontSize: 17, fontWeight: 650 },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        // Instead of `inherit`, with which the browser can't tell that thousands of cells look alike.
        '*, *::before, *::after': { boxSizing: 'border-box' },
        'a:focus-visible': { ...focusRing, borderRadius: 2 },
        'button:focus-visible, [type=checkbox]:focus-visible': focusRing,
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '1ms !important',
            transitionDuration: '1ms !important',
            scrollBehavior: 'auto !important',
          },
        },
      },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, size: 'small' },
      styleOverrides: { root: disabledLook },
    },
    // Margins would not reach what a hint is around.
    MuiStack: { defaultProps: { useFlexGap: true } },
    MuiInputBase: { styleOverrides: { root: { fontSize: 14 } } },
    MuiInputLabel: { styleOverrides: { root: { fontSize: 14 } } },
    MuiMenuItem: { styleOverrides: { root: { fontSize: 14 } } },
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    MuiAutocomplete: { defaultProps: { size: 'small' } },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiPopover: {
      styleOverrides: {
        paper: { border: hairline, boxShadow: '0 4px 16px rgb(0 0 0 / 0.12)' },
      },
    },
    // The page itself never scrolls; to keep it from that has the browser lay it out once more.
    MuiModal: { defaultProps: { disableScrollLock: true } },
    MuiDialog: {
      styleOverrides: { paper: { border: hairline, boxShadow: '0 8px 32px rgb(0 0 0 / 0.2)' } },
    },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: 18, fontWeight: 650 } } },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: {
        root: {
          '&:focus-visible': focusRing,
        },
      },
    },
  },
})
