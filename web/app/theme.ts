import type { ThemeConfig } from 'antd';

/** Greys and lamp colours dark enough to be read (WCAG AA: 4.5 to 1 on white and on the page's ground). */
export const theme: ThemeConfig = {
  cssVar: { key: 'huiyin' },
  token: {
    colorPrimary: '#0b57a4',
    colorLink: '#0b57a4',
    linkDecoration: 'underline',
    colorSuccess: '#1d6b34',
    colorWarning: '#8a5a00',
    colorError: '#b3261e',
    colorText: '#1f2933',
    colorTextSecondary: '#4a5560',
    colorTextTertiary: '#55606b',
    colorTextDescription: '#4a5560',
    colorTextPlaceholder: '#66707b',
    borderRadius: 6,
    fontFamily: "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif",
  },
  components: { Layout: { headerBg: '#0b3a6f', headerColor: '#fff', headerHeight: 52, headerPadding: '0 16px' } },
};
