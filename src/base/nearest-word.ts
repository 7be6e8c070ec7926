/** The candidate with the fewest single-letter changes from `word`, letters compared without case; "" when there is none. */
export function nearestWord(word: string, candidates: readonly string[]): string {
  return [...candidates].sort((a, b) => editDistance(word, a) - editDistance(word, b))[0] ?? "";
}

/** Insertions, deletions and changes of a letter (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1]?.toLowerCase() === b[j - 1]?.toLowerCase() ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
