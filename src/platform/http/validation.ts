import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldError, Problem } from './problem.js';
import { unstorableAt } from './values.js';

const codes: Record<string, string> = {
  whitelistValidation: 'field.unknown',
  isIn: 'choice.unknown',
  arrayUnique: 'choice.repeated',
  isUuid: 'id.malformed',
  isString: 'text.expected',
  maxLength: 'text.too_long',
  minLength: 'text.too_short',
  matches: 'text.format',
  isEmail: 'text.format',
  isInt: 'count.invalid',
  min: 'count.invalid',
  max: 'count.invalid',
  isBoolean: 'flag.expected',
  isArray: 'list.expected',
  arrayMaxSize: 'list.too_long',
  isCalendarDate: 'date.invalid',
  isInstant: 'instant.invalid',
  isZone: 'zone.unknown',
  nestedValidation: 'object.expected',
};

const unknownField = (field: string): FieldError => ({
  field,
  code: 'field.unknown',
  message: 'There is no such field here. Take it out, or check its spelling.',
});

/** Flattens class-validator's tree into field errors with the caller's own paths; the first broken rule speaks for a field. */
function flattened(errors: ValidationError[], prefix = ''): FieldError[] {
  return errors.flatMap((error): FieldError[] => {
    const field = [prefix, error.property].filter(Boolean).join('.') || 'body';
    const constraints = error.constraints ?? {};
    const children = flattened(error.children ?? [], field);
    const names = Object.keys(constraints);
    if (names.length === 0) return children;
    if (names.includes('whitelistValidation')) {
      return [unknownField(field)];
    }
    if (error.value === undefined || error.value === null) {
      return [{ field, code: 'field.required', message: 'This field is required.' }];
    }
    const order = ['isString', 'isArray', 'isInt'];
    const first = order.find((name) => names.includes(name)) ?? names[names.length - 1]!;
    const message =
      first === 'nestedValidation' || first === 'unknownValue'
        ? 'Give an object with its fields here.'
        : constraints[first]!;
    return [{ field, code: codes[first] ?? `field.${first}`, message }, ...children];
  });
}

const deepest = 12;

/**
 * Refuses what no field can take: text that cannot be stored, nesting without end, lists with holes, names that every
 * object has (class-validator takes `toString` for a known field).
 * @throws Problem 422 naming the field
 */
export function checkStorable(value: unknown, path = '', depth = 0): void {
  if (typeof value === 'string') {
    if (unstorableAt(value) >= 0) {
      throw Problem.invalidField(
        path || 'body',
        'text.invalid_characters',
        'The text holds a NUL character or half of a surrogate pair. Take it out.',
      );
    }
  } else if (value !== null && typeof value === 'object') {
    if (depth >= deepest) throw Problem.invalidField(path, 'object.too_deep', 'The value is nested too deeply.');
    if (Array.isArray(value)) refuseHoles(value, path || 'body');
    for (const [key, inner] of Object.entries(value)) {
      checkStorable(key, path || 'body', depth);
      if (key in Object.prototype) throw Problem.invalid([unknownField(path ? `${path}.${key}` : key)]);
      checkStorable(inner, path ? `${path}.${key}` : key, depth + 1);
    }
  }
}

/** No list of ours holds nothing, or lists; class-validator lets both pass where objects are expected. */
function refuseHoles(list: unknown[], path: string): void {
  const at = list.findIndex((element) => element === null || Array.isArray(element));
  if (at >= 0)
    throw Problem.invalidField(`${path}.${at}`, 'list.invalid', 'A list can hold neither null nor other lists.');
}

/** Validates bodies and queries by their classes: unknown fields are refused, errors name their fields. */
export class RequestValidation extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: false,
      exceptionFactory: (errors) => Problem.invalid(flattened(errors)),
    });
  }

  override async transform(value: unknown, metadata: Parameters<ValidationPipe['transform']>[1]): Promise<unknown> {
    if (metadata.type === 'body') {
      if (value === null || typeof value !== 'object' || Array.isArray(value)) {
        throw Problem.malformed('body.expected', 'Send a JSON object as the body.');
      }
    }
    if (metadata.type !== 'custom') checkStorable(value);
    return super.transform(value, metadata) as Promise<unknown>;
  }
}
