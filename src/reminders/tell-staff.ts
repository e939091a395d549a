import { notify } from '../platform/channels/in-app.channel.js';
import type { Work } from '../platform/database/work.js';
import type { Reminder } from './reminder.entity.js';
import { responsibleFor } from './subjects.queries.js';

/** A person who answers for the case learns of it in the application, in the same transaction. */
export async function tellStaff(
  work: Work,
  reminder: Pick<Reminder, 'id' | 'subjectType' | 'subjectId' | 'clientId'>,
  kind: string,
): Promise<void> {
  const responsible = await responsibleFor(work, reminder.id);
  if (!responsible) return;
  const { subjectType, subjectId, clientId } = reminder;
  await notify(work, [{ userId: responsible.id, about: { kind, subjectType, subjectId, clientId } }]);
}
