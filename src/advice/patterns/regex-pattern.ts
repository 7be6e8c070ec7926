/**
 * Whether a regular expression may backtrack without bounds. Repetition of a repetition is the classic case: in `(a+)+` a run of n letters can be
 * cut into rounds in 2^n ways, and all are tried before the match fails. It takes that each round can be one repeated thing with nothing that has
 * to stand beside it: `(\w+,)*` is bounded by its commas, `(\s+\w+)*` by its spaces. And it takes that the match can fail behind it: where
 * nothing has to follow, the first way is good enough. See Davis et al., "The impact of regular expression denial of service (ReDoS) in
 * practice", ESEC/FSE 2018.
 */
interface Element {
  /** May be there any number of times. */
  readonly unbounded: boolean;
  readonly optional: boolean;
}

interface Group {
  readonly start: number;
  readonly branches: Element[][];
  readonly isAtomic: boolean;
  /** A part that repeats a repetition, behind which nothing had to stand so far: in this branch, and in those before. */
  suspect?: string;
  earlier?: string;
}

/**
 * First part of `pattern`, in Python's syntax, that repeats a repetition and can fail behind it; undefined where none does. `isToTheEnd`:
 * the whole text has to match, as by `re.fullmatch`.
 */
export function nestedRepetition(pattern: string, isToTheEnd = false): string | undefined {
  const groups: Group[] = [{ start: 0, branches: [[]], isAtomic: false }];
  let at = 0;
  while (at < pattern.length) {
    const group = groups.at(-1) as Group;
    const character = pattern.charAt(at);
    const start = at;
    if (character === "(") {
      const opening = /^\((?:\?(?:P?<\w+>|[:>]|<?[=!]|[aiLmsux-]+:?\)?))?/.exec(pattern.slice(at))?.[0] ?? "(";
      at += opening.length;
      // Flags alone, `(?i)`, open no group; what looks around takes no part in the match.
      if (!opening.endsWith(")")) groups.push({ start, branches: [[]], isAtomic: opening === "(?>" || /[=!]$/.test(opening) });
      continue;
    }
    if (character === "|") {
      group.branches.push([]);
      group.earlier = suspectOf(group);
      group.suspect = undefined;
      at += 1;
      continue;
    }
    const isClosing = character === ")" && groups.length > 1;
    if (isClosing) groups.pop();
    at += isClosing ? 1 : widthOf(pattern, at);
    const quantifier = /^(?:[*+?]|\{\d*(?:,\d*)?\})[?+]?/.exec(pattern.slice(at))?.[0] ?? "";
    at += quantifier.length;
    // A possessive one, `a++`, gives nothing back.
    const repeats = /^(?:[*+]|\{\d*,\})\??$/.test(quantifier);
    const optional = /^(?:[*?]|\{0?,)/.test(quantifier);
    const outer = groups.at(-1) as Group;
    if (!optional && outer.suspect !== undefined) return outer.suspect;
    if (isClosing && !group.isAtomic) {
      const isNested = repeats && group.branches.some(isOneRepetition);
      outer.suspect ??= isNested ? pattern.slice(group.start, at) : suspectOf(group);
    }
    outer.branches.at(-1)?.push({ unbounded: repeats, optional });
  }
  return isToTheEnd ? suspectOf(groups[0] as Group) : undefined;
}

function suspectOf({ earlier, suspect }: Group): string | undefined {
  return earlier ?? suspect;
}

function isOneRepetition(branch: readonly Element[]): boolean {
  return branch.some(({ unbounded }, index) => unbounded && branch.every(({ optional }, other) => other === index || optional));
}

/** Length of the thing that a quantifier would repeat: an escape, a set or a character. */
function widthOf(pattern: string, at: number): number {
  const rest = pattern.slice(at);
  if (rest.startsWith("\\")) return Math.min(2, rest.length);
  return /^\[\^?\]?(?:\\.|[^\]\\])*\]/s.exec(rest)?.[0].length ?? 1;
}
