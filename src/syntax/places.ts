/** What facts say apart from where it stands. */

/** Offsets are called so in all facts (`TextRange`), and nothing else is. */
export function isPlace(key: string): boolean {
  return key === "start" || key === "end";
}

/** The same text for facts, or what holds them, that differ in their offsets only. */
export function textWithoutPlaces(facts: unknown): string {
  return JSON.stringify(facts, (key, value) => (isPlace(key) ? undefined : value));
}
