import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Existing, reconcile, type Steps } from '../../src/reminders/reconcile.js';
import { isQuiet, momentAt } from '../../src/reminders/schedule.js';
import type { Wanted } from '../../src/reminders/wanted.js';

const zone = 'America/New_York';
const quiet = { from: '21:00', to: '08:00' };
const offsets = ['P7D', 'P2D', 'P1D', 'PT2H'];
const hour = 3_600_000;

const wantedAt = (starts: Date, channel: Wanted['channel'] = 'sms'): Wanted[] =>
  offsets.map((offset) => ({
    kind: 'ice_appointment',
    recipientType: 'client',
    recipientId: 'client',
    offset,
    basis: starts.toISOString(),
    moment: momentAt(starts, zone, offset, 'before', '18:00'),
    zone,
    usefulUntil: starts,
    channel,
    others: [],
    content: 'neutral',
    language: 'en',
    mindsQuiet: true,
  }));

let ids = 0;

/** The rows as they stand after the steps, as PostgreSQL would keep them. */
function after(rows: Existing[], { insert, end }: Steps): Existing[] {
  const ended = new Map(end.map(({ id, state }) => [id, state]));
  return [
    ...rows.map((row) => ({ ...row, state: ended.get(row.id) ?? row.state })),
    ...insert.map(({ usefulUntil: _, ...one }) => ({
      ...one,
      id: `r${(ids += 1)}`,
      leaseUntil: null,
      handledBy: null,
    })),
  ];
}

/** Sends what is due. */
const sent = (rows: Existing[], now: Date): Existing[] =>
  rows.map((row) => (row.state === 'scheduled' && row.dueAt <= now ? { ...row, state: 'sent' } : row));

const step = (rows: Existing[], wanted: Wanted[], now: Date) =>
  after(rows, reconcile(wanted, rows, { quiet, now, optedOut: false }));

const starts = fc.date({
  min: new Date('2018-01-01T00:00:00Z'),
  max: new Date('2020-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const ahead = fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => minutes * 60_000);

describe('Reconciling', () => {
  it('again changes nothing, however late the date was entered and whatever was sent since', () => {
    fc.assert(
      fc.property(
        starts,
        ahead,
        fc.array(fc.integer({ min: 0, max: 48 }), { maxLength: 6 }),
        (start, before, waits) => {
          let now = new Date(start.getTime() - before);
          let rows = step([], wantedAt(start), now);
          for (const wait of waits) {
            now = new Date(now.getTime() + wait * hour);
            rows = sent(rows, now);
            const again = reconcile(wantedAt(start), rows, { quiet, now, optedOut: false });
            expect(again).toEqual({ insert: [], end: [] });
          }
        },
      ),
    );
  });

  it('leaves at least one reminder for every date that is not past, before it comes', () => {
    fc.assert(
      fc.property(starts, ahead, (start, before) => {
        const now = new Date(start.getTime() - before - 1);
        const owed = step([], wantedAt(start), now).filter(({ state }) => state === 'scheduled');
        expect(owed.length).toBeGreaterThan(0);
        for (const { dueAt } of owed) {
          expect(dueAt.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(dueAt.getTime()).toBeLessThan(start.getTime());
        }
      }),
    );
  });

  it('sends in quiet hours only what could not be sent otherwise', () => {
    fc.assert(
      fc.property(starts, ahead, (start, before) => {
        const now = new Date(start.getTime() - before - 1);
        for (const { dueAt } of step([], wantedAt(start), now)) {
          if (dueAt < now || !isQuiet(dueAt, zone, quiet)) continue;
          // Then the start itself lies in the same quiet hours, or now does.
          expect(start.getTime() - dueAt.getTime()).toBeLessThan(11 * hour + 1);
          expect(isQuiet(new Date(start.getTime() - 1), zone, quiet)).toBe(true);
        }
      }),
    );
  });

  it('after any moves leaves no pending reminder but those of the last date, each once', () => {
    fc.assert(
      fc.property(
        starts,
        fc.array(fc.integer({ min: -10, max: 30 }), { minLength: 1, maxLength: 8 }),
        (first, moves) => {
          const now = new Date(first.getTime() - 9 * 24 * hour);
          let [start, rows] = [first, step([], wantedAt(first), now)];
          for (const move of moves) {
            start = new Date(first.getTime() + move * 24 * hour);
            rows = sent(step(rows, wantedAt(start), now), now);
          }
          const pending = rows.filter(({ state }) => state === 'scheduled');
          expect(pending.every(({ basis }) => basis === start.toISOString())).toBe(true);
          const standing = rows.filter(({ state }) => !['superseded', 'cancelled', 'opted_out'].includes(state));
          const keys = standing.map(({ offset, basis }) => `${offset} ${basis}`);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });

  it('leaves alone what a channel has in its hands, and takes up what it never gave back', () => {
    const start = new Date('2018-03-14T14:00:00Z');
    const now = new Date('2018-03-13T22:00:00Z');
    const [row] = step([], wantedAt(start).slice(2, 3), new Date('2018-03-01T15:00:00Z')) as [Existing];
    const inHand = { ...row, state: 'enqueued' as const, leaseUntil: new Date(now.getTime() + 1) };
    expect(reconcile([], [inHand], { quiet, now, optedOut: false }).end).toEqual([]);
    const lost = { ...inHand, leaseUntil: now };
    expect(reconcile([], [lost], { quiet, now, optedOut: false }).end).toEqual([{ id: row.id, state: 'cancelled' }]);
  });

  describe('what failed for good', () => {
    const start = new Date('2018-03-14T14:00:00Z');
    const now = new Date('2018-03-13T22:00:00Z');
    const by = (others: Wanted['others']) =>
      wantedAt(start)
        .slice(2, 3)
        .map((one) => ({ ...one, others }));
    const [owed] = step([], by([]), new Date('2018-03-01T15:00:00Z')) as [Existing];
    const failed = (channel: Existing['channel'], state: Existing['state'] = 'failed'): Existing => ({
      ...owed,
      id: `failed-${channel}`,
      channel,
      state,
    });
    const inserted = (rows: Existing[], wanted: Wanted[], at = now) =>
      reconcile(wanted, rows, { quiet, now: at, optedOut: false }).insert.map(({ channel, state }) => [channel, state]);

    it('goes the next way at once, and the way after that when this fails, too', () => {
      const wanted = by(['email', 'voice_task']);
      expect(inserted([failed('sms')], wanted)).toEqual([['email', 'scheduled']]);
      expect(inserted([failed('sms', 'carrier_blocked'), failed('email')], wanted)).toEqual([
        ['voice_task', 'scheduled'],
      ]);
      expect(inserted([failed('sms'), failed('email'), failed('voice_task')], wanted)).toEqual([]);
    });

    it('goes it once', () => {
      const wanted = by(['email']);
      const rows = step([failed('sms')], wanted, now);
      expect(step(rows, wanted, now)).toEqual(rows);
      const gone = sent(rows, now);
      expect(step(gone, wanted, now)).toEqual(gone);
    });

    it('goes nowhere when it is too late, nor when somebody has seen to it', () => {
      expect(inserted([failed('sms')], by(['email']), start)).toEqual([]);
      expect(inserted([{ ...failed('sms', 'acknowledged'), handledBy: 'somebody' }], by(['email']))).toEqual([]);
    });
  });
});
