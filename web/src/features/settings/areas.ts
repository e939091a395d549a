import type { Permission } from '../../lib/session.js';

interface SettingsPage {
  to: string;
  /** Key of its title among the words of the settings. */
  title: string;
  /** One of these lets somebody see it; left out, everybody does. */
  needs?: Permission[];
}

/** Every page of the settings, and who has it in the navigation. What they may do there, each asks for itself. */
export const areas: { name: string; pages: SettingsPage[] }[] = [
  {
    name: 'mine',
    pages: [
      { to: '/settings', title: 'account.title' },
      { to: '/settings/tokens', title: 'tokens.title', needs: ['tokens.manage'] },
    ],
  },
  {
    name: 'office',
    pages: [
      { to: '/settings/users', title: 'users.title', needs: ['directory.read'] },
      { to: '/settings/roles', title: 'roles' },
      { to: '/settings/places', title: 'places.title' },
      { to: '/settings/organization', title: 'organization.title' },
      { to: '/settings/reminder-plan', title: 'plan', needs: ['plan.manage'] },
      { to: '/settings/wordings', title: 'wordings', needs: ['plan.manage'] },
      { to: '/settings/keys', title: 'keys.title', needs: ['organization.manage'] },
    ],
  },
  {
    name: 'oversight',
    pages: [
      { to: '/settings/emergencies', title: 'emergencies', needs: ['break_glass.read'] },
      { to: '/settings/access-reviews', title: 'accessReviews', needs: ['access_review.read'] },
      { to: '/settings/retention', title: 'retention', needs: ['retention.read', 'purge.read'] },
      { to: '/settings/legal-demands', title: 'demands', needs: ['legal_demand.read'] },
    ],
  },
];
