import { Choice, Reference, Text } from '../platform/http/fields.js';
import { accompanimentRoles, rsvps, type AccompanimentRole, type Rsvp } from './appointment.values.js';

/** Someone who comes along: a user, or a person named here. */
export class AccompanimentFields {
  /** Id of a user; then neither name nor phone is needed. */
  @Reference({ purpose: 'Names who of the office or its volunteers comes along.', keeps: 'administration' })
  userId?: string | null;

  @Text({ purpose: 'Names who comes along, so that you know whom to meet.', keeps: 'identity', sealed: true, max: 200 })
  personName?: string | null;

  @Text({
    purpose: 'Lets us reach your companion on the day.',
    keeps: 'identity',
    sealed: true,
    max: 16,
    format: 'phone',
  })
  personPhone?: string | null;

  @Choice(accompanimentRoles, {
    purpose: 'Says as what someone comes along, and shows whether company changes what happens.',
    keeps: 'ledger',
  })
  role?: AccompanimentRole | null;

  @Choice(rsvps, {
    purpose: 'Makes sure that nobody goes alone because someone never answered.',
    keeps: 'case',
    required: true,
    default: 'asked',
  })
  rsvp!: Rsvp;
}
