import { Injectable } from '@nestjs/common';
import type { Identity } from '../platform/crypto/blind-index.js';
import { insertStatement } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import type { ClientFields } from './client.fields.js';
import { SearchTokenRow } from './search-token.entity.js';

type Person = Partial<ClientFields>;

const identityFields = ['legalName', 'preferredName', 'aliases', 'dateOfBirth', 'phone', 'aNumber'] as const;

/** Under which names and numbers a person can be found. */
export function identityOf(person: Person): Identity {
  const names = [person.legalName, person.preferredName, ...(person.aliases?.split(/[,;\n]/) ?? [])];
  return {
    names: names.filter((name): name is string => Boolean(name?.trim())),
    dateOfBirth: person.dateOfBirth ?? undefined,
    phones: person.phone ? [person.phone] : [],
    aNumber: person.aNumber ?? undefined,
  };
}

/** Writes the blind index, by which people are found though their names are sealed. */
@Injectable()
export class PersonIndex {
  /** For a new case file. */
  async add(work: Work, clientId: string, person: Person): Promise<void> {
    const { index } = await work.organizationKeys();
    const tokens = index.tokensOf(identityOf(person));
    const unique = new Map(tokens.map(({ kind, token }) => [`${kind}${token.toString('hex')}`, { kind, token }]));
    if (unique.size === 0) return;
    const rows = [...unique.values()].map((one) => ({ ...one, organizationId: work.organizationId, clientId }));
    work.write(insertStatement(work.manager.connection.getMetadata(SearchTokenRow), rows));
  }

  /** After a change: anew where it changed how the person can be found. */
  async follow(work: Work, clientId: string, before: Person, after: Person): Promise<void> {
    if (identityFields.every((name) => before[name] === after[name])) return;
    work.write({
      text: 'DELETE FROM search_tokens WHERE organization_id = $1 AND client_id = $2',
      parameters: [work.organizationId, clientId],
    });
    await this.add(work, clientId, after);
  }
}
