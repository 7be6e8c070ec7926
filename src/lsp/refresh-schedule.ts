/**
 * When a folder's assessment is brought up to date: one run at a time, background runs a moment after the last edit and given up for
 * newer edits, runs that somebody asked for carried through.
 */
import { type CancellationSource, type CancellationToken, CancelledError, createCancellationSource } from "../base";

/** Does one run. Throws CancelledError when `token` is cancelled. */
export type Refresh<Progress> = (token: CancellationToken, onProgress?: (progress: Progress) => void) => Promise<void>;

export interface RefreshSchedule<Progress> {
  /** Something changed: a background run soon. */
  changed(): void;
  /** A run now, carried through unless `token` is cancelled; ends when it has ended. */
  run(token: CancellationToken, onProgress?: (progress: Progress) => void): Promise<void>;
  /** Ends when nothing is planned or running. */
  settled(): Promise<void>;
  dispose(): void;
}

/** Long enough not to run at every key, short enough to feel immediate; a slow project waits as long as a run takes, up to a limit. */
const shortestPause = 250;
const longestPause = 3_000;

/** `fail` is told what a background run threw, except that it was cancelled. */
export function createRefreshSchedule<Progress>(
  refresh: Refresh<Progress>,
  now: () => number,
  fail: (error: unknown) => void,
): RefreshSchedule<Progress> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let background: CancellationSource | undefined;
  let queue: Promise<void> = Promise.resolve();
  let lastDuration = 0;
  let isDisposed = false;

  const timed: Refresh<Progress> = async (token, onProgress) => {
    if (isDisposed) throw new CancelledError();
    const started = now();
    await refresh(token, onProgress);
    lastDuration = now() - started;
  };

  /** One after the other, whatever became of the one before. */
  const enqueue = (run: () => Promise<void>): Promise<void> => {
    const result = queue.then(run, run);
    queue = result.catch(() => undefined);
    return result;
  };

  const runInBackground = () => {
    timer = undefined;
    const source = createCancellationSource();
    background = source;
    enqueue(() => timed(source.token))
      .catch((error) => error instanceof CancelledError || fail(error))
      .finally(() => {
        if (background === source) background = undefined;
      });
  };

  return {
    changed() {
      if (isDisposed) return;
      background?.cancel();
      if (timer !== undefined) clearTimeout(timer);
      timer = setTimeout(runInBackground, Math.min(longestPause, Math.max(shortestPause, lastDuration)));
    },
    run(token, onProgress) {
      background?.cancel();
      if (timer !== undefined) clearTimeout(timer);
      timer = undefined;
      return enqueue(() => timed(token, onProgress));
    },
    async settled() {
      while (timer !== undefined || background !== undefined) {
        await queue;
        await new Promise((resolve) => setTimeout(resolve, shortestPause / 5));
      }
      await queue;
    },
    dispose() {
      isDisposed = true;
      background?.cancel();
      if (timer !== undefined) clearTimeout(timer);
      timer = undefined;
    },
  };
}
