/** The test around a line of a Python file, found by `def`, `class` and indentation. */

export interface TestAtLine {
  readonly framework: "pytest" | "unittest";
  /** Classes from the outside in, then the function. */
  readonly path: readonly string[];
}

interface Block {
  readonly kind: "def" | "class";
  readonly name: string;
  readonly indent: number;
  /** The line with its bases. */
  readonly header: string;
}

/** `line` is 1-based. Undefined when no test function is there. */
export function findTest(text: string, line: number): TestAtLine | undefined {
  const lines = maskStrings(text).split(/\r?\n/);
  const chain = enclosingBlocks(lines, definitionBelow(lines, line - 1));
  const at = chain.findIndex(({ kind }) => kind === "def");
  const test = chain[at];
  if (test === undefined || !/^test/i.test(test.name)) return undefined;
  const path = chain.slice(0, at + 1).map(({ name }) => name);
  const usesPytest = /^\s*(import|from)\s+pytest\b/m.test(text);
  const isCase = chain.slice(0, at).some(({ header }) => /\bTestCase\b|\bunittest\./.test(header));
  return { framework: isCase && !usesPytest ? "unittest" : "pytest", path };
}

/** From a decorator, the line of what it decorates. */
function definitionBelow(lines: readonly string[], index: number): number {
  let at = index;
  while (/^\s*@/.test(lines[at] ?? "")) at++;
  return at;
}

function enclosingBlocks(lines: readonly string[], index: number): Block[] {
  const open: Block[] = [];
  const last = firstWithText(lines, index);
  for (let at = 0; at <= last; at++) {
    const line = lines[at] ?? "";
    if (/^\s*(#|$)/.test(line)) continue;
    const indent = widthOf(line);
    while (open.length > 0 && indent <= (open.at(-1) as Block).indent) open.pop();
    const [, kind, name] = /^\s*(?:async\s+)?(def|class)\s+(\w+)/.exec(line) ?? [];
    if (kind !== undefined && name !== undefined) open.push({ kind: kind as Block["kind"], name, indent, header: line });
  }
  return open;
}

/** An empty line belongs to what is above it. */
function firstWithText(lines: readonly string[], index: number): number {
  let at = index;
  while (at > 0 && /^\s*(#|$)/.test(lines[at] ?? "")) at--;
  return at;
}

function widthOf(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character === " ") width++;
    else if (character === "\t") width = (width >> 3) * 8 + 8;
    else break;
  }
  return width;
}

/** Lines within triple quotes have an indentation that means nothing: all but the line where they begin is emptied. */
function maskStrings(text: string): string {
  return text.replace(/("""|''')[\s\S]*?\1/g, (string) => `""${"\n".repeat(string.split("\n").length - 1)}`);
}
