import { theme, type ThemeConfig } from 'antd';

/** Light letters on dark ground, to be read from afar in a room with little light; nothing moves. `size`: of letters, pixels. */
export const screenTheme = (size: number): ThemeConfig => ({
  inherit: false,
  algorithm: theme.darkAlgorithm,
  cssVar: { key: `huiyin-screen-${size}` },
  token: {
    fontSize: Math.max(14, Math.round(size * 0.9)),
    controlHeight: size * 2 + 4,
    colorPrimary: '#2f7fd0',
    colorBgContainer: '#0e2440',
    colorBgElevated: '#163358',
    colorBorder: '#4d6d92',
    colorText: '#e8f1fb',
    colorTextHeading: '#e8f1fb',
    colorTextSecondary: '#c3d3e5',
    colorTextTertiary: '#a9bdd3',
    colorTextDescription: '#a9bdd3',
    colorTextPlaceholder: '#a9bdd3',
    colorLink: '#8cc4ff',
    borderRadius: 6,
    motion: false,
    fontFamily: "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif",
  },
  components: {
    Segmented: { trackBg: '#0e2440', itemColor: '#c3d3e5', itemSelectedBg: '#1f66b0', itemSelectedColor: '#ffffff' },
  },
});
