import { Check, Column, Entity, Index } from 'typeorm';
import { organizationRecord } from '../platform/database/records.js';
import { wordedKinds, type WordedKind } from './own-wordings.js';
import type { OwnWords } from './words/client-wording.js';

/** How an organisation words its messages about one kind of appointment in one language. */
@Entity('reminder_wordings')
@Index(['organizationId', 'kind', 'language'], { unique: true })
@Check('reminder_wordings_kind', `kind IN (${wordedKinds.map((kind) => `'${kind}'`).join(', ')})`)
export class OwnWording extends organizationRecord() {
  @Column('varchar', { length: 30 })
  kind!: WordedKind;

  @Column('varchar', { length: 10 })
  language!: string;

  /** ICU messages; what is not there is as it comes with the program. */
  @Column('jsonb')
  texts!: OwnWords;
}
