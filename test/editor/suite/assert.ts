/** The few checks of node:assert that the suites use, for hosts without Node. */
export function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) throw new Error(`${message ?? "not equal"}: ${show(actual)} instead of ${show(expected)}`);
}

export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (show(actual) !== show(expected)) throw new Error(`${message ?? "not equal"}: ${show(actual)} instead of ${show(expected)}`);
}

export function ok(value: unknown, message?: string): asserts value {
  if (!value) throw new Error(message ?? `not true: ${show(value)}`);
}

export function match(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual)) throw new Error(`${show(actual)} does not match ${pattern}`);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
