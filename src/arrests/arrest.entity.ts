import { Check, Entity, Index, Unique } from 'typeorm';
import { caseRecord } from '../platform/database/records.js';
import { ArrestFields } from './arrest.fields.js';

@Entity('arrests')
@Unique(['organizationId', 'id'])
@Index(['organizationId', 'arrestedOn'])
@Index(['organizationId', 'nextCourtOn'], { where: 'next_court_on IS NOT NULL' })
@Check(
  'arrests_sealed_without_detail',
  `disposition <> 'sealed' OR (charge_statute IS NULL AND charge_description IS NULL)`,
)
export class Arrest extends caseRecord(ArrestFields) {}
