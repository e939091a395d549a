import { Permission } from '../auth/permissions.js';
import { CalendarDate, Choice, Flag, Text } from '../platform/http/fields.js';

export const requesters = ['ice_ero', 'ice_hsi', 'doj', 'local_police', 'court', 'other'] as const;
export type Requester = (typeof requesters)[number];

export const instruments = [
  'administrative_subpoena',
  'judicial_subpoena',
  'warrant',
  'informal_request',
  'records_law_request',
] as const;
export type Instrument = (typeof instruments)[number];

export const demandResponses = ['pending', 'refused', 'narrowed', 'motion_to_quash', 'complied', 'none_held'] as const;
export type DemandResponse = (typeof demandResponses)[number];

/** Somebody demanded records. */
export class LegalDemandFields {
  @CalendarDate({
    purpose: 'Says when the demand came, from which its time runs.',
    keeps: 'administration',
    required: true,
  })
  receivedOn!: string;

  @Choice(requesters, { purpose: 'Shows who asks for records.', keeps: 'administration', required: true })
  requester!: Requester;

  @Choice(instruments, {
    purpose: 'Says what kind of paper it is, and so whether it binds.',
    keeps: 'administration',
    required: true,
  })
  instrument!: Instrument;

  @Flag({
    purpose: 'Says whether it binds as it is, or only once a court orders it.',
    keeps: 'administration',
  })
  selfExecuting?: boolean | null;

  @Text({
    purpose: 'Says which records are asked for; it may name people.',
    keeps: 'administration',
    sealed: true,
    max: 5000,
    seenWith: Permission.LegalDemandScope,
  })
  scope?: string | null;

  @CalendarDate({ purpose: 'Says by when it must be answered.', keeps: 'administration' })
  dueOn?: string | null;

  @Text({ purpose: 'Names the lawyer who answers it for the organisation.', keeps: 'administration', max: 200 })
  counsel?: string | null;

  @Choice(demandResponses, {
    purpose: 'Says what was answered.',
    keeps: 'administration',
    required: true,
    default: 'pending',
  })
  response!: DemandResponse;

  @CalendarDate({ purpose: 'Says when it was answered.', keeps: 'administration' })
  respondedOn?: string | null;
}
