/** What the lines of a function do, so that they are found again after an edit. Literals, comments and blanks do not count. */
import { contentHash, lineAt } from "../../base";
import { type Expression, expressionsOf, walkExpressions, walkStatements } from "../../syntax";
import type { PlacedFunction } from "./file-functions";

export interface FunctionShape {
  /** Of the whole function; equal shapes are the same code. */
  readonly hash: string;
  /** Lines with code, from the function's first line (0), and what starts there. */
  readonly lines: readonly { readonly offset: number; readonly token: string }[];
}

/** More cells than this in the table of a comparison take longer than a line is worth. */
const largestTable = 4_000_000;

export function shapeOf({ node: { fact, file }, firstLine }: PlacedFunction): FunctionShape {
  const tokens = new Map<number, string>();
  const note = (start: number, word: string) => {
    const offset = lineAt(file.lineStarts, start) - firstLine;
    tokens.set(offset, `${tokens.get(offset) ?? ""} ${word}`);
  };
  const noteExpression = (it: Expression) => note(it.start, wordOf(it));
  walkStatements(fact.body, (statement) => {
    note(statement.start, statement.kind);
    for (const expression of expressionsOf(statement)) walkExpressions(expression, noteExpression);
  });
  const lines = [...tokens].map(([offset, token]) => ({ offset, token })).sort((a, b) => a.offset - b.offset);
  return { hash: contentHash(lines.map(({ offset, token }) => `${offset}${token}`).join("\n")), lines };
}

function wordOf(expression: Expression): string {
  if (expression.kind === "name") return expression.name;
  return expression.kind === "attribute" ? `.${expression.name}` : expression.kind;
}

/** For each line of `before` the line of `after` that does the same, by the longest common sequence; lines that are gone are missing. */
export function matchLines(before: FunctionShape, after: FunctionShape): ReadonlyMap<number, number> {
  const a = before.lines;
  const b = after.lines;
  const matches = new Map<number, number>();
  let start = 0;
  while (start < a.length && start < b.length && a[start]?.token === b[start]?.token) start++;
  let fromEnd = 0;
  while (
    fromEnd < a.length - start &&
    fromEnd < b.length - start &&
    a[a.length - 1 - fromEnd]?.token === b[b.length - 1 - fromEnd]?.token
  ) {
    fromEnd++;
  }
  const pair = (left: number, right: number) => matches.set(a[left]?.offset as number, b[right]?.offset as number);
  for (let index = 0; index < start; index++) pair(index, index);
  for (let index = 1; index <= fromEnd; index++) pair(a.length - index, b.length - index);
  const left = a.slice(start, a.length - fromEnd);
  const right = b.slice(start, b.length - fromEnd);
  for (const [one, other] of longestCommon(left, right)) pair(start + one, start + other);
  return matches;
}

type Lines = FunctionShape["lines"];

/** Index pairs of a longest common subsequence. */
function longestCommon(a: Lines, b: Lines): [number, number][] {
  const width = b.length + 1;
  if ((a.length + 1) * width > largestTable) return [];
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] as number;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i]?.token === b[j]?.token ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]?.token === b[j]?.token) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
