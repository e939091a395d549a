import { written, type Values } from '../../forms/draft.js';

/** What the page holds: the API's own groups, and what is asked in a simpler way than the API stores it. */
export interface PageValues extends Values {
  clientId?: string;
  client?: Values;
  arrest?: Values;
  fingerprintEvent?: Values;
  letter?: Values;
  appointment?: Values;
  accompaniments?: Values[];
  /** Agreed that this record is kept. */
  consents?: { record?: boolean; sms?: boolean };
  noPrints?: boolean;
}

interface Circumstances {
  today: string;
  userId: string;
  zone: string;
}

const consent = (kind: string, { today, userId }: Circumstances) => ({ kind, givenOn: today, takenBy: userId });

/**
 * The request that the page amounts to; groups that nothing was written into are left out. What lacks its date or place
 * is sent all the same, so that the server says at which field: nothing that was typed is left out of what is saved.
 * @param unnamed a name until there is one, while people type; then what lacks its date or place waits
 */
export function intakeOf(page: PageValues, now: Circumstances, unnamed?: string): Values {
  const isTyping = unnamed !== undefined;
  const letterTold = written({ ...page.letter, evidenceGrade: undefined }) !== undefined;
  const appointment = written(page.appointment) as Values | undefined;
  const arrest = written(page.arrest) as Values | undefined;
  const { zone } = now;
  const along = page.accompaniments?.filter(({ userId, personName }) => userId || personName) ?? [];
  const isAsked = isTyping
    ? Boolean(appointment?.startsAt && appointment.placeId)
    : Boolean(appointment?.startsAt) || along.length > 0;
  return written({
    clientId: page.clientId,
    client: page.clientId ? undefined : clientOf(page, now, unnamed),
    arrest: arrest && (arrest.arrestedOn || !isTyping) ? { chargeLevel: 'unknown', ...arrest } : undefined,
    fingerprintEvent: printOf(page, arrest, isTyping),
    letter: letterTold
      ? {
          ...page.letter,
          ...(appointment
            ? { reportAt: appointment.startsAt, reportingPlaceId: appointment.placeId, room: appointment.room, zone }
            : {}),
        }
      : undefined,
    appointment: isAsked ? { kind: 'call_in_letter', zone, ...appointment } : undefined,
    accompaniments: isAsked ? along.map((one) => ({ rsvp: 'asked', ...one })) : undefined,
  }) as Values;
}

function clientOf({ client, consents }: PageValues, now: Circumstances, unnamed?: string): Values {
  const given = [
    ...(consents?.record ? [consent('record_keeping', now)] : []),
    ...(consents?.sms ? [consent('sms', now)] : []),
  ];
  return {
    legalName: unnamed,
    ...(written(client) as Values | undefined),
    ...(consents?.sms ? { smsConsent: 'opted_in' } : {}),
    ...(client?.aNumber ? { aNumberState: 'has' } : {}),
    consents: given,
  };
}

/** Prints are of the day of the arrest unless another day, or that there were none, is said. */
function printOf(
  { fingerprintEvent, noPrints }: PageValues,
  arrest: Values | undefined,
  isTyping: boolean,
): Values | undefined {
  if (noPrints) return undefined;
  const print = written(fingerprintEvent) as Values | undefined;
  const takenOn = print?.takenOn ?? arrest?.arrestedOn;
  if (!takenOn && (isTyping || !print)) return undefined;
  return {
    reason: arrest?.arrestedOn ? 'arrest' : 'unknown',
    ...(arrest?.agency === 'nypd' ? { agency: 'nypd' } : {}),
    ...print,
    ...(takenOn ? { takenOn } : {}),
  };
}
