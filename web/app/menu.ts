import type { Me } from '../../api/contract/session.js';
import { roleWords, type Role } from '../texts/words.js';

export interface MenuItem {
  readonly path: string;
  readonly label: string;
  readonly roles: readonly Role[];
  /** Not for everybody of these roles. */
  readonly onlyIf?: (me: Me) => boolean;
}

const staff = (Object.keys(roleWords) as Role[]).filter((role) => role !== 'citizen' && role !== 'admin');

/** The pages of the menu, in the order in which each role has them; the first is that role's home. */
export const menu: readonly MenuItem[] = [
  { path: '/board', label: '督办看板', roles: ['supervisor'] },
  { path: '/supervision', label: '督办', roles: ['supervisor'] },
  { path: '/lead', label: '领办', roles: ['leader'] },
  { path: '/intake', label: '来电登记', roles: ['agent', 'supervisor'] },
  { path: '/callbacks', label: '回访', roles: ['callback', 'supervisor'] },
  { path: '/tasks', label: '待办', roles: ['clerk', 'deputy', 'agent', 'callback', 'leader', 'supervisor', 'policy'] },
  { path: '/cases', label: '诉求件', roles: staff },
  {
    path: '/screen',
    label: '数据大屏',
    roles: ['supervisor', 'leader', 'policy', 'process-owner'],
    onlyIf: ({ readsFigures }) => readsFigures,
  },
  { path: '/incidents', label: '流程故障', roles: ['supervisor', 'process-owner'] },
  { path: '/users', label: '账号', roles: ['admin'] },
  { path: '/outbox', label: '发件箱', roles: ['supervisor', 'admin'] },
  { path: '/my-cases', label: '我的诉求', roles: ['citizen'] },
  { path: '/report', label: '提交诉求', roles: ['citizen'] },
  { path: '/follow', label: '查询进度', roles: ['citizen'] },
];

export const menuOf = (me: Me): readonly MenuItem[] =>
  menu.filter(({ roles, onlyIf = () => true }) => roles.some((role) => me.roles.includes(role)) && onlyIf(me));

/** Where a person begins the day. */
export const homeOf = (me: Me): string => menuOf(me)[0]?.path ?? '/account';
