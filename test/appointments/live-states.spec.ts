import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { afterTap, type LiveRow, type Tap } from '../../src/appointments/live-states.js';
import type { Problem } from '../../src/platform/http/problem.js';

const now = new Date('2018-03-08T15:00:00Z');
const earlier = new Date('2018-03-08T14:00:00Z');

const states: Record<string, LiveRow> = {
  not_started: { liveState: 'not_started' },
  arrived: { liveState: 'arrived', arrivedAt: earlier },
  called_in: { liveState: 'called_in', calledInAt: earlier },
  out_safe: { liveState: 'out_safe' },
  detained_confirmed: { liveState: 'detained_confirmed' },
  closed: { liveState: 'closed' },
  'overdue while waiting': { liveState: 'overdue', arrivedAt: earlier, dueOutBy: earlier },
  'overdue inside': { liveState: 'overdue', arrivedAt: earlier, calledInAt: earlier, dueOutBy: earlier },
};

const told = (row: LiveRow, tap: Tap) => {
  try {
    return afterTap(row, tap, now).liveState ?? 'unchanged';
  } catch (error) {
    const { code, extras } = error as Problem;
    return extras.errors?.[0]?.code ?? code;
  }
};

const back = 'appointment.live_order';

describe('A tap on the day', () => {
  it.each([
    ['not_started', ['arrived', 'called_in', 'out_safe', 'detained_confirmed']],
    ['arrived', ['unchanged', 'called_in', 'out_safe', 'detained_confirmed']],
    ['called_in', [back, 'unchanged', 'out_safe', 'detained_confirmed']],
    ['out_safe', [back, back, 'unchanged', back]],
    ['detained_confirmed', [back, back, back, 'unchanged']],
    ['closed', [back, back, back, back]],
    ['overdue while waiting', ['unchanged', 'called_in', 'out_safe', 'detained_confirmed']],
    ['overdue inside', [back, 'unchanged', 'out_safe', 'detained_confirmed']],
  ])('moves on from %s and never back', (name, expected) => {
    const events = ['arrived', 'called_in', 'out_safe', 'detained'] as const;
    expect(events.map((event) => told(states[name]!, { event }))).toEqual(expected);
  });

  it('sets the alarm ninety minutes after the call, unless a time is given or one stands that is yet to come', () => {
    expect(afterTap(states.arrived!, { event: 'called_in' }, now).dueOutBy).toBe('2018-03-08T16:30:00.000Z');
    expect(afterTap(states.arrived!, { event: 'called_in', at: '2018-03-08T14:30:00Z' }, now).dueOutBy).toBe(
      '2018-03-08T16:00:00.000Z',
    );
    expect(afterTap(states.arrived!, { event: 'called_in', dueOutBy: '2018-03-08T15:20:00Z' }, now).dueOutBy).toBe(
      '2018-03-08T15:20:00.000Z',
    );
    expect(
      afterTap({ ...states.arrived!, dueOutBy: new Date('2018-03-08T15:40:00Z') }, { event: 'called_in' }, now)
        .dueOutBy,
    ).toBeUndefined();
    expect(
      afterTap({ ...states.arrived!, dueOutBy: new Date('2018-03-08T14:40:00Z') }, { event: 'called_in' }, now)
        .dueOutBy,
    ).toBe('2018-03-08T16:30:00.000Z');
    expect(afterTap(states.arrived!, { event: 'out_safe', dueOutBy: '2018-03-08T15:20:00Z' }, now)).toEqual({
      liveState: 'out_safe',
      outAt: now.toISOString(),
    });
  });

  it('takes "out" back, to the step before it, and nothing else', () => {
    expect(afterTap({ ...states.called_in!, liveState: 'out_safe', outAt: now }, { event: 'not_out' }, now)).toEqual({
      liveState: 'called_in',
      outAt: null,
    });
    expect(afterTap({ ...states.arrived!, liveState: 'out_safe', outAt: now }, { event: 'not_out' }, now)).toEqual({
      liveState: 'arrived',
      outAt: null,
    });
    expect(afterTap(states['overdue inside']!, { event: 'not_out' }, now)).toEqual({});
    expect([states.detained_confirmed!, states.closed!].map((row) => told(row, { event: 'not_out' }))).toEqual([
      back,
      back,
    ]);
  });

  it('leaves out what nobody saw', () => {
    expect(afterTap(states.not_started!, { event: 'called_in' }, now)).not.toHaveProperty('arrivedAt');
  });

  it('is put at the time that was told, a little in the future at most and not before the step before it', () => {
    expect(afterTap(states.arrived!, { event: 'out_safe', at: '2018-03-08T14:20:00Z' }, now).outAt).toBe(
      '2018-03-08T14:20:00.000Z',
    );
    // The telephone is four minutes ahead: taken as now, so that the next tap is not before this one.
    expect(afterTap(states.arrived!, { event: 'out_safe', at: '2018-03-08T15:04:00Z' }, now).outAt).toBe(
      now.toISOString(),
    );
    expect(told(states.arrived!, { event: 'out_safe', at: '2018-03-08T15:06:00Z' })).toBe('instant.future');
    expect(told(states.arrived!, { event: 'called_in', at: '2018-03-08T13:54:59Z' })).toBe(
      'appointment.live_before_previous',
    );
    expect(told(states.called_in!, { event: 'detained', at: '2018-03-08T13:54:59Z' })).toBe(
      'appointment.live_before_previous',
    );
  });

  it('of a telephone that is a little behind counts as of the step before it, and is not lost', () => {
    expect(afterTap(states.arrived!, { event: 'called_in', at: '2018-03-08T13:56:00Z' }, now).calledInAt).toBe(
      earlier.toISOString(),
    );
  });

  it('that waited for another telephone is not before that one', () => {
    const later = { liveState: 'arrived', arrivedAt: new Date(now.getTime() + 40) } as const;
    expect(afterTap(later, { event: 'called_in' }, now).calledInAt).toBe('2018-03-08T15:00:00.040Z');
  });

  it('repeated may put the alarm off, and calls off one that was raised', () => {
    expect(afterTap(states.called_in!, { event: 'called_in', dueOutBy: '2018-03-08T17:00:00Z' }, now)).toEqual({
      dueOutBy: '2018-03-08T17:00:00.000Z',
    });
    expect(afterTap(states['overdue inside']!, { event: 'called_in', dueOutBy: '2018-03-08T17:00:00Z' }, now)).toEqual({
      dueOutBy: '2018-03-08T17:00:00.000Z',
      liveState: 'called_in',
    });
    expect(told(states.called_in!, { event: 'called_in', dueOutBy: '2018-03-08T13:00:00Z' })).toBe(
      'appointment.due_out_too_early',
    );
    expect(told(states.arrived!, { event: 'called_in', dueOutBy: '2018-03-08T15:00:00Z' })).toBe(
      'appointment.due_out_too_early',
    );
  });
});
