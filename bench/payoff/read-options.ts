export interface BenchOptions {
  readonly quick: boolean;
  readonly only: readonly string[];
  /** Writes what was measured of the named kernels beside what is there of the others. */
  readonly keep: boolean;
  /** Fits and writes from the measurements that are there. */
  readonly calibrate: boolean;
}

const usage = "usage: npm run bench:payoff [-- [--quick | --calibrate] [--only KERNEL]... [--keep]]";

/** A text says what is wrong with the arguments. */
export function readOptions(args: readonly string[]): BenchOptions | string {
  const only: string[] = [];
  let quick = false;
  let calibrate = false;
  let keep = false;
  for (let index = 0; index < args.length; index++) {
    const name = args[index + 1];
    if (args[index] === "--quick") quick = true;
    else if (args[index] === "--calibrate") calibrate = true;
    else if (args[index] === "--keep") keep = true;
    else if (args[index] === "--only" && name !== undefined) {
      only.push(name);
      index++;
    } else return usage;
  }
  if (keep && (quick || calibrate || only.length === 0)) return usage;
  return { quick, only, keep, calibrate };
}
