import { AccessReview } from '../../src/access/access-review.entity.js';
import type { Clinic } from './application.js';

/**
 * Bodies of requests with defaults that fit together: an arrest and a print on 2018-02-14, a letter dated two weeks
 * later, an appointment a week after that; the clock of the tests stands at 2018-03-01. Overrides win.
 */
type Body = Record<string, unknown>;

let made = 0;

/** A person; each has a name of their own, so that nobody is taken for a duplicate. */
export const aClient = (overrides: Body = {}): Body => {
  made += 1;
  return {
    legalName: `Person${made.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)} Example`,
    county: 'bronx',
    consents: [{ kind: 'record_keeping', givenOn: '2018-02-28' }],
    ...overrides,
  };
};

export const anArrest = (overrides: Body = {}): Body => ({
  arrestedOn: '2018-02-14',
  agency: 'nypd',
  county: 'bronx',
  process: 'desk_appearance_ticket',
  chargeLevel: 'misdemeanor_b',
  ...overrides,
});

export const aPrint = (overrides: Body = {}): Body => ({
  takenOn: '2018-02-14',
  reason: 'arrest',
  agency: 'nypd',
  ...overrides,
});

export const aLetter = (overrides: Body = {}): Body => ({
  letterDatedOn: '2018-02-26',
  receivedOn: '2018-03-01',
  form: 'g_56',
  evidenceGrade: 'seen_original',
  ...overrides,
});

export const anAppointment = (placeId: string, overrides: Body = {}): Body => ({
  kind: 'call_in_letter',
  startsAt: '2018-03-08T14:00:00.000Z',
  placeId,
  ...overrides,
});

export const aCustodyEvent = (overrides: Body = {}): Body => ({
  kind: 'detained',
  at: '2018-02-28T15:30:00.000Z',
  ...overrides,
});

/** A PNG whose only chunk of pixels holds what is given. */
export function aPicture(pixels: string | Buffer = 'a picture'): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010806000000', 'hex')),
    chunk('IDAT', Buffer.from(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const aLegalDemand = (overrides: Body = {}): Body => ({
  receivedOn: '2018-02-28',
  requester: 'ice_hsi',
  instrument: 'administrative_subpoena',
  ...overrides,
});

/** What the API answered; a test knows what it asked for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answered = any;

/** A record as a body, or as the date that matters in it. */
type Wanted = string | Body;

export interface CaseWanted {
  client?: Body;
  /** `arrestedOn`. */
  arrests?: Wanted[];
  /** `takenOn`. */
  prints?: Wanted[];
  /** `letterDatedOn`; received on the day of the clock unless said. */
  letters?: Wanted[];
  /** `startsAt`; at the organisation's first place unless said. */
  appointments?: Wanted[];
  /** `at`. */
  custodyEvents?: Wanted[];
}

/** A client with records, made over the API by the attorney of the clinic, each kind in the order given. */
export async function aCase(clinic: Clinic, wanted: CaseWanted = {}) {
  const { as } = clinic;
  const post = async (path: string, body: Body): Promise<Answered> => {
    const { status, body: answer } = await as.attorney.post(path, body);
    if (status !== 201) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const client = await post('/api/clients', aClient(wanted.client));
  const all = async (
    path: string,
    list: Wanted[] = [],
    make: (overrides: Body) => Body,
    date: string,
  ): Promise<Answered[]> => {
    const answers: Answered[] = [];
    for (const one of list)
      answers.push(
        await post(`/api/clients/${client.id}/${path}`, make(typeof one === 'string' ? { [date]: one } : one)),
      );
    return answers;
  };
  const placeId = wanted.appointments?.length ? await aPlaceId(clinic) : '';
  return {
    as,
    client,
    arrests: await all('arrests', wanted.arrests, anArrest, 'arrestedOn'),
    prints: await all('fingerprint-events', wanted.prints, aPrint, 'takenOn'),
    letters: await all('letters', wanted.letters, aLetter, 'letterDatedOn'),
    appointments: await all(
      'appointments',
      wanted.appointments,
      (overrides) => anAppointment(placeId, overrides),
      'startsAt',
    ),
    custodyEvents: await all('custody-events', wanted.custodyEvents, aCustodyEvent, 'at'),
  };
}

/** The id of an entry of a reference list, by a part of its name. */
export async function aPlaceId(
  { as }: Clinic,
  name = '201 Varick',
  list: 'places' | 'offices' | 'facilities' = 'places',
): Promise<string> {
  const { body } = await as.attorney.get(`/api/${list}?q=${encodeURIComponent(name)}`);
  return body.items[0].id as string;
}

/** A look of the attorney into a file that was drawn for the access review. @returns its id */
export async function aDrawnLook(clinic: Clinic, clientId: string): Promise<string> {
  const [row] = await clinic.inWork((work) =>
    work.insert(AccessReview, [
      {
        ...{ clientId, week: '2018-02-26', auditEventId: work.newId(), userId: clinic.as.attorney.userId },
        ...{ role: 'attorney', event: 'client.read', lookedAt: work.now, state: 'open' as const },
      },
    ]),
  );
  return row!.id;
}
