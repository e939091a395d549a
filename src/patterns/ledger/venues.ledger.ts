import type { VenueFact } from '../pattern-venue.entity.js';
import type { Ledger } from './ledger.js';

/** What each column says of an observation `v`. It never held anything about a client; here it does not name the observer either. */
const facts: Record<VenueFact, string> = {
  observedOn: 'v.observed_on',
  observedMonth: `date_trunc('month', v.observed_on::timestamp)::date`,
  observedWeek: `date_trunc('week', v.observed_on::timestamp)::date`,
  placeId: 'v.place_id',
  attorneysSeen: 'v.attorneys_seen',
  unrepresentedSeen: 'v.unrepresented_seen',
  othersSeen: 'v.others_seen',
  detainedKnown: 'v.detained_known',
  observerRole: 'v.observer_role',
  source: 'v.source',
};

/** One row for each observation of a waiting room. */
export const venuesLedger: Ledger<VenueFact> = {
  table: 'pattern_venues',
  source: 'observation_id',
  by: 'observation_id',
  id: 'v.id',
  facts,
  from: (only) => `FROM venue_observations v WHERE v.organization_id = $1 ${only('v', 'id')}`,
};
