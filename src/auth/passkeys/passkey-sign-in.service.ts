import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Works } from '../../platform/database/works.js';
import type { SignedIn } from '../auth.dto.js';
import { SessionsService, type SignInFrom } from '../sessions.service.js';
import { wrongCredentials } from '../sign-in.service.js';
import { User } from '../user.entity.js';
import { challengeIn } from './challenges.js';
import { PasskeyProofsService } from './passkey-proofs.service.js';
import type { PasskeyQuestion, UsedCredential } from './passkeys.dto.js';

/** Signs in with a passkey alone: the device makes sure who holds it, so it stands for both factors. */
@Injectable()
export class PasskeySignInService {
  constructor(
    private readonly works: Works,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly proofs: PasskeyProofsService,
  ) {}

  /** The same for everybody: nobody says who they are before they answer it. */
  ask(): Promise<PasskeyQuestion> {
    return this.proofs.askAnybody(this.clock.now());
  }

  /**
   * @param asked the challenge that this browser was given
   * @throws Problem 401 with one answer for whatever is wrong, unknown passkeys among it
   */
  async signIn(
    credential: UsedCredential,
    asked: string | undefined,
    origin: string,
    from: SignInFrom,
  ): Promise<{ token: string } & SignedIn> {
    const owner = await this.ownerOf(credential);
    if (!owner || !asked || challengeIn(credential.response.clientDataJSON) !== asked) throw wrongCredentials();
    // A refusal must be remembered, so the outcome is decided inside the transaction and thrown after it.
    const token = await this.works.run(
      owner.organization_id,
      async (work) => {
        const user = await work.manager.findOneByOrFail(User, { id: owner.user_id });
        const isTheirs = await this.proofs.accepts(work, user.id, credential, { purpose: 'sign_in', bound: '' }, true);
        if (!isTheirs || user.state !== 'active') {
          work.audit({ event: 'session.refused', subjectType: 'user', subjectId: user.id });
          return undefined;
        }
        const started = await this.sessions.start(work, user.id, true, from);
        const details = { proof: 'passkey_alone' };
        work.audit({ event: 'session.started', subjectType: 'user', subjectId: user.id, details });
        return started;
      },
      { origin, actor: { userId: owner.user_id, role: 'signing_in', permissions: new Set() } },
    );
    if (!token) throw wrongCredentials();
    return { token, mustEnrolSecondFactor: false };
  }

  private async ownerOf({ id }: UsedCredential): Promise<{ organization_id: string; user_id: string } | undefined> {
    const opening = await this.works.open();
    try {
      const [owner] = await opening.sql<{ organization_id: string; user_id: string }>(
        'SELECT * FROM find_passkey($1)',
        [Buffer.from(id, 'base64url')],
      );
      return owner;
    } finally {
      await opening.rollback();
    }
  }
}
