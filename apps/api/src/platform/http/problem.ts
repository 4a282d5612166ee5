import { type FieldError, type Problem, type ProblemCode, problemStatus } from '@zbor/contracts';

/** A refusal with a stable code; thrown anywhere, answered as RFC 9457 problem details. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params?: Record<string, string | number>,
    readonly errors?: FieldError[],
  ) {
    super(code);
  }

  get status(): number {
    return problemStatus[this.code];
  }

  toBody(): Problem {
    return {
      type: `urn:zbor:problem:${this.code}`,
      title: this.code.replaceAll('_', ' '),
      status: this.status,
      code: this.code,
      ...(this.params && { params: this.params }),
      ...(this.errors && { errors: this.errors }),
    };
  }
}

/** A problem of one field, found by a rule rather than by its shape. */
export function fieldProblem(
  path: string,
  code: FieldError['code'],
  params?: Record<string, number>,
): ProblemError {
  return new ProblemError('invalid_input', undefined, [{ path, code, ...(params && { params }) }]);
}

export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new ProblemError('not_found');
  return value;
}
