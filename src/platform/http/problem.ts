/** One thing that is wrong with one field of the request. `field` is the path as the caller wrote it: `letter.receivedOn`. */
export interface FieldError {
  field: string;
  /** Stable, `noun.reason`; programs switch on it. */
  code: string;
  /** What was wrong and what to do, for a person; never repeats the value. */
  message: string;
}

interface ProblemExtras {
  errors?: FieldError[];
  headers?: Record<string, string>;
  /** Members added to the problem document, such as `currentVersion`; never a sealed value. */
  members?: Record<string, unknown>;
}

/**
 * An answer that is not a success, as RFC 9457 describes it. The one filter turns it into
 * `application/problem+json`; services throw it, nobody else formats errors.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    /** Stable code, `noun.reason`. */
    readonly code: string,
    /** Sentence for a person: what was wrong, where, what to do. */
    readonly detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(`${code}: ${detail}`);
  }

  /** What was written until then is committed all the same: a refusal that must be remembered, such as a wrong code. */
  keepsWork = false;

  keepingWork(): this {
    this.keepsWork = true;
    return this;
  }

  static malformed(code: string, detail: string): Problem {
    return new Problem(400, code, detail);
  }

  static unauthenticated(code = 'session.missing', detail = 'Sign in first.'): Problem {
    return new Problem(401, code, detail);
  }

  static forbidden(code = 'permission.missing', detail = 'Your role does not include this.'): Problem {
    return new Problem(403, code, detail);
  }

  /** Absent and "not yours" are one answer, so that nobody learns which ids exist. */
  static notFound(noun: string): Problem {
    return new Problem(
      404,
      `${noun}.not_found`,
      `There is no such ${noun.replaceAll('_', ' ')}, or it is not yours to see.`,
    );
  }

  static conflict(code: string, detail: string, members?: Record<string, unknown>): Problem {
    return new Problem(409, code, detail, { members });
  }

  static stale(noun: string, currentVersion: number): Problem {
    return new Problem(
      412,
      `${noun}.stale_version`,
      `Somebody else changed this ${noun.replaceAll('_', ' ')} since you read it. Read it again, then repeat your change.`,
      { members: { currentVersion } },
    );
  }

  static invalid(errors: FieldError[]): Problem {
    const fields = errors.map((error) => error.field).join(', ');
    return new Problem(422, 'request.invalid', `Some fields need attention: ${fields}. Nothing was saved.`, { errors });
  }

  static invalidField(field: string, code: string, message: string): Problem {
    return Problem.invalid([{ field, code, message }]);
  }

  static unavailable(part: string, detail: string): Problem {
    return new Problem(503, `${part}.unavailable`, detail, { headers: { 'retry-after': '5' }, members: { part } });
  }
}

const titles: Record<number, string> = {
  400: 'Malformed request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  414: 'Address too long',
  415: 'Unsupported media type',
  422: 'Invalid fields',
  428: 'Version missing',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Internal error',
  503: 'Unavailable',
};

/** The problem document of RFC 9457 for one problem. */
export function problemDocument(problem: Problem, requestId?: string): Record<string, unknown> {
  return {
    type: `urn:problem:${problem.code}`,
    title: titles[problem.status] ?? 'Error',
    status: problem.status,
    detail: problem.detail,
    code: problem.code,
    ...(problem.extras.errors ? { errors: problem.extras.errors } : {}),
    ...(problem.extras.members ?? {}),
    ...(requestId ? { requestId } : {}),
  };
}
