/** A mistake in what was typed: one line that says what is wrong and what helps. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
