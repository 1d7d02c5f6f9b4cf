import type { ComponentType } from 'react';
import { createBrowserRouter, useRouteError, type RouteObject } from 'react-router';
import type { Role } from '../texts/words.js';
import { Failed, NoPermission } from '../ui/states.js';
import { Guard, Home } from './guard.js';
import { menu } from './menu.js';
import { Shell } from './shell.js';

type Load = () => Promise<ComponentType>;

/** A page that everybody may open. */
const open = (path: string, load: Load): RouteObject => ({ path, lazy: async () => ({ Component: await load() }) });

/** A page for those whose menu has it; with `roles`, for these. Loaded when it is first opened. */
const guarded = (path: string, load: Load, roles: readonly Role[] | undefined = rolesOf(path)): RouteObject => ({
  path,
  lazy: async () => {
    const Page = await load();

    return {
      Component: () => (
        <Guard {...(roles && { roles })}>
          <Page />
        </Guard>
      ),
    };
  },
});

const rolesOf = (path: string): readonly Role[] | undefined => menu.find((item) => item.path === path)?.roles;

function Broken() {
  const error = useRouteError();

  return <Failed error={error instanceof Error ? error : new Error(String(error))} retry={() => location.reload()} />;
}

export const pages = createBrowserRouter([
  {
    Component: Shell,
    ErrorBoundary: Broken,
    HydrateFallback: () => null,
    children: [
      { index: true, Component: Home },
      open('welcome', async () => (await import('./welcome-page.js')).WelcomePage),
      open('sign-in', async () => (await import('./sign-in-page.js')).SignInPage),
      guarded('/tasks', async () => (await import('../tasks/inbox-page.js')).InboxPage),
      guarded('/cases', async () => (await import('../cases/cases-page.js')).CasesPage),
      guarded('/users', async () => (await import('../users/users-page.js')).UsersPage),
      guarded('/outbox', async () => (await import('../outbox/outbox-page.js')).OutboxPage),
      guarded('/cases/:caseNumber', async () => (await import('../case/case-page.js')).CasePage, rolesOf('/cases')),
      guarded('/intake', async () => (await import('../intake/intake-page.js')).IntakePage),
      guarded('/board', async () => (await import('../board/board-page.js')).BoardPage),
      guarded('/screen', async () => (await import('../screen/screen-page.js')).ScreenPage),
      guarded('/supervision', async () => (await import('../supervision/supervision-page.js')).SupervisionPage),
      guarded('/incidents', async () => (await import('../incidents/incidents-page.js')).IncidentsPage),
      guarded('/instances/:caseNumber', async () => (await import('../instances/instance-page.js')).InstancePage),
      open('report', async () => (await import('../citizen/report-page.js')).ReportPage),
      open('follow', async () => (await import('../citizen/follow-page.js')).FollowPage),
      open('privacy', async () => (await import('../citizen/privacy-page.js')).PrivacyPage),
      guarded('/my-cases', async () => (await import('../citizen/my-cases-page.js')).MyCasesPage),
      guarded(
        '/my-cases/:caseNumber',
        async () => (await import('../citizen/my-case-page.js')).MyCasePage,
        rolesOf('/my-cases'),
      ),
      guarded('/tasks/:taskKey', async () => (await import('../tasks/task-page.js')).TaskPage, rolesOf('/tasks')),
      guarded('/callbacks', async () => (await import('../callback/callback-page.js')).CallbackPage),
      guarded('/lead', async () => (await import('../lead/lead-page.js')).LeadPage),
      guarded('/lead/:taskKey', async () => (await import('../lead/lead-task-page.js')).LeadTaskPage, rolesOf('/lead')),
      guarded('/account', async () => (await import('./account-page.js')).AccountPage),
      { path: '*', Component: () => <NoPermission>没有这个页面。</NoPermission> },
    ],
  },
]);
