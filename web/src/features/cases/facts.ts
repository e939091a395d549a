import type {
  AppointmentAnswer,
  ArrestAnswer,
  CustodyEventAnswer,
  FingerprintEventAnswer,
  LetterAnswer,
} from '../../api/client.js';
import { dayAt, daysBetween, timeAt } from '../../lib/days.js';
import type { RecordKind } from './record-kinds.js';

/** Answers carry a zone always; the document marks it as optional because it has a default. */
type Zoned<T> = T & { zone: string };

export interface Records {
  arrests: ArrestAnswer[];
  prints: FingerprintEventAnswer[];
  letters: LetterAnswer[];
  appointments: Zoned<AppointmentAnswer>[];
  custody: Zoned<CustodyEventAnswer>[];
}

/** One dated fact of a case. `record` can be edited where it stands. */
export interface Fact {
  key: string;
  day: string;
  precision?: string;
  time?: string;
  kind: RecordKind;
  what: 'arrested' | 'printed' | 'dated' | 'received' | 'appointment' | 'custody';
  record: { id: string; version: number } & Record<string, unknown>;
  /** Part of the chain print, letter, appointment. */
  chained: boolean;
  /** Days since the link before it. */
  gap?: number;
}

type Row = Fact['record'];

/** All dated facts in one order, with the chain of the latest letter marked. */
export function factsOf({ arrests, prints, letters, appointments, custody }: Records): Fact[] {
  const letter = [...letters].sort((a, b) => b.receivedOn.localeCompare(a.receivedOn))[0];
  const appointment = appointments.find(({ letterId }) => letter && letterId === letter.id);
  const facts: Fact[] = [
    ...arrests.map((one) => fact('arrested', 'arrest', one.arrestedOn, one as unknown as Row, one.arrestedOnPrecision)),
    ...prints.map((one) =>
      fact(
        'printed',
        'fingerprintEvent',
        one.takenOn,
        one as unknown as Row,
        one.takenOnPrecision,
        one.id === letter?.fingerprintEventId,
      ),
    ),
    ...letters.flatMap((one) => [
      ...(one.letterDatedOn && one.letterDatedOn !== one.receivedOn
        ? [
            fact(
              'dated',
              'letter',
              one.letterDatedOn,
              one as unknown as Row,
              one.letterDatedOnPrecision,
              one === letter,
            ),
          ]
        : []),
      fact('received', 'letter', one.receivedOn, one as unknown as Row, one.receivedOnPrecision, one === letter),
    ]),
    ...appointments.map((one) => ({
      ...fact(
        'appointment',
        'appointment',
        dayAt(one.startsAt, one.zone),
        one as unknown as Row,
        undefined,
        one === appointment,
      ),
      time: timeAt(one.startsAt, one.zone),
    })),
    ...custody.map((one) => ({
      ...fact('custody', 'custodyEvent', dayAt(one.at, one.zone), one as unknown as Row),
      time: timeAt(one.at, one.zone),
    })),
  ];
  const order = ['arrested', 'printed', 'dated', 'received', 'appointment', 'custody'];
  facts.sort((a, b) => a.day.localeCompare(b.day) || order.indexOf(a.what) - order.indexOf(b.what));
  return withGaps(facts);
}

function fact(
  what: Fact['what'],
  kind: RecordKind,
  day: string,
  record: Row,
  precision?: string | null,
  chained = false,
): Fact {
  return {
    key: `${what} ${record.id}`,
    day,
    kind,
    what,
    record,
    chained,
    ...(precision && precision !== 'exact' ? { precision } : {}),
  };
}

function withGaps(facts: Fact[]): Fact[] {
  let before: Fact | undefined;
  return facts.map((one) => {
    if (!one.chained) return one;
    const gap = before ? daysBetween(before.day, one.day) : undefined;
    before = one;
    return gap === undefined ? one : { ...one, gap };
  });
}
