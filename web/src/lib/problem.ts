import { HttpError } from '@oazapfts/runtime';
import { refusalInWords } from '../i18n/index.js';

export interface FieldError {
  field: string;
  code: string;
  message: string;
}

/** The server's application/problem+json; `status` 0 when no answer came. Programs switch on `code`. */
export interface Problem {
  status: number;
  code: string;
  detail: string;
  errors?: FieldError[];
  requestId?: string;
  /** In how many seconds it may be tried again, where the server says so. */
  retryAfter?: number;
}

/** Any thrown thing as a problem, in the language of the page. */
export function problemOf(error: unknown): Problem {
  if (error instanceof HttpError) {
    const data = typeof error.data === 'string' ? parsed(error.data) : (error.data as Partial<Problem> | undefined);
    const problem: Problem = { status: error.status, code: 'server.error', detail: '', ...data };
    const { code, detail, errors } = problem;
    const retryAfter = Number(error.headers.get('retry-after'));
    return {
      ...problem,
      ...(retryAfter > 0 ? { retryAfter } : {}),
      detail: detail && refusalInWords(code, detail),
      ...(errors ? { errors: errors.map((one) => ({ ...one, message: refusalInWords(one.code, one.message) })) } : {}),
    };
  }
  const isTooLate = error instanceof DOMException && error.name === 'TimeoutError';
  const hasNoAnswer = isTooLate || error instanceof TypeError;
  return { status: 0, code: hasNoAnswer ? 'network.unreachable' : 'browser.error', detail: '' };
}

function parsed(text: string): Partial<Problem> {
  try {
    return JSON.parse(text) as Partial<Problem>;
  } catch {
    return {};
  }
}

/** How long to wait, as people say it: in seconds, or in minutes that are full. */
export const waitOf = (seconds: number): { unit: 'seconds' | 'minutes'; count: number } =>
  seconds < 60 ? { unit: 'seconds', count: seconds } : { unit: 'minutes', count: Math.ceil(seconds / 60) };

/** Messages by field path, for a form; what names no field of it is not here. */
export const messagesByField = (error: unknown): Record<string, string> =>
  Object.fromEntries((problemOf(error).errors ?? []).map(({ field, message }) => [field, message]));

/** What seems odd in something that was saved all the same, by field path. */
export const doubtsByField = (answer: unknown): Record<string, string> =>
  Object.fromEntries(
    ((answer as { warnings?: FieldError[] } | undefined)?.warnings ?? []).map(({ field, code, message }) => [
      field,
      refusalInWords(code, message),
    ]),
  );

/** Whether the session is over, so that only signing in helps. */
export const isSessionOver = ({ status, code }: Problem) => status === 401 && code.startsWith('session.');

/** Whether nothing came from the server, or it says that it cannot answer now. */
export const isAway = ({ status, code }: Problem) => code === 'network.unreachable' || status >= 500;

export const mustEnrol = ({ code }: Problem) => code === 'second_factor.must_enrol';
