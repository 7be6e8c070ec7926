/** Bounds the wait for a file system that may be a dead network folder. */

export interface TimeLimit {
  /** What `work` gives, or an error once it has taken too long; at once when it is known that nothing answers. */
  within<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** So many waits in vain in a row: then it is not the file but the file system. */
const mostWaits = 3;
/** How long nothing more is asked of it, in limits. */
const restInLimits = 6;

/** `limit` in milliseconds. */
export function createTimeLimit(limit: number, now: () => number): TimeLimit {
  let inVain = 0;
  let restUntil = 0;
  return {
    async within(work) {
      if (now() < restUntil) throw new Error("its file system does not answer");
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          inVain++;
          if (inVain >= mostWaits) restUntil = now() + restInLimits * limit;
          reject(new Error(`no answer within ${limit / 1000} s`));
        }, limit);
      });
      try {
        const result = await Promise.race([work(), late]);
        inVain = 0;
        return result;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
