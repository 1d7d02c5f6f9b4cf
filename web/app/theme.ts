import type { ThemeConfig } from 'antd';

/**
 * Greys, links and lamp colours dark enough to be read (WCAG AA: 4.5 to 1 on white and on the page's ground), also while they are
 * pointed at or pressed: what antd would derive for that is lighter, here it is darker.
 */
const theme: ThemeConfig = {
  cssVar: { key: 'huiyin' },
  token: {
    colorPrimary: '#0b57a4',
    colorPrimaryHover: '#09488a',
    colorPrimaryActive: '#07386c',
    colorLink: '#0b57a4',
    colorLinkHover: '#09488a',
    colorLinkActive: '#07386c',
    linkDecoration: 'underline',
    colorSuccess: '#1d6b34',
    colorWarning: '#8a5a00',
    colorError: '#b3261e',
    colorErrorHover: '#96201a',
    colorErrorActive: '#7a1914',
    // What antd derives from dark colours is muddy.
    colorSuccessBg: '#edf7ef',
    colorSuccessBorder: '#9ccaa6',
    colorWarningBg: '#fff8e1',
    colorWarningBorder: '#e3c46d',
    colorErrorBg: '#fdf0ee',
    colorErrorBorder: '#ecb4af',
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

/** Nothing moves for people who asked their system for it. */
export const themeFor = (still: boolean): ThemeConfig => ({ ...theme, token: { ...theme.token, motion: !still } });
