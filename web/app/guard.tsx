import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { Role } from '../texts/words.js';
import { Loading, NoPermission } from '../ui/states.js';
import { hasRole, useMe } from './me.js';
import { homeOf } from './menu.js';

/** Lets people of these roles in; all who are signed in where none is named. The API decides again for each answer. */
export function Guard({ roles, children }: { roles?: readonly Role[]; children: ReactNode }) {
  const me = useMe();
  const { pathname, search } = useLocation();
  if (me === undefined) return <Loading what="页面" />;
  if (me === null) return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  if (roles !== undefined && !hasRole(me, roles)) return <NoPermission />;

  return children;
}

/** `/`: each role's own first page; whoever is not signed in is taken for a citizen. */
export function Home() {
  const me = useMe();
  if (me === undefined) return <Loading what="首页" />;

  return <Navigate to={me === null ? '/welcome' : homeOf(me)} replace />;
}
