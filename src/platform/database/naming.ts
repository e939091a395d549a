import { createHash } from 'node:crypto';
import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter, at: number) => (at ? '_' : '') + letter.toLowerCase());

/** PostgreSQL cuts names at 63 characters; longer ones keep their beginning and a hash of the whole. */
const fitted = (name: string) =>
  name.length <= 60 ? name : `${name.slice(0, 50)}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;

const tableName = (table: Table | string) => (typeof table === 'string' ? table : table.name).split('.').pop()!;

/** snake_case columns, and constraints that say which table and columns they are about. */
export class DatabaseNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? snake(property);
  }

  override primaryKeyName(table: Table | string): string {
    return fitted(`${tableName(table)}_pkey`);
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return fitted(`${tableName(table)}_${columns.map(snake).join('_')}_unique`);
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return fitted(`${tableName(table)}_${columns.map(snake).join('_')}_fkey`);
  }

  override indexName(table: Table | string, columns: string[], where?: string): string {
    const suffix = where ? `_where_${createHash('sha256').update(where).digest('hex').slice(0, 6)}` : '';
    return fitted(`${tableName(table)}_${columns.map(snake).join('_')}${suffix}_idx`);
  }
}
