/** How unsure a prediction is: the larger the gain, the more it depends on what no source shows (caches, vector instructions, chains of steps). */

/** Factor of a speedup of 1, and how fast it grows: on measured kernels left out of the fit, one step up or down covers about the same part everywhere. */
const atOne = 0.5;
const growth = 0.1;

/** `steps` standard steps above (or below, when negative) a predicted speedup. */
export function widenBy(speedup: number, steps: number): number {
  return speedup * Math.exp(steps * (atOne + growth * Math.log(Math.max(1, speedup))));
}
