import { contentHash, lineStartsOf, type StringPool } from "../base";
import { docstringOf, newFunctionScope } from "./extract-definition";
import { extractExpression } from "./extract-expression";
import { extractStatements } from "./extract-statement";
import { MAX_EXPRESSION_DEPTH } from "./extract-too-deep";
import type { Extraction, Mutable } from "./extraction";
import type { FileFacts, FunctionFact, SyntaxProblem } from "./file-facts";
import { findDirectives } from "./find-directives";
import { findSyntaxErrors } from "./find-syntax-errors";
import { isGenerated } from "./is-generated";
import { Pile } from "./pile";
import { codeEnd, type SyntaxTable } from "./syntax-table";

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** What was found wrong before parsing. */
  readonly problems: readonly SyntaxProblem[];
  /** Where `text` is not the text of the file to the letter: the hash of that. */
  readonly contentHash?: string;
}

/** Turns a syntax table into facts in one walk. Nothing in the result points back to the table. */
export function extractFacts(
  source: SourceFile,
  table: SyntaxTable,
  strings: StringPool,
  lineStarts = lineStartsOf(source.text),
): FileFacts {
  const { path, text } = source;
  const x = newExtraction(text, table, strings);
  const module = moduleFact(x);
  x.functions.push(module);
  const body = x.statements(0);
  module.body = body;
  module.docstring = docstringOf(body);
  return {
    path,
    contentHash: source.contentHash ?? contentHash(text),
    length: text.length,
    lineStarts,
    nonBlankLines: countNonBlankLines(text, lineStarts),
    functions: x.functions,
    classes: x.classes,
    imports: x.imports,
    exportedNames: x.exportedNames,
    directives: findDirectives(text, table, lineStarts),
    problems: [...source.problems, ...x.problems, ...findSyntaxErrors(text, table)],
    generated: isGenerated(text, table),
  };
}

/** Facts of a file that was not parsed: an empty module and the problems. */
export function emptyFacts(source: SourceFile, lineStarts = lineStartsOf(source.text)): FileFacts {
  const { path, text, problems } = source;
  const scope = newFunctionScope(0, MODULE_NAME);
  return {
    path,
    contentHash: contentHash(text),
    length: text.length,
    lineStarts,
    nonBlankLines: countNonBlankLines(text, lineStarts),
    functions: [{ ...emptyModule(text.length), loops: scope.loops, globals: scope.globals, nonlocals: scope.nonlocals }],
    classes: [],
    imports: [],
    exportedNames: undefined,
    directives: [],
    problems,
    generated: false,
  };
}

const MODULE_NAME = "<module>";

function newExtraction(text: string, table: SyntaxTable, strings: StringPool): Extraction {
  const x: Extraction = {
    text,
    table,
    strings,
    expressions: new Pile(),
    statementPile: new Pile(),
    functions: [],
    classes: [],
    imports: [],
    problems: [],
    exportedNames: undefined,
    function: newFunctionScope(0, MODULE_NAME),
    class: undefined,
    typeCheckingOnly: false,
    conditional: false,
    expressionDepth: 0,
    expressionLimit: MAX_EXPRESSION_DEPTH,
    statementDepth: 0,
    reportedPython2: false,
    reportedDepth: false,
    expression: (node) => extractExpression(x, node),
    statements: (node) => extractStatements(x, node),
  };
  return x;
}

function moduleFact(x: Extraction): Mutable<FunctionFact> {
  const { loops, globals, nonlocals } = x.function;
  const bodyRange = { start: 0, end: x.table.count > 1 ? codeEnd(x.table, 0) : 0 };
  return { ...emptyModule(x.text.length), bodyRange, loops, globals, nonlocals };
}

function emptyModule(length: number): Mutable<FunctionFact> {
  return {
    index: 0,
    start: 0,
    end: length,
    name: MODULE_NAME,
    qualname: MODULE_NAME,
    parent: undefined,
    ownerClass: undefined,
    nameRange: { start: 0, end: 0 },
    bodyRange: { start: 0, end: 0 },
    params: [],
    returns: undefined,
    decorators: [],
    body: [],
    isAsync: false,
    isGenerator: false,
    docstring: undefined,
    loops: [],
    globals: [],
    nonlocals: [],
  };
}

function countNonBlankLines(text: string, lineStarts: readonly number[]): number {
  let count = 0;
  for (let line = 0; line < lineStarts.length; line++) {
    const end = lineStarts[line + 1] ?? text.length;
    let at = lineStarts[line] as number;
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    if (at < end) count++;
  }
  return count;
}

/** White space to Python: space, tab, form feed and line ends. */
function isBlank(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13 && unit !== 11);
}
