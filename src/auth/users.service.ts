import { Injectable } from '@nestjs/common';
import { Configuration } from '../platform/config/configuration.js';
import { columnsOf, insertStatement } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, PageQuery, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import type { ChangeMe, ChangeUser, NewUser, UserAnswer } from './auth.dto.js';
import { FactorsService, hasFactor } from './factors.service.js';
import { LanguageChanged } from './language-changed.js';
import { endLinksOf } from './one-time-links.js';
import { hashPassword, newToken, tokenHash } from './secrets.js';
import { PasswordStrength } from './password-strength.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { OneTimeLink } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { User } from './user.entity.js';

const linkHours = 72;

@Injectable()
export class UsersService {
  constructor(
    private readonly configuration: Configuration,
    private readonly sessions: SessionsService,
    private readonly factors: FactorsService,
    private readonly secondFactor: SecondFactorService,
    private readonly organizations: OrganizationsService,
    private readonly strength: PasswordStrength,
  ) {}

  /** Adds a member of staff; without a password the answer holds a one-time invitation link. */
  async create(work: Work, input: NewUser): Promise<UserAnswer> {
    const { password, ...fields } = input;
    const email = input.email.trim().toLowerCase();
    if (password) {
      const { name } = await this.organizations.own(work);
      await this.strength.mustNotBeCommon('password', password, { ...fields, organizationName: name });
    }
    const [taken] = await work.sql('SELECT 1 FROM find_login($1)', [email]);
    if (taken)
      throw new Problem(409, 'user.email_taken', 'Somebody signs in with this e-mail address already.', {
        errors: [{ field: 'email', code: 'user.email_taken', message: 'Use another address.' }],
      });
    const [user] = await work.insert(User, [
      {
        ...fields,
        email,
        state: password ? 'active' : 'invited',
        passwordHash: password ? await hashPassword(password) : null,
      },
    ]);
    work.audit({ event: 'user.created', subjectType: 'user', subjectId: user!.id, details: { role: input.role } });
    const answer = answerOf(user!, false);
    return password ? answer : { ...answer, invitationLink: await this.link(work, user!.id, 'invitation') };
  }

  /** A link with which the user sets a password: single use, {@link linkHours} hours, and in place of those before. */
  private async link(work: Work, userId: string, page: 'invitation' | 'reset'): Promise<string> {
    await endLinksOf(work, userId);
    const token = newToken('l');
    const row = {
      id: work.newId(),
      organizationId: work.organizationId,
      userId,
      tokenHash: tokenHash(token),
      createdAt: work.now,
      expiresAt: new Date(work.now.getTime() + linkHours * 3_600_000),
    };
    const { text, parameters } = insertStatement(work.manager.connection.getMetadata(OneTimeLink), [row]);
    await work.sql(text, parameters);
    // After the hash sign, so that it reaches no server log and no Referer header.
    return `${this.configuration.publicUrl}/${page}#${token}`;
  }

  /** Ends the user's sessions. @throws Problem 409 for a disabled account, which no link may open again */
  async reset(work: Work, id: string): Promise<{ invitationLink: string }> {
    const user = await this.one(work, id);
    if (user.state === 'disabled')
      throw Problem.conflict('user.disabled', 'This account is disabled. Enable it first, then make the link.');
    await this.sessions.endAll(work, user.id);
    work.audit({ event: 'password.reset', subjectType: 'user', subjectId: user.id });
    return { invitationLink: await this.link(work, user.id, user.state === 'invited' ? 'invitation' : 'reset') };
  }

  async resetSecondFactor(work: Work, id: string): Promise<void> {
    const user = await this.one(work, id);
    await this.secondFactor.reset(work, user.id);
    await this.sessions.endAll(work, user.id);
  }

  async change(work: Work, id: string, version: number, input: ChangeUser): Promise<UserAnswer> {
    const user = await this.one(work, id);
    const losesAdministration =
      user.role === 'administrator' && ((input.role && input.role !== 'administrator') || input.state === 'disabled');
    if (losesAdministration) {
      const [others] = await work.sql<{ n: number }>(
        `SELECT count(*) AS n FROM users WHERE organization_id = $1 AND role = 'administrator' AND state = 'active' AND id <> $2`,
        [work.organizationId, id],
      );
      if (others!.n === 0)
        throw Problem.conflict(
          'user.last_administrator',
          'This is the last administrator. Make somebody else one first.',
        );
    }
    const changed = await this.save(work, user, version, input);
    if (input.state === 'disabled' || (input.role && input.role !== user.role)) await this.sessions.endAll(work, id);
    if (input.state === 'disabled') await endLinksOf(work, id);
    return this.answer(work, changed);
  }

  /** Changes the account of whoever asks. */
  async changeOwn(work: Work, version: number, input: ChangeMe): Promise<void> {
    await this.save(work, await this.one(work, work.actor.userId), version, input);
  }

  private async save(work: Work, user: User, version: number, input: ChangeUser): Promise<User> {
    const changed = await work.change(User, 'user', user, version, input);
    work.audit({
      event: 'user.changed',
      subjectType: 'user',
      subjectId: user.id,
      details: { fields: Object.keys(input), ...(input.role ? { role: input.role } : {}) },
    });
    if (input.language !== undefined) await work.emit(new LanguageChanged(user.id, input.language));
    return changed;
  }

  async get(work: Work, id: string): Promise<UserAnswer> {
    return this.answer(work, await this.one(work, id));
  }

  async list(work: Work, query: PageQuery): Promise<Page<UserAnswer>> {
    const scope = scopeOf('users', query);
    const position = positionOf(scope, query.cursor);
    const rows = await work.sql<Listed>(
      `SELECT ${columnsOf(work.manager.connection.getMetadata(User), 'u')}, ${hasFactor} AS "hasSecondFactor" FROM users u
       WHERE u.organization_id = $1 ${position ? 'AND u.id > $3' : ''} ORDER BY u.id LIMIT $2`,
      [work.organizationId, query.limit + 1, ...(position ? [position.id] : [])],
    );
    return pageFrom(
      scope,
      rows,
      query.limit,
      (row) => row.id,
      (row) => answerOf(row, row.hasSecondFactor),
    );
  }

  /** Names of colleagues by id, for answers that name them. */
  async named(
    work: Work,
    ids: string[],
  ): Promise<Map<string, { displayName: string; phone: string | null; email: string; role: string }>> {
    if (ids.length === 0) return new Map();
    const rows = await work.sql<{ id: string; displayName: string; phone: string | null; email: string; role: string }>(
      'SELECT id, display_name AS "displayName", phone, email, role FROM users WHERE organization_id = $1 AND id = ANY($2)',
      [work.organizationId, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /**
   * Whether people can be given something to do, or to see.
   * @param field its name, or that of the one at a place of the list
   * @param before who has it already: they may have left since, and still stand there
   * @throws Problem 422 naming the field unless every id is a colleague whose account is not disabled
   */
  async mustBeHere(
    work: Work,
    field: string | ((at: number) => string),
    ids: (string | null | undefined)[],
    before: (string | null | undefined)[] = [],
  ): Promise<void> {
    const added = ids.filter((id) => id && !before.includes(id));
    if (added.length === 0) return;
    const rows = await work.sql<Pick<User, 'id' | 'state'>>(
      'SELECT id, state FROM users WHERE organization_id = $1 AND id = ANY($2)',
      [work.organizationId, added],
    );
    const here = new Set(rows.filter(({ state }) => state !== 'disabled').map(({ id }) => id));
    const at = ids.findIndex((id) => id && added.includes(id) && !here.has(id));
    if (at < 0) return;
    const isDisabled = rows.some(({ id }) => id === ids[at]);
    const [code, message] = isDisabled
      ? ['user.disabled', 'This account is disabled: whoever had it no longer works here. Choose somebody else.']
      : ['user.unknown', 'Nobody here has this id. Choose from /api/users.'];
    throw Problem.invalidField(typeof field === 'string' ? field : field(at), code!, message!);
  }

  private async one(work: Work, id: string): Promise<User> {
    const user = await work.manager.findOneBy(User, { id, organizationId: work.organizationId });
    if (!user) throw Problem.notFound('user');
    return user;
  }

  private async answer(work: Work, user: User): Promise<UserAnswer> {
    return answerOf(user, (await this.factors.of(work, user.id)).any);
  }
}

type Listed = User & { hasSecondFactor: boolean };

const answerOf = (user: User, hasSecondFactor: boolean): UserAnswer => ({
  id: user.id,
  version: user.version,
  displayName: user.displayName,
  email: user.email,
  role: user.role,
  phone: user.phone ?? null,
  language: user.language ?? null,
  state: user.state,
  hasSecondFactor,
  createdAt: user.createdAt.toISOString(),
  createdBy: user.createdBy,
  updatedAt: user.updatedAt.toISOString(),
  updatedBy: user.updatedBy,
});
