import type { StringPool, TextRange } from "../../base";
import type {
  ClassFact,
  Expression,
  FileFacts,
  FunctionFact,
  ImportFact,
  LoopFact,
  SuppressionDirective,
  SyntaxProblem,
} from "../file-facts";
import { ByteReader, DamagedFacts } from "./byte-reader";
import { LoopFlag, LoopPart, loopKinds, problemCodes } from "./codes";
import { ExpressionDecoder, of } from "./decode-expression";
import { decodeStatements } from "./decode-statement";
import { readStrings } from "./string-table";

/** The facts that `encodeFacts` wrote, for a file at `path`. Throws DamagedFacts for bytes that it did not write. */
export function decodeFacts(path: string, bytes: Uint8Array, pool: StringPool): FileFacts {
  const from = new ByteReader(bytes);
  const x = new ExpressionDecoder(from, readStrings(from, pool));
  const contentHash = x.text();
  const length = from.varint();
  const nonBlankLines = from.varint();
  const generated = from.byte() === 1;
  const lineStarts = decodeLineStarts(from);
  const imports = x.list(() => decodeImport(x));
  const exportedNames = x.optional(() => x.texts());
  const directives = x.list(() => decodeDirective(x));
  const problems = x.list(() => decodeProblem(x));
  const functions: FunctionFact[] = [];
  for (let left = from.varint(); left > 0; left--) functions.push(decodeFunction(x, functions.length));
  const classes: ClassFact[] = [];
  for (let left = from.varint(); left > 0; left--) classes.push(decodeClass(x, classes.length));
  for (const { loops } of functions) {
    for (let left = from.varint(); left > 0; left--) (loops as LoopFact[]).push(decodeLoop(x, loops.length));
  }
  if (!from.isAtEnd) throw new DamagedFacts();
  return {
    path,
    contentHash,
    length,
    lineStarts,
    nonBlankLines,
    functions,
    classes,
    imports,
    exportedNames,
    directives,
    problems,
    generated,
  };
}

function decodeLineStarts(from: ByteReader): number[] {
  const starts: number[] = [];
  let before = 0;
  for (let left = from.varint(); left > 0; left--) {
    before += from.varint();
    starts.push(before);
  }
  return starts;
}

function decodeImport(x: ExpressionDecoder): ImportFact {
  const start = x.rangeStart();
  const end = x.rangeEnd();
  const owner = x.from.varint();
  const module = x.text();
  const level = x.from.varint();
  const names = x.optional(() =>
    x.list(() => {
      const name = x.text();
      const alias = x.optional(() => x.text());
      return alias === undefined ? { name } : { name, alias };
    }),
  );
  const alias = x.optional(() => x.text());
  const flags = x.from.byte();
  return { start, end, owner, module, level, names, alias, typeCheckingOnly: (flags & 1) !== 0, conditional: (flags & 2) !== 0 };
}

function decodeDirective(x: ExpressionDecoder): SuppressionDirective {
  const start = x.rangeStart();
  const end = x.rangeEnd();
  const scope = x.from.byte() === 1 ? "file" : "line";
  const line = x.from.varint();
  const codes = x.optional(() => x.list(() => ({ code: x.text(), start: x.rangeStart(), end: x.rangeEnd() })));
  return codes === undefined ? { start, end, scope, line } : { start, end, scope, line, codes };
}

function decodeProblem(x: ExpressionDecoder): SyntaxProblem {
  const code = of(problemCodes, x.from.byte());
  const start = x.rangeStart();
  return { code, start, end: x.rangeEnd(), message: x.text() };
}

function decodeFunction(x: ExpressionDecoder, index: number): FunctionFact {
  const { from } = x;
  const start = x.rangeStart();
  const end = x.rangeEnd();
  const name = x.text();
  const qualname = x.text();
  const parent = from.varint();
  const ownerClass = from.varint();
  const nameRange = decodeRange(x);
  const bodyRange = decodeRange(x);
  const params = x.params();
  const returns = x.maybe();
  const decorators = x.expressions();
  const flags = from.byte();
  const docstring = (flags & 4) === 0 ? undefined : decodeRange(x);
  const globals = x.texts();
  const nonlocals = x.texts();
  return {
    index,
    start,
    end,
    name,
    qualname,
    parent: parent === 0 ? undefined : parent - 1,
    ownerClass: ownerClass === 0 ? undefined : ownerClass - 1,
    nameRange,
    bodyRange,
    params,
    returns,
    decorators,
    body: decodeStatements(x),
    isAsync: (flags & 1) !== 0,
    isGenerator: (flags & 2) !== 0,
    docstring,
    loops: [],
    globals,
    nonlocals,
  };
}

function decodeClass(x: ExpressionDecoder, index: number): ClassFact {
  const { from } = x;
  const start = x.rangeStart();
  const end = x.rangeEnd();
  const name = x.text();
  const qualname = x.text();
  const nameRange = decodeRange(x);
  const owner = from.varint();
  const ownerClass = from.varint();
  const bases = x.expressions();
  const keywords = x.keywords();
  const decorators = x.expressions();
  const methods = x.list(() => from.varint());
  const hasSlots = from.byte() === 1;
  return {
    index,
    start,
    end,
    name,
    qualname,
    nameRange,
    owner,
    ownerClass: ownerClass === 0 ? undefined : ownerClass - 1,
    bases,
    keywords,
    decorators,
    body: decodeStatements(x),
    methods,
    hasSlots,
  };
}

function decodeLoop(x: ExpressionDecoder, index: number): LoopFact {
  const { from } = x;
  const kind = of(loopKinds, from.byte());
  const start = x.rangeStart();
  const end = x.rangeEnd();
  const depth = from.varint();
  const parent = from.varint();
  const flags = from.byte();
  const target = decodePart(x);
  const iterable = decodePart(x);
  const test = decodePart(x);
  return {
    index,
    kind,
    start,
    end,
    depth,
    parent: parent === 0 ? undefined : parent - 1,
    target,
    iterable,
    test,
    isAsync: (flags & LoopFlag.Async) !== 0,
    hasBreak: (flags & LoopFlag.Break) !== 0,
    hasReturn: (flags & LoopFlag.Return) !== 0,
  };
}

function decodePart(x: ExpressionDecoder): Expression | undefined {
  switch (x.from.byte() as LoopPart) {
    case LoopPart.None:
      return undefined;
    case LoopPart.Shared:
      return of(x.shared, x.from.varint());
    case LoopPart.Own:
      return x.expression();
    default:
      throw new DamagedFacts();
  }
}

function decodeRange(x: ExpressionDecoder): TextRange {
  const start = x.rangeStart();
  return { start, end: x.rangeEnd() };
}
