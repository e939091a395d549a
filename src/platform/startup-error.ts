/**
 * Something outside the program keeps it from starting. The message is one sentence for the person at the
 * terminal: what is wrong, where, and what to do. It is printed alone, without a stack.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
