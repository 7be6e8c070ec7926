import type { TextRange } from "../base";
import { extractArguments, extractParams } from "./extract-call";
import {
  type ClassScope,
  type Extraction,
  type FunctionScope,
  firstOperand,
  isAsyncNode,
  type Mutable,
  NO_LOOP,
  textOf,
} from "./extraction";
import type { ClassFact, Expression, FunctionFact, Statement } from "./file-facts";
import { Field, Kind } from "./node-kinds";
import { NOTHING } from "./pile";
import { childInField, codeEnd, NO_NODE, type NodeIndex } from "./syntax-table";

/** A `def` or `class` with decorators. The statement's range starts at the first decorator, the fact's at `def` or `class`. */
export function extractDecorated(x: Extraction, node: NodeIndex): Statement {
  const { table } = x;
  const decorators: Expression[] = [];
  const nodeEnd = table.nexts[node] as number;
  for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
    if (table.kinds[child] === Kind.Decorator) decorators.push(x.expression(firstOperand(x, child)));
  }
  const definition = childInField(table, node, Field.Definition);
  const start = table.starts[node] as number;
  if (definition === NO_NODE) return { kind: "unknown", start, end: table.ends[node] as number, expressions: decorators };
  const isClass = table.kinds[definition] === Kind.ClassDefinition;
  const statement = isClass ? extractClassDefinition(x, definition, decorators) : extractFunctionDefinition(x, definition, decorators);
  return { ...statement, start };
}

/**
 * A function with all that is in it. Decorators, defaults and annotations are evaluated by the code around the `def`: loops in
 * them belong to the enclosing function.
 */
export function extractFunctionDefinition(x: Extraction, node: NodeIndex, decorators: readonly Expression[]): Statement {
  const { table } = x;
  const start = table.starts[node] as number;
  const end = codeEnd(table, node);
  const nameNode = childInField(table, node, Field.Name);
  const body = childInField(table, node, Field.Body);
  const params = extractParams(x, childInField(table, node, Field.Parameters));
  const returnType = childInField(table, node, Field.ReturnType);
  const returns = returnType === NO_NODE ? undefined : x.expression(returnType);

  const name = textOf(x, nameNode);
  const index = x.functions.length;
  const qualname = qualify(x, name);
  const scope = newFunctionScope(index, qualname);
  const outer = x.function;
  const outerClass = x.class;
  const outerDepth = x.expressionDepth;
  outerClass?.methods.push(index);
  const fact: Mutable<FunctionFact> = {
    index,
    start,
    end,
    name,
    qualname,
    parent: outer.index,
    ownerClass: outerClass?.index,
    nameRange: rangeOf(x, nameNode, start),
    bodyRange: { start: body === NO_NODE ? end : (table.starts[body] as number), end },
    params,
    returns,
    decorators,
    body: NOTHING,
    isAsync: isAsyncNode(x, node),
    isGenerator: false,
    docstring: undefined,
    loops: scope.loops,
    globals: scope.globals,
    nonlocals: scope.nonlocals,
  };
  x.functions.push(fact);
  x.function = scope;
  x.class = undefined;
  x.expressionDepth = 0;
  fact.body = x.statements(body);
  x.function = outer;
  x.class = outerClass;
  x.expressionDepth = outerDepth;
  fact.isGenerator = scope.isGenerator;
  fact.docstring = docstringOf(fact.body);
  return { kind: "functionDef", start, end, function: index };
}

export function newFunctionScope(index: number, qualname: string): FunctionScope {
  return { index, qualname, loops: [], loop: NO_LOOP, statementLoop: NO_LOOP, isGenerator: false, globals: [], nonlocals: [] };
}

/** Range of the string that documents a body, if its first statement is one. */
export function docstringOf(body: readonly Statement[]): TextRange | undefined {
  const first = body[0];
  if (first?.kind !== "expression" || first.value.kind !== "constant" || first.value.type !== "str") return undefined;
  return { start: first.value.start, end: first.value.end };
}

export function extractClassDefinition(x: Extraction, node: NodeIndex, decorators: readonly Expression[]): Statement {
  const { table } = x;
  const start = table.starts[node] as number;
  const end = codeEnd(table, node);
  const nameNode = childInField(table, node, Field.Name);
  const { args: bases, keywords } = extractArguments(x, childInField(table, node, Field.Superclasses));
  const name = textOf(x, nameNode);
  const index = x.classes.length;
  const outerClass = x.class;
  const scope: ClassScope = { index, qualname: qualify(x, name), methods: [], hasSlots: decorators.some(asksForSlots) };
  const fact: Mutable<ClassFact> = {
    index,
    start,
    end,
    name,
    qualname: scope.qualname,
    nameRange: rangeOf(x, nameNode, start),
    owner: x.function.index,
    ownerClass: outerClass?.index,
    bases,
    keywords,
    decorators,
    body: NOTHING,
    methods: scope.methods,
    hasSlots: false,
  };
  x.classes.push(fact);
  x.class = scope;
  fact.body = x.statements(childInField(table, node, Field.Body));
  x.class = outerClass;
  fact.hasSlots = scope.hasSlots;
  return { kind: "classDef", start, end, class: index };
}

/** `@dataclass(slots=True)` and its kin make slots without a `__slots__` in the body. */
function asksForSlots(decorator: Expression): boolean {
  if (decorator.kind !== "call") return false;
  return decorator.keywords.some(
    ({ name, value }) => name === "slots" && value.kind === "constant" && value.type === "bool" && value.number === 1,
  );
}

function qualify(x: Extraction, name: string): string {
  if (x.class !== undefined) return `${x.class.qualname}.${name}`;
  if (x.function.index === 0 || x.function.globals.includes(name)) return name;
  return `${x.function.qualname}.${name}`;
}

function rangeOf(x: Extraction, node: NodeIndex, fallback: number): TextRange {
  if (node === NO_NODE) return { start: fallback, end: fallback };
  return { start: x.table.starts[node] as number, end: x.table.ends[node] as number };
}
