import {
  appointmentsChange,
  appointmentsGet,
  appointmentsRemove,
  arrestsChange,
  arrestsGet,
  arrestsOfClientCreate,
  arrestsRemove,
  clientAppointmentsCreate,
  custodyEventsChange,
  custodyEventsGet,
  custodyEventsOfClientCreate,
  custodyEventsRemove,
  fingerprintEventsChange,
  fingerprintEventsGet,
  fingerprintEventsOfClientCreate,
  fingerprintEventsRemove,
  lettersChange,
  lettersGet,
  lettersOfClientCreate,
  lettersRemove,
} from '../../api/client.js';
import type { Values } from '../../forms/draft.js';
import type { Once } from '../../lib/version.js';
import type { Group } from '../../forms/record-form.js';

export type RecordKind = 'arrest' | 'fingerprintEvent' | 'letter' | 'appointment' | 'custodyEvent';

interface Described {
  noun: string;
  /** Names of groups are words of the namespace `cases`; the first group is always open. */
  groups: readonly Group[];
  ahead?: readonly string[];
  create: (clientId: string, values: Values, once: Once) => Promise<unknown>;
  get: (id: string) => Promise<unknown>;
  change: (id: string, version: string, values: Values) => Promise<unknown>;
  remove: (id: string) => Promise<unknown>;
}

/** What a person writes of each kind of record, most asked first. The API checks every value again. */
export const recordKinds: Record<RecordKind, Described> = {
  arrest: {
    noun: 'CreateArrest',
    groups: [
      { fields: ['arrestedOn', 'agency', 'chargeLevel', 'chargeDescription', 'county', 'precinct'] },
      {
        title: 'criminalCase',
        fields: ['chargeStatute', 'chargeCategory', 'disposition', 'dispositionOn', 'nextCourtOn', 'release'],
      },
      { title: 'more', fields: ['arrestedOnPrecision', 'process', 'printBasis', 'detainer', 'notes'] },
    ],
    ahead: ['nextCourtOn'],
    create: (clientId, values, once) => arrestsOfClientCreate(clientId, values as never, once),
    get: (id) => arrestsGet(id),
    change: (id, version, values) => arrestsChange(id, version, values),
    remove: (id) => arrestsRemove(id),
  },
  fingerprintEvent: {
    noun: 'CreateFingerprintEvent',
    groups: [
      { fields: ['takenOn', 'reason', 'agency', 'civilReason'] },
      { title: 'more', fields: ['takenOnPrecision', 'method', 'hitType', 'path', 'notes'] },
    ],
    create: (clientId, values, once) => fingerprintEventsOfClientCreate(clientId, values as never, once),
    get: (id) => fingerprintEventsGet(id),
    change: (id, version, values) => fingerprintEventsChange(id, version, values),
    remove: (id) => fingerprintEventsRemove(id),
  },
  letter: {
    noun: 'CreateLetter',
    groups: [
      {
        fields: [
          'receivedOn',
          'letterDatedOn',
          'form',
          'evidenceGrade',
          'reportAt',
          'reportingPlaceId',
          'room',
          'decision',
        ],
      },
      {
        title: 'whatItSays',
        fields: [
          'postmarkedOn',
          'askFor',
          'officialName',
          'officialTitle',
          'statedReason',
          'authorityCited',
          'mentionsDetention',
          'documentsDemanded',
          'verbatim',
        ],
      },
      {
        title: 'more',
        fields: [
          'trigger',
          'confidence',
          'advisedOn',
          'advisedById',
          'delivery',
          'addressedTo',
          'sequence',
          'reachedUsVia',
          'notes',
        ],
      },
    ],
    ahead: ['reportAt'],
    create: (clientId, values, once) => lettersOfClientCreate(clientId, values as never, once),
    get: (id) => lettersGet(id),
    change: (id, version, values) => lettersChange(id, version, values),
    remove: (id) => lettersRemove(id),
  },
  appointment: {
    noun: 'CreateAppointment',
    groups: [{ fields: ['startsAt', 'kind', 'placeId', 'room', 'status', 'cap'] }],
    ahead: ['startsAt'],
    create: (clientId, values, once) => clientAppointmentsCreate(clientId, values as never, once),
    get: (id) => appointmentsGet(id),
    change: (id, version, values) => appointmentsChange(id, version, values),
    remove: (id) => appointmentsRemove(id),
  },
  custodyEvent: {
    noun: 'CreateCustodyEvent',
    groups: [
      { fields: ['kind', 'at', 'facilityId', 'basis', 'amount', 'court', 'releaseReason'] },
      { title: 'more', fields: ['state', 'notes'] },
    ],
    create: (clientId, values, once) => custodyEventsOfClientCreate(clientId, values as never, once),
    get: (id) => custodyEventsGet(id),
    change: (id, version, values) => custodyEventsChange(id, version, values),
    remove: (id) => custodyEventsRemove(id),
  },
};
