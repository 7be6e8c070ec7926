/**
 * When a folder's assessment is brought up to date: one run at a time, background runs a moment after the last edit and given up for
 * newer edits, runs that somebody asked for carried through. A background run may be a quick one; when nothing more is typed, a full one
 * follows it.
 */
import { type CancellationSource, type CancellationToken, CancelledError, createCancellationSource } from "../base";

/** Does one run; true when it was a quick one that a full one has to follow. Throws CancelledError when `token` is cancelled. */
export type Refresh<Progress> = (
  token: CancellationToken,
  onProgress: ((progress: Progress) => void) | undefined,
  isQuick: boolean,
) => Promise<boolean>;

export interface RefreshSchedule<Progress> {
  /** Something changed: a background run soon. */
  changed(): void;
  /** A run now, carried through unless `token` is cancelled; ends when it has ended. */
  run(token: CancellationToken, onProgress?: (progress: Progress) => void): Promise<void>;
  /** Ends when nothing is planned or running, but for the full run that follows a quick one. */
  settled(): Promise<void>;
  dispose(): void;
}

/** Long enough not to run at every key, short enough to feel immediate; a slow project waits as long as a run takes, up to a limit. */
const shortestPause = 60;
const longestPause = 3_000;
/** A full run after a quick one waits until the editor has been quiet for so long, or for three times as long as such a run takes. */
const shortestQuiet = 2_000;

/** `fail` is told what a background run threw, except that it was cancelled. */
export function createRefreshSchedule<Progress>(
  refresh: Refresh<Progress>,
  now: () => number,
  fail: (error: unknown) => void,
): RefreshSchedule<Progress> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let background: CancellationSource | undefined;
  let queue: Promise<void> = Promise.resolve();
  let lastDuration = 0;
  let lastFullDuration = 0;
  let isDisposed = false;

  const timed: Refresh<Progress> = async (token, onProgress, isQuick) => {
    if (isDisposed) throw new CancelledError();
    const started = now();
    const wantsFull = await refresh(token, onProgress, isQuick);
    const duration = now() - started;
    if (isQuick) lastDuration = duration;
    if (!wantsFull) lastFullDuration = duration;
    return wantsFull;
  };

  /** One after the other, whatever became of the one before. */
  const enqueue = (run: () => Promise<boolean>): Promise<boolean> => {
    const result = queue.then(run, run);
    queue = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  };

  const runInBackground = (isQuick: boolean) => {
    timer = undefined;
    quiet = undefined;
    const source = createCancellationSource();
    background = source;
    enqueue(() => timed(source.token, undefined, isQuick))
      .then((wantsFull) => {
        if (wantsFull && background === source && !isDisposed) {
          quiet = setTimeout(() => runInBackground(false), Math.max(shortestQuiet, 3 * lastFullDuration));
        }
      })
      .catch((error) => error instanceof CancelledError || fail(error))
      .finally(() => {
        if (background === source) background = undefined;
      });
  };

  /** Whatever is planned or runs in the background gives way. */
  const giveWay = () => {
    background?.cancel();
    if (timer !== undefined) clearTimeout(timer);
    if (quiet !== undefined) clearTimeout(quiet);
    timer = undefined;
    quiet = undefined;
  };

  return {
    changed() {
      if (isDisposed) return;
      giveWay();
      timer = setTimeout(() => runInBackground(true), Math.min(longestPause, Math.max(shortestPause, lastDuration)));
    },
    async run(token, onProgress) {
      giveWay();
      await enqueue(() => timed(token, onProgress, false));
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
      giveWay();
    },
  };
}
