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
}

/** Any thrown thing as a problem, in the language of the page. */
export function problemOf(error: unknown): Problem {
  if (error instanceof HttpError) {
    const data = typeof error.data === 'string' ? parsed(error.data) : (error.data as Partial<Problem> | undefined);
    const problem: Problem = { status: error.status, code: 'server.error', detail: '', ...data };
    const { code, detail, errors } = problem;
    return {
      ...problem,
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

/** Messages by field path, for a form; what names no field of it is not here. */
export const messagesByField = (error: unknown): Record<string, string> =>
  Object.fromEntries((problemOf(error).errors ?? []).map(({ field, message }) => [field, message]));

/** Whether the session is over, so that only signing in helps. */
export const isSessionOver = ({ status, code }: Problem) => status === 401 && code.startsWith('session.');

/** Whether nothing came from the server, or it says that it cannot answer now. */
export const isAway = ({ status, code }: Problem) => code === 'network.unreachable' || status >= 500;

export const mustEnrol = ({ code }: Problem) => code === 'second_factor.must_enrol';
