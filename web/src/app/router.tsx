import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { forgetDay } from '../features/appointments/kept-day.js';
import { askWhoIsOverdue } from '../features/appointments/queries.js';
import { fetchToday } from '../features/today/queries.js';
import { auditFilters } from '../features/audit/filters.js';
import { reminderViews, type RemindersView } from '../features/reminders/views.js';
import { caseTab } from '../features/cases/case-tabs.js';
import { fetchCase, type CaseFilters } from '../features/cases/queries.js';
import { patternFilters } from '../features/patterns/filters.js';
import { recallDrafts } from '../forms/sealed-drafts.js';
import { loadWords } from '../i18n/index.js';
import { isDay } from '../lib/days.js';
import { problemOf } from '../lib/problem.js';
import { isLeaving } from '../lib/sealed-storage.js';
import { meQuery } from '../lib/session.js';
import { ErrorPage, NotFoundPage } from './error-page.js';
import { openedPages } from './pages.js';
import { onProblem, queryClient } from './query-client.js';
import { SignedIn } from './signed-in.js';
import { Waiting } from '../ui/waiting.js';

interface Context {
  queryClient: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ notFoundComponent: NotFoundPage });

/** What a page speaks in, fetched beside the page. */
const speaks = <Path extends keyof typeof openedPages>(path: Path) => {
  const { words } = openedPages[path];
  return { path, staticData: { words }, loader: () => loadWords(words) };
};

/** Where to go after signing in: a path of our own, never another site. */
const nextOf = (search: Record<string, unknown>) =>
  typeof search.next === 'string' && /^\/(?!\/)/.test(search.next) ? { next: search.next } : {};

const signIn = createRoute({
  getParentRoute: () => root,
  ...speaks('/sign-in'),
  validateSearch: nextOf,
  component: lazyRouteComponent(() => import('../features/auth/sign-in-page.js'), 'SignInPage'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../features/auth/set-up-page.js'), 'SetUpPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../features/auth/link-page.js'), 'InvitationPage'),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('../features/auth/link-page.js'), 'ResetPage'),
});

/** Every page below needs somebody signed in, with a second factor where one is required. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: SignedIn,
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery).catch((error: unknown) => {
      // A screen that was locked without a line has nothing but the door until there is one.
      if (problemOf(error).status === 401 || isLeaving())
        redirect({ to: '/sign-in', search: { next: location.href }, throw: true });
      throw error;
    });
    if (me.mustEnrolSecondFactor && location.pathname !== '/second-factor')
      redirect({ to: '/second-factor', throw: true });
    await recallDrafts(me.user.id ?? '');
  },
});
const secondFactor = createRoute({
  getParentRoute: () => signedIn,
  path: '/second-factor',
  component: lazyRouteComponent(() => import('../features/auth/second-factor-page.js'), 'SecondFactorPage'),
});

const frame = createRoute({
  getParentRoute: () => signedIn,
  id: 'frame',
  loader: ({ cause, context, location }) => {
    // Today brings the answer along; elsewhere nobody waits for it.
    if (cause === 'enter' && location.pathname !== '/') void askWhoIsOverdue(context.queryClient);
  },
  component: lazyRouteComponent(() => import('./frame/frame.js'), 'Frame'),
});
const todayPage = createRoute({
  getParentRoute: () => frame,
  ...speaks('/'),
  loader: ({ cause, context }) =>
    Promise.all([loadWords(openedPages['/'].words), cause === 'enter' && fetchToday(context.queryClient)]),
  component: lazyRouteComponent(() => import('../features/today/today-page.js'), 'TodayPage'),
});
const cases = createRoute({
  getParentRoute: () => frame,
  ...speaks('/cases'),
  validateSearch: (search: Record<string, unknown>): CaseFilters => ({
    ...(search.status === 'closed' ? { status: 'closed' } : {}),
    ...(typeof search.county === 'string' ? { county: search.county } : {}),
    ...(typeof search.attorney === 'string' ? { attorney: search.attorney } : {}),
    ...(search.upcoming === true ? { upcoming: true } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/cases/cases-page.js'), 'CasesPage'),
});
const casePage = createRoute({
  getParentRoute: () => frame,
  ...speaks('/cases/$clientId'),
  validateSearch: caseTab,
  loader: ({ cause, context: { queryClient }, params: { clientId } }) =>
    Promise.all([
      loadWords(openedPages['/cases/$clientId'].words),
      // Each look into a case is noted: none is taken before somebody goes there, nor at what belongs to one that is refused.
      cause === 'enter' && fetchCase(queryClient, clientId),
    ]),
  component: lazyRouteComponent(() => import('../features/cases/case-page.js'), 'CasePage'),
});
const merge = createRoute({
  getParentRoute: () => frame,
  path: '/cases/$clientId/merge',
  validateSearch: (search: Record<string, unknown>): { other?: string } =>
    typeof search.other === 'string' ? { other: search.other } : {},
  component: lazyRouteComponent(() => import('../features/merging/merge-page.js'), 'MergePage'),
});
const audit = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  validateSearch: auditFilters,
  component: lazyRouteComponent(() => import('../features/audit/audit-page.js'), 'AuditPage'),
});
const emergency = createRoute({
  getParentRoute: () => frame,
  path: '/emergency',
  component: lazyRouteComponent(() => import('../features/emergency/emergency-page.js'), 'EmergencyPage'),
});
const appointments = createRoute({
  getParentRoute: () => frame,
  ...speaks('/appointments'),
  validateSearch: (search: Record<string, unknown>): { from?: string; mine?: boolean } => ({
    ...(typeof search.from === 'string' && isDay(search.from) ? { from: search.from } : {}),
    ...(search.mine === true ? { mine: true } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/appointments/appointments-page.js'), 'AppointmentsPage'),
});
const appointment = createRoute({
  getParentRoute: () => frame,
  ...speaks('/appointments/$appointmentId'),
  component: lazyRouteComponent(() => import('../features/appointments/day-page.js'), 'DayPage'),
});
const logALetter = createRoute({
  getParentRoute: () => frame,
  ...speaks('/log-a-letter'),
  validateSearch: (search: Record<string, unknown>): { client?: string } =>
    typeof search.client === 'string' ? { client: search.client } : {},
  component: lazyRouteComponent(() => import('../features/intake/log-a-letter-page.js'), 'LogALetterPage'),
});
const reminders = createRoute({
  getParentRoute: () => frame,
  path: '/reminders',
  validateSearch: (search: Record<string, unknown>): { view?: RemindersView } => {
    const view = reminderViews.find((one) => one === search.view);
    return view ? { view } : {};
  },
  component: lazyRouteComponent(() => import('../features/reminders/reminders-page.js'), 'RemindersPage'),
});
const patterns = createRoute({
  getParentRoute: () => frame,
  path: '/patterns',
  validateSearch: patternFilters,
  component: lazyRouteComponent(() => import('../features/patterns/patterns-page.js'), 'PatternsPage'),
});
const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-page.js'), 'SettingsPage'),
});
const account = createRoute({
  getParentRoute: () => settings,
  path: '/',
  component: lazyRouteComponent(() => import('../features/settings/account-section.js'), 'AccountSection'),
});
const users = createRoute({
  getParentRoute: () => settings,
  path: '/users',
  component: lazyRouteComponent(() => import('../features/settings/users-section.js'), 'UsersSection'),
});
const places = createRoute({
  getParentRoute: () => settings,
  path: '/places',
  component: lazyRouteComponent(() => import('../features/settings/places-section.js'), 'PlacesSection'),
});
const organization = createRoute({
  getParentRoute: () => settings,
  path: '/organization',
  component: lazyRouteComponent(() => import('../features/settings/organization-section.js'), 'OrganizationSection'),
});
const openings = createRoute({
  getParentRoute: () => settings,
  path: '/emergencies',
  component: lazyRouteComponent(() => import('../features/emergency/openings-section.js'), 'OpeningsSection'),
});

const tokens = createRoute({
  getParentRoute: () => settings,
  path: '/tokens',
  component: lazyRouteComponent(() => import('../features/settings/tokens-section.js'), 'TokensSection'),
});
const plan = createRoute({
  getParentRoute: () => settings,
  path: '/reminder-plan',
  component: lazyRouteComponent(() => import('../features/reminders/plan-section.js'), 'PlanSection'),
});
const accessReviews = createRoute({
  getParentRoute: () => settings,
  path: '/access-reviews',
  component: lazyRouteComponent(
    () => import('../features/oversight/access-reviews-section.js'),
    'AccessReviewsSection',
  ),
});
const retention = createRoute({
  getParentRoute: () => settings,
  path: '/retention',
  component: lazyRouteComponent(() => import('../features/retention/retention-section.js'), 'RetentionSection'),
});
const demands = createRoute({
  getParentRoute: () => settings,
  path: '/legal-demands',
  component: lazyRouteComponent(() => import('../features/legal-demands/demands-section.js'), 'DemandsSection'),
});
const roles = createRoute({
  getParentRoute: () => settings,
  path: '/roles',
  component: lazyRouteComponent(() => import('../features/settings/roles-section.js'), 'RolesSection'),
});
const keys = createRoute({
  getParentRoute: () => settings,
  path: '/keys',
  component: lazyRouteComponent(() => import('../features/settings/keys-section.js'), 'KeysSection'),
});
const wordings = createRoute({
  getParentRoute: () => settings,
  path: '/wordings',
  component: lazyRouteComponent(() => import('../features/reminders/wordings-section.js'), 'WordingsSection'),
});

const routes = root.addChildren([
  signIn,
  setUp,
  invitation,
  reset,
  signedIn.addChildren([
    secondFactor,
    frame.addChildren([
      todayPage,
      cases,
      casePage,
      merge,
      audit,
      emergency,
      appointments,
      appointment,
      logALetter,
      reminders,
      patterns,
      settings.addChildren([
        account,
        users,
        places,
        organization,
        openings,
        tokens,
        plan,
        accessReviews,
        retention,
        demands,
        roles,
        keys,
        wordings,
      ]),
    ]),
  ]),
]);

export const router = createRouter({
  routeTree: routes,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ErrorPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    words?: readonly string[];
  }
}

/** Begins to fetch the page that the address names, while it is still asked who is there. @returns what it speaks in */
export function fetchAhead(): string[] {
  return router.matchRoutes(router.latestLocation).flatMap(({ routeId, staticData }) => {
    // Where this fails, opening the page fails as well, and says so.
    router.loadRouteChunk(router.routesById[routeId as keyof typeof router.routesById])?.catch(() => undefined);
    return staticData.words ?? [];
  });
}

onProblem.sessionOver = () => {
  void forgetDay();
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: { next: href } });
};
onProblem.mustEnrol = () => void router.navigate({ to: '/second-factor' });
