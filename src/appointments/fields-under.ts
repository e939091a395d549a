import { Problem } from '../platform/http/problem.js';

/** Does something with a part of a request; errors name the fields by the caller's own path, `nextAppointment.startsAt`. */
export async function fieldsUnder<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof Problem) || !error.extras.errors) throw error;
    throw Problem.invalid(error.extras.errors.map((wrong) => ({ ...wrong, field: `${path}.${wrong.field}` })));
  }
}
