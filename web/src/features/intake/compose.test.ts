import { describe, expect, it } from 'vitest';
import { intakeOf } from './compose.js';

const now = { today: '2018-03-01', userId: 'u', zone: 'America/New_York' };

describe('the page of a letter', () => {
  it('leaves out every group that nothing was written into', () => {
    expect(
      intakeOf({ client: { legalName: 'Ana Ruiz', phone: '' }, letter: { evidenceGrade: 'client_report' } }, now),
    ).toEqual({
      client: { legalName: 'Ana Ruiz' },
    });
  });

  it('takes the prints to be of the day of the arrest unless another day is said', () => {
    const arrest = { arrestedOn: '2018-02-12', agency: 'nypd' };
    expect(intakeOf({ clientId: 'c', arrest }, now)).toMatchObject({
      arrest: { chargeLevel: 'unknown' },
      fingerprintEvent: { takenOn: '2018-02-12', reason: 'arrest', agency: 'nypd' },
    });
    expect(intakeOf({ clientId: 'c', arrest, fingerprintEvent: { takenOn: '2018-02-13' } }, now)).toMatchObject({
      fingerprintEvent: { takenOn: '2018-02-13' },
    });
    expect(intakeOf({ clientId: 'c', arrest, noPrints: true }, now)).not.toHaveProperty('fingerprintEvent');
  });

  it('says the time and place to report on the letter and as an appointment', () => {
    const body = intakeOf(
      {
        clientId: 'c',
        letter: { receivedOn: '2018-02-27', evidenceGrade: 'seen_copy' },
        appointment: { startsAt: '2018-03-08T14:00:00.000Z', placeId: 'p' },
        accompaniments: [{ userId: 'a' }, { role: 'volunteer' }],
      },
      now,
    );
    expect(body).toMatchObject({
      letter: { reportAt: '2018-03-08T14:00:00.000Z', reportingPlaceId: 'p', zone: 'America/New_York' },
      appointment: { kind: 'call_in_letter', placeId: 'p' },
      accompaniments: [{ userId: 'a', rsvp: 'asked' }],
    });
    expect(body).not.toHaveProperty('client');
  });

  it('leaves nothing out that was typed without its date or place: the server says what is missing', () => {
    const page = {
      clientId: 'c',
      arrest: { agency: 'nypd' },
      fingerprintEvent: { reason: 'civil_inquiry' },
      appointment: { startsAt: '2018-03-08T14:00:00.000Z' },
    };
    expect(intakeOf(page, now)).toMatchObject({
      arrest: { agency: 'nypd' },
      fingerprintEvent: { reason: 'civil_inquiry' },
      appointment: { startsAt: '2018-03-08T14:00:00.000Z' },
    });
    expect(intakeOf({ clientId: 'c', accompaniments: [{ userId: 'a' }] }, now)).toMatchObject({
      appointment: { kind: 'call_in_letter' },
      accompaniments: [{ userId: 'a' }],
    });
    // While one types there is no hurry.
    expect(intakeOf(page, now, '?')).toEqual({ clientId: 'c' });
  });

  it('writes down who took which consent', () => {
    expect(intakeOf({ client: { legalName: 'Ana Ruiz' }, consents: { record: true, sms: true } }, now)).toEqual({
      client: {
        legalName: 'Ana Ruiz',
        smsConsent: 'opted_in',
        consents: [
          { kind: 'record_keeping', givenOn: '2018-03-01', takenBy: 'u' },
          { kind: 'sms', givenOn: '2018-03-01', takenBy: 'u' },
        ],
      },
    });
  });
});
