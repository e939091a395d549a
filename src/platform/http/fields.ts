import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Column, getMetadataArgsStorage, type ColumnOptions } from 'typeorm';
import { type FieldKind, registerField, type RetentionClass } from './field-catalogue.js';
import { charactersIn, isCalendarDate, isInstant, isZone } from './values.js';

/**
 * The kinds of field there are. Each decorator states, once, everything about a field: its rule for requests, its
 * place in the OpenAPI document, its column and check in the database, its purpose and what becomes of it. A class of
 * such fields (`letter.fields.ts`) is the parent of the entity, of the create and patch bodies and of the answer.
 */
export interface FieldOptions {
  /** Why this is collected: one sentence, shown to users next to the field. */
  purpose: string;
  keeps: RetentionClass;
  required?: boolean;
  /** The permission without which this is absent from answers (not blank) and refused in bodies. */
  seenWith?: string;
  /** Not a column of the record's own table (a list kept in a table of its own, or a wish that is not stored). */
  stored?: false;
  /** Default of the column, for required fields that a caller may leave out. */
  default?: string | number | boolean | [];
}

interface SealableOptions extends FieldOptions {
  sealed?: boolean;
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

interface Recipe {
  kind: FieldKind;
  options: SealableOptions;
  rules: PropertyDecorator[];
  api: Parameters<typeof ApiProperty>[0];
  column: ColumnOptions;
  values?: readonly string[];
  /** SQL condition on the column, named after it. */
  check?: (column: string) => string;
}

function field({ kind, options, rules, api, column, values, check }: Recipe): PropertyDecorator {
  const required = options.required ?? false;
  const mayBeLeftOut = !required || options.default !== undefined;
  const stored = options.stored !== false;
  return (target, key) => {
    const name = String(key);
    registerField(target, {
      name,
      kind,
      purpose: options.purpose,
      keeps: options.keeps,
      required,
      sealed: options.sealed ?? false,
      ...(values ? { values } : {}),
      ...(options.seenWith ? { seenWith: options.seenWith } : {}),
    });
    const decorators = [
      ...rules,
      ApiProperty({
        description: options.purpose,
        required: !mayBeLeftOut,
        nullable: !required,
        ...api,
        ...(options.seenWith ? { 'x-permission': options.seenWith } : {}),
      } as never),
      // A required field with a default may be left out, yet null would not fit its column.
      ...(mayBeLeftOut ? [required ? ValidateIf((_, value) => value !== undefined) : IsOptional()] : []),
      ...(stored
        ? [
            Column({
              ...(options.sealed ? { type: 'text' as const } : column),
              nullable: !required,
              ...(options.default === undefined ? {} : { default: options.default }),
            }),
          ]
        : []),
    ];
    applyDecorators(...decorators)(target, key);
    if (stored && check && !options.sealed) {
      getMetadataArgsStorage().checks.push({
        target: target.constructor,
        name: `${snake(name)}_check`,
        expression: check(snake(name)),
      });
    }
  };
}

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

const rule = (name: string, message: string, validate: (value: unknown) => boolean) =>
  ValidateBy({ name, validator: { validate, defaultMessage: () => message } });

/** Text of at most `max` characters, counted as PostgreSQL counts them; class-validator's MaxLength leaves some out. */
export const AtMost = (max: number): PropertyDecorator =>
  rule(
    'maxLength',
    `Write at most ${max} characters.`,
    (value) => typeof value === 'string' && charactersIn(value) <= max,
  );

/** Ids as PostgreSQL writes them, so that they can be compared; what is no text is left to the rules. */
const lowerCase = (value: unknown): unknown =>
  typeof value === 'string' ? value.toLowerCase() : Array.isArray(value) ? value.map(lowerCase) : value;
const LowerCase = () => Transform(({ value }) => lowerCase(value));

interface TextOptions extends SealableOptions {
  max: number;
  min?: number;
  format?: 'email' | 'phone' | 'language' | 'a_number' | 'code' | 'county';
}

/** One spelling per county: a borough of New York City, or state and county. */
const county =
  /^(?!ny_(bronx|kings|new_york|queens|richmond)$)(bronx|kings|new_york|queens|richmond|unknown|withheld|[a-z]{2}_[a-z]+(_[a-z]+)*)$/;

const formats: Record<NonNullable<TextOptions['format']>, { rule: PropertyDecorator; api: object }> = {
  email: {
    rule: IsEmail({}, { message: 'Write an e-mail address such as name@example.org.' }),
    api: { format: 'email' },
  },
  phone: {
    rule: Matches(/^\+[1-9]\d{6,14}$/, {
      message: 'Write the number with its country code, digits only: +17185550123.',
    }),
    api: { pattern: '^\\+[1-9]\\d{6,14}$' },
  },
  language: {
    rule: Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: 'Write a language tag such as es, zh-Hans or ht.' }),
    api: { pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' },
  },
  a_number: {
    rule: Matches(/^\d{7,9}$/, { message: 'Write the 7 to 9 digits of the A-number, without the A.' }),
    api: { pattern: '^\\d{7,9}$' },
  },
  code: { rule: Matches(/^[A-Z0-9-]+$/, { message: 'Use capital letters, digits and hyphens.' }), api: {} },
  county: {
    rule: Matches(county, {
      message: 'Write bronx, kings, new_york, queens or richmond; elsewhere state and county, such as nj_hudson.',
    }),
    api: { pattern: county.source },
  },
};

/** A string of at most `max` characters; sealed text may be long, plain text should be a name or a code. */
export function Text(options: TextOptions): PropertyDecorator {
  const format = options.format ? formats[options.format] : undefined;
  return field({
    kind: 'text',
    options,
    rules: [
      IsString({ message: 'Write text.' }),
      rule(
        'minLength',
        `Write at least ${options.min ?? 1} character(s), or leave the field out.`,
        // Blanks alone say nothing.
        (value) => typeof value === 'string' && charactersIn(value.trim()) >= (options.min ?? 1),
      ),
      AtMost(options.max),
      ...(format ? [format.rule] : []),
    ],
    api: { type: 'string', minLength: options.min ?? 1, maxLength: options.max, ...format?.api } as never,
    column: { type: 'varchar', length: options.max },
  });
}

/** One of a closed list of lower_snake_case values. */
export function Choice(values: readonly string[], options: FieldOptions): PropertyDecorator {
  return field({
    kind: 'choice',
    options,
    values,
    rules: [IsIn(values, { message: `Choose one of: ${values.join(', ')}.` })],
    api: { type: 'string', enum: [...values] } as never,
    column: { type: 'varchar', length: 40 },
    check: (column) => `${column} IN (${quoted(values)})`,
  });
}

/** Any of a closed list, each at most once; an empty list says "none of these", absence says "not asked". */
export function Choices(values: readonly string[], options: FieldOptions): PropertyDecorator {
  return field({
    kind: 'choices',
    options,
    values,
    rules: [
      IsArray({ message: 'Give a list.' }),
      ArrayMaxSize(values.length, { message: 'The list is too long.' }),
      ArrayUnique({ message: 'Name each value once.' }),
      IsIn(values, { each: true, message: `Choose from: ${values.join(', ')}.` }),
    ],
    api: { type: 'array', items: { type: 'string', enum: [...values] } } as never,
    column: { type: 'varchar', array: true },
    check: (column) => `${column} <@ ARRAY[${quoted(values)}]::varchar[]`,
  });
}

/** A calendar date `YYYY-MM-DD` between 1900 and 2200, without a time or a zone. */
export function CalendarDate(options: SealableOptions): PropertyDecorator {
  return field({
    kind: 'date',
    options,
    rules: [rule('isCalendarDate', 'Write a date that exists as YYYY-MM-DD, such as 2018-02-14.', isCalendarDate)],
    api: { type: 'string', format: 'date' } as never,
    column: { type: 'date' },
  });
}

export const datePrecisions = ['exact', 'day_range', 'week', 'month', 'unknown'] as const;
export type DatePrecision = (typeof datePrecisions)[number];

/** How exactly the date in the field of the same name without "Precision" is known; `exact` unless said. */
export function Precision(options: Omit<FieldOptions, 'required' | 'default'>): PropertyDecorator {
  return Choice(datePrecisions, { ...options, required: true, default: 'exact' });
}

/** A point in time: RFC 3339 with `Z` or an offset; stored in UTC to the millisecond. */
export function Instant(options: FieldOptions): PropertyDecorator {
  return field({
    kind: 'instant',
    options,
    rules: [rule('isInstant', 'Write an instant with its offset, such as 2018-03-08T14:00:00Z.', isInstant)],
    api: { type: 'string', format: 'date-time' } as never,
    column: { type: 'timestamptz', precision: 3 },
  });
}

/** True or false; absence says "not asked". */
export function Flag(options: FieldOptions): PropertyDecorator {
  return field({
    kind: 'flag',
    options,
    rules: [IsBoolean({ message: 'Say true or false.' })],
    api: { type: 'boolean' } as never,
    column: { type: 'boolean' },
  });
}

/** A whole number between `min` (0) and `max`. */
export function Count(options: FieldOptions & { min?: number; max: number }): PropertyDecorator {
  const { min = 0, max } = options;
  const message = `Write a whole number from ${min} to ${max}.`;
  return field({
    kind: 'count',
    options,
    rules: [IsInt({ message }), Min(min, { message }), Max(max, { message })],
    api: { type: 'integer', minimum: min, maximum: max } as never,
    column: { type: 'integer' },
  });
}

/** The id of another record of the same organisation, or of a reference list. */
export function Reference(options: FieldOptions): PropertyDecorator {
  return field({
    kind: 'reference',
    options,
    rules: [LowerCase(), IsUUID('all', { message: 'Give the id (a UUID) of an existing record.' })],
    api: { type: 'string', format: 'uuid' } as never,
    column: { type: 'uuid' },
  });
}

/** Ids of other records, each at most once. */
export function References(options: FieldOptions & { max: number }): PropertyDecorator {
  return field({
    kind: 'references',
    options,
    rules: [
      LowerCase(),
      IsArray({ message: 'Give a list.' }),
      ArrayMaxSize(options.max, { message: `List at most ${options.max}.` }),
      ArrayUnique({ message: 'Name each record once.' }),
      IsUUID('all', { each: true, message: 'Give ids (UUIDs) of existing records.' }),
    ],
    api: { type: 'array', items: { type: 'string', format: 'uuid' } } as never,
    column: { type: 'uuid', array: true },
  });
}

/** An IANA time zone such as `America/New_York`. */
export function Zone(options: FieldOptions): PropertyDecorator {
  return field({
    kind: 'zone',
    options,
    rules: [rule('isZone', 'Name an IANA time zone such as America/New_York.', isZone)],
    api: { type: 'string', example: 'America/New_York' } as never,
    column: { type: 'varchar', length: 64 },
  });
}

/** A short list of small structures, kept as JSON in the record (sealed as a whole where it names people). */
export function Parts(type: () => new () => object, options: SealableOptions & { max: number }): PropertyDecorator {
  return field({
    kind: 'parts',
    options,
    rules: [
      IsArray({ message: 'Give a list.' }),
      ArrayMaxSize(options.max, { message: `List at most ${options.max}.` }),
      ValidateNested({ each: true }),
      Type(type),
    ],
    // Nest's document knows a class given late by the function's name `type`.
    api: { type: () => type(), isArray: true } as never,
    column: { type: 'jsonb' },
  });
}
