/** Asked between steps of long work; the shells connect it to Ctrl-C, the editor's cancel button or a newer request. */
export interface CancellationToken {
  readonly isCancelled: boolean;
}

/** Thrown by work that found its token cancelled. Shells catch it and say nothing. */
export class CancelledError extends Error {
  override readonly name = "CancelledError";
  constructor() {
    super("cancelled");
  }
}

export const neverCancelled: CancellationToken = Object.freeze({ isCancelled: false });

/** Throws CancelledError if `token` was cancelled. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancelled) throw new CancelledError();
}

export interface CancellationSource {
  readonly token: CancellationToken;
  cancel(): void;
}

export function createCancellationSource(): CancellationSource {
  const token = { isCancelled: false };
  return {
    token,
    cancel() {
      token.isCancelled = true;
    },
  };
}
