/** The largest misses, looked into by hand: why each is missed, and whether any static method could find it. */
export const MISSES = `## The largest misses`;
