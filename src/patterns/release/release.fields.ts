import { Text } from '../../platform/http/fields.js';

/** What people say of a release. */
export class ReleaseFields {
  @Text({
    max: 500,
    min: 10,
    required: true,
    purpose: 'Says for whom these figures leave the office and why; write no name of a person.',
    keeps: 'administration',
  })
  reason!: string;
}
