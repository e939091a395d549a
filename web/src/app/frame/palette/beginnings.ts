import type { Permission } from '../../../lib/session.js';

export interface Beginning {
  /** Key of its title and of other words for it, among the words of the palette. */
  name: string;
  to: string;
  /** What begins on that page, by the hash of its address. */
  hash?: string;
  needs: Permission;
}

/** What can be begun from anywhere, the most usual first. */
export const beginnings: Beginning[] = [
  { name: 'letter', to: '/log-a-letter', needs: 'case.write' },
  { name: 'user', to: '/settings/users', hash: 'add', needs: 'users.manage' },
  { name: 'place', to: '/settings/places', hash: 'add-place', needs: 'reference.write' },
  { name: 'office', to: '/settings/places', hash: 'add-office', needs: 'reference.write' },
  { name: 'facility', to: '/settings/places', hash: 'add-facility', needs: 'reference.write' },
  { name: 'emergency', to: '/emergency', needs: 'break_glass.use' },
  { name: 'release', to: '/patterns', hash: 'release', needs: 'release.publish' },
  { name: 'demand', to: '/settings/legal-demands', hash: 'add', needs: 'legal_demand.write' },
  { name: 'hold', to: '/settings/retention', hash: 'hold', needs: 'hold.place' },
  { name: 'token', to: '/settings/tokens', hash: 'add', needs: 'tokens.manage' },
  { name: 'lockdown', to: '/settings/organization', hash: 'lockdown', needs: 'organization.manage' },
  { name: 'calendar', to: '/settings', hash: 'calendar', needs: 'appointment.read' },
  { name: 'factor', to: '/settings', hash: 'second-factor', needs: 'self' },
  { name: 'messages', to: '/settings', hash: 'language', needs: 'self' },
  { name: 'password', to: '/settings', hash: 'password', needs: 'self' },
];
