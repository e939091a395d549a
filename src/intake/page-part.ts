import { type FieldError, Problem } from '../platform/http/problem.js';

/** Warnings of one part of the page under the part's name: `receivedOn` becomes `letter.receivedOn`. */
export const under = (part: string, errors: FieldError[] = []): FieldError[] =>
  errors.map((error) => ({ ...error, field: `${part}.${error.field}` }));

/** Does one part of the page; what is wrong with a field of it is said with the field's place on the page. */
export async function onPage<T>(part: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof Problem && error.extras.errors) throw Problem.invalid(under(part, error.extras.errors));
    throw error;
  }
}
