import type { Work } from '../database/work.js';
import type { Works } from '../database/works.js';
import { type Channel, type Message, type MessageSubject, PermanentFailure, type Receipt } from './channel.js';

/** Puts notices before members of staff; of the same id only the first. */
export async function notify(
  work: Work,
  notices: { id?: string; userId: string; about: MessageSubject }[],
): Promise<void> {
  if (notices.length === 0) return;
  const parameters: unknown[] = [work.organizationId, work.now];
  const tuples = notices.map(({ id, userId, about }) => {
    const values = [id ?? work.newId(), userId, about.kind, about.subjectType, about.subjectId, about.clientId];
    return `($1, $2, ${values.map((value) => `$${parameters.push(value)}`).join(', ')})`;
  });
  await work.execute(
    `INSERT INTO notices (organization_id, created_at, id, user_id, kind, subject_type, subject_id, client_id)
     VALUES ${tuples.join(', ')} ON CONFLICT (id) DO NOTHING`,
    parameters,
  );
}

/** Notices inside the application; `to` is the id of a user. */
export class InAppChannel implements Channel {
  readonly driver = 'in_app';
  readonly standIn = false;
  readonly deliversOnce = true;

  constructor(private readonly works: Works) {}

  async send({ id, organizationId, to, about }: Message): Promise<Receipt> {
    await this.works.run(organizationId, async (work) => {
      const [user] = await work.sql('SELECT 1 FROM users WHERE organization_id = $1 AND id = $2', [
        work.organizationId,
        to,
      ]);
      if (!user) throw new PermanentFailure('in_app.no_such_user');
      await notify(work, [{ id, userId: to, about }]);
    });
    return { providerId: id };
  }
}
