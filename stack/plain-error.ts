/** An error whose message alone is meant for the person at the terminal: entry points print it without a stack trace. */
export class PlainError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'PlainError';
    this.exitCode = exitCode;
  }
}
