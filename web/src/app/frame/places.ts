import { useMay, type Permission } from '../../lib/session.js';

export interface PlaceInFrame {
  to: '/' | '/cases' | '/appointments' | '/reminders' | '/patterns' | '/audit' | '/settings' | '/log-a-letter';
  name: string;
  /** The four that fit on a phone. */
  onPhones: boolean;
  /** Stands in the top bar on wide screens. */
  onlyPhones?: boolean;
  needs?: Permission;
}

const all: PlaceInFrame[] = [
  { to: '/', name: 'today', onPhones: true, needs: 'appointment.read' },
  { to: '/log-a-letter', name: 'log', onPhones: true, onlyPhones: true, needs: 'case.write' },
  { to: '/cases', name: 'cases', onPhones: false, needs: 'case.read' },
  { to: '/appointments', name: 'appointments', onPhones: true, needs: 'appointment.read' },
  { to: '/reminders', name: 'reminders', onPhones: false, needs: 'reminder.read' },
  { to: '/patterns', name: 'patterns', onPhones: false, needs: 'patterns.read' },
  { to: '/audit', name: 'audit', onPhones: true, needs: 'audit.read' },
  { to: '/settings', name: 'settings', onPhones: false },
];

/** What is in reach of this role. On a phone the settings stand in the bar where it has room for them. */
export function usePlaces(): PlaceInFrame[] {
  const may = useMay();
  const mine = all.filter(({ needs }) => !needs || may(needs));
  const hasRoom = mine.filter(({ onPhones }) => onPhones).length < 3;
  return mine.map((place) => (place.to === '/settings' ? { ...place, onPhones: hasRoom } : place));
}
