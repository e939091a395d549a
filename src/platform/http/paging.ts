import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Problem } from './problem.js';

const limitMessage = 'Ask for 1 to 100.';

/** Query of every list. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 25, description: 'How many at most.' })
  @Transform(({ value }) => (typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value) as unknown)
  @IsOptional()
  @IsInt({ message: limitMessage })
  @Min(1, { message: limitMessage })
  @Max(100, { message: limitMessage })
  limit: number = 25;

  @ApiPropertyOptional({ description: 'nextCursor of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;

  @ApiPropertyOptional({ type: 'boolean', description: 'true answers the total as well.' })
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value) as unknown)
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  count?: boolean;
}

/** A page of a list in a stable order. */
export interface Page<T> {
  items: T[];
  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
  total?: number;
}

const pages = new Map<Type, Type>();

/** The class that describes a page of `type` in the OpenAPI document. */
export function pageOf<T>(type: Type<T>): Type<Page<T>> {
  let page = pages.get(type);
  if (!page) {
    class PageOf implements Page<T> {
      @ApiProperty({ type, isArray: true })
      items!: T[];

      @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page; null on the last.' })
      nextCursor!: string | null;

      @ApiPropertyOptional({ type: 'integer' })
      total?: number;
    }
    Object.defineProperty(PageOf, 'name', { value: `PageOf${type.name}` });
    page = PageOf;
    pages.set(type, page);
  }
  return page as Type<Page<T>>;
}

/** Where the next page begins: the sort value and id of the last row of this one. */
export interface Position {
  after: string;
  id: string;
}

let signingKeys: Buffer[] = [];

/**
 * Derives the keys that cursors are signed with, the first, and recognised by, any of them; called once at start.
 * @param masterKeys more than one while the master key is being changed
 */
export function signCursorsWith(masterKeys: Buffer[]): void {
  signingKeys = masterKeys.map((key) => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'letterbox cursors', 32)));
}

const signature = (scope: string, body: string, key = signingKeys[0]!) =>
  createHmac('sha256', key).update(`${scope}\n${body}`).digest().subarray(0, 12);

/** Reads a cursor of the list named `scope`. @throws Problem 400 when it was altered or belongs to another list */
export function positionOf(scope: string, cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  const [body, mac] = cursor.split('.');
  const given = Buffer.from(mac ?? '', 'base64url');
  const isOurs = signingKeys.some((key) => {
    const wanted = signature(scope, body ?? '', key);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
  if (!isOurs) {
    throw new Problem(
      400,
      'cursor.invalid',
      'This cursor does not belong to this list. Start again without a cursor.',
      {
        errors: [{ field: 'cursor', code: 'cursor.invalid', message: 'Start again without a cursor.' }],
      },
    );
  }
  const [after, id] = JSON.parse(Buffer.from(body!, 'base64url').toString()) as [string, string];
  return { after, id };
}

/**
 * Cuts a page out of `limit + 1` rows.
 * @param scope name of the list together with its filters, so that a cursor fits only the list it came from
 */
export function pageFrom<R extends { id: string }, T>(
  scope: string,
  rows: R[],
  limit: number,
  sortValue: (row: R) => string | Date,
  map: (row: R) => T,
  total?: number,
): Page<T> {
  const kept = rows.slice(0, limit);
  const last = rows.length > limit ? kept[kept.length - 1] : undefined;
  let nextCursor: string | null = null;
  if (last) {
    const value = sortValue(last);
    const body = Buffer.from(JSON.stringify([value instanceof Date ? value.toISOString() : value, last.id])).toString(
      'base64url',
    );
    nextCursor = `${body}.${signature(scope, body).toString('base64url')}`;
  }
  return { items: kept.map(map), nextCursor, ...(total === undefined ? {} : { total }) };
}

/** The filters of a query as part of a cursor's scope. */
export const scopeOf = (noun: string, query: PageQuery, more: Record<string, unknown> = {}) =>
  `${noun}?${JSON.stringify(
    Object.entries({ ...query, ...more, cursor: undefined, limit: undefined, count: undefined })
      .filter(([, value]) => value !== undefined)
      .sort(),
  )}`;
