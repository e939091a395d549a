import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { notify } from '../platform/channels/in-app.channel.js';
import { insertStatement } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import type { RecoveryCodes } from './auth.dto.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { tokenHash } from './secrets.js';

const howMany = 10;
/** From here on every answer to "who am I" and a notice say that codes run out. */
const few = 3;
/** Crockford's base 32: no letter looks like a digit. 24 of them are 120 bits. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** Codes on paper for the day on which the phone is lost: each takes the place of the second factor once. */
@Injectable()
export class RecoveryCodesService {
  /** Makes new codes; those before are worth nothing any more. The answer is the only time they are shown. */
  async make(work: Work, userId: string): Promise<RecoveryCodes> {
    await this.remove(work, userId);
    const codes = Array.from({ length: howMany }, newCode);
    const rows = codes.map((code) => ({
      id: work.newId(),
      organizationId: work.organizationId,
      userId,
      codeHash: hashOf(userId, code),
      createdAt: work.now,
      usedAt: null,
    }));
    const { text, parameters } = insertStatement(work.manager.connection.getMetadata(RecoveryCode), rows);
    await work.sql(text, parameters);
    work.audit({ event: 'recovery_codes.made', subjectType: 'user', subjectId: userId, details: { count: howMany } });
    return { recoveryCodes: codes };
  }

  /** Whether it is one of this user's codes that are left; then it is used up, and its owner told. */
  async use(work: Work, userId: string, code: string): Promise<boolean> {
    const used = await work.execute(
      `UPDATE recovery_codes SET used_at = $4
       WHERE organization_id = $1 AND user_id = $2 AND code_hash = $3 AND used_at IS NULL`,
      [work.organizationId, userId, hashOf(userId, code), work.now],
    );
    if (used === 0) return false;
    const count = await this.left(work, userId);
    work.audit({ event: 'recovery_codes.used', subjectType: 'user', subjectId: userId, details: { count } });
    const kind = count <= few ? 'recovery_codes_few' : 'recovery_code_used';
    await notify(work, [{ userId, about: { kind, subjectType: 'user', subjectId: userId, clientId: null } }]);
    return true;
  }

  async left(work: Work, userId: string): Promise<number> {
    const [row] = await work.sql<{ n: number }>(
      'SELECT count(*) AS n FROM recovery_codes WHERE organization_id = $1 AND user_id = $2 AND used_at IS NULL',
      [work.organizationId, userId],
    );
    return Number(row!.n);
  }

  async remove(work: Work, userId: string): Promise<void> {
    await work.execute('DELETE FROM recovery_codes WHERE organization_id = $1 AND user_id = $2', [
      work.organizationId,
      userId,
    ]);
  }
}

const newCode = () =>
  [...randomBytes(24)]
    .map((byte) => letters[byte & 31])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

/** As people copy it from paper: hyphens, spaces, capitals, o for 0 and l or i for 1 make no difference. */
const hashOf = (userId: string, code: string) =>
  tokenHash(`${userId}:${code.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1')}`);
