import { Choice, Instant, Reference } from '../../platform/http/fields.js';
import { audiences, type Audience, languages, type Language } from '../summary.types.js';

export const packetStates = ['draft', 'approved', 'issued', 'returned', 'destroyed', 'lost', 'expired'] as const;
export type PacketState = (typeof packetStates)[number];

/** A case summary on paper: which copy it is, where it is by now, and until when it is of use. */
export class PacketFields {
  @Choice(audiences, { purpose: 'Says who may carry the packet.', keeps: 'case', required: true })
  audience!: Audience;

  @Choice(languages, { purpose: 'Says in which language the packet is.', keeps: 'case', required: true })
  language!: Language;

  @Reference({ purpose: 'Says to which appointment the packet is carried.', keeps: 'case' })
  appointmentId?: string | null;

  @Reference({ purpose: 'Names the pages as they were printed.', keeps: 'case', required: true })
  documentId!: string;

  /** `expired` is never stored: it follows from the clock. */
  @Choice(packetStates, {
    purpose: 'Says whether the paper is out, so that it is asked back or destroyed.',
    keeps: 'case',
    required: true,
    default: 'draft',
  })
  state!: PacketState;

  @Instant({ purpose: 'Says until when the packet may be carried.', keeps: 'case', required: true })
  expiresAt!: string;
}
