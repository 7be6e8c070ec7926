import { ProfileError } from "../contract";

/** Lines that were no stack: the stump at the end of a file that was cut, messages of the tool in between. */
export function createSkippedLines() {
  let count = 0;
  let first = 0;
  let isOnlyCut = true;
  return {
    add(number: number, isCut: boolean): void {
      count++;
      if (first === 0) first = number;
      isOnlyCut &&= isCut;
    },
    /** A few odd lines are a warning; a file of them is another format. */
    refuseMost(source: string, good: number, expected: string): void {
      if (count > good)
        throw new ProfileError(source, `${count} of ${count + good} lines are not of the form ${expected}`, `line ${first}`);
    },
    warnings(): string[] {
      if (count === 0) return [];
      if (isOnlyCut) return [`line ${first}: the last line is cut short and was left out`];
      return [`line ${first}: ${count === 1 ? "this line is" : `this line and ${count - 1} more are`} no stack and was left out`];
    },
  };
}
