import { describe, expect, it } from 'vitest';
import { asText, typedRecoveryCode } from './recovery-code.js';

describe('a recovery code', () => {
  it.each([
    ['7k3m-0p9x-4tqh-2vbn-x8d0-5ecr', '7k3m-0p9x-4tqh-2vbn-x8d0-5ecr'],
    ['7K3M 0P9X 4TQH 2VBN X8D0 5ECR', '7K3M-0P9X-4TQH-2VBN-X8D0-5ECR'],
    ['  7k3m–0p9x–4tqh–2vbn–x8d0–5ecr', '7k3m-0p9x-4tqh-2vbn-x8d0-5ecr'],
    ['7k3m0p9x4tqh2vbnx8d05ecr', '7k3m0p9x4tqh2vbnx8d05ecr'],
    ['7k3m-', '7k3m-'],
  ])('%s is taken as %s', (typed, taken) => expect(typedRecoveryCode(typed)).toBe(taken));

  it('stands on a line of its own in the file', () => {
    expect(asText('Recovery codes', 'Each works once.', ['aaaa', 'bbbb'])).toBe(
      'Recovery codes\n\nEach works once.\n\naaaa\nbbbb\n',
    );
  });
});
