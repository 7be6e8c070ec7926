/** Walks the body of a function once: block frequencies from loops and branches, and the cost of what stands in each block. */
import type { FunctionId, FunctionNode, ProjectGraph } from "../graph";
import type { Knowledge } from "../knowledge";
import type {
  Expression,
  ForStatement,
  IfStatement,
  MatchStatement,
  RaiseStatement,
  Statement,
  TryStatement,
  WhileStatement,
} from "../syntax";
import { branchProbability, reportsError } from "./branch-probability";
import { createCallClassifier } from "./classify-call";
import { createTripEstimator } from "./estimate-trip-count";
import { scopeOf } from "./function-scope";
import { createLoopRunner } from "./loop-entry";
import { type ExpressionContext, measureExpression, noteElements, noteSite } from "./measure-expression";
import type { Parameters } from "./parameters";
import { addWork, type Block, countModuleOnce, createTally, FUNCTION_BLOCK, rollUpLoops, scaled, type WorkTally } from "./work-tally";

export interface FunctionWork {
  readonly tally: WorkTally;
  /** Damped frequency, per call of the function, of each expression that may call into the project. */
  readonly sites: ReadonlyMap<Expression, number>;
  /** The same for what happens once per element: keys are what is iterated and functions that are handed on. */
  readonly elements: ReadonlyMap<Expression, number>;
}

export function createWorkMeter(graph: ProjectGraph, knowledge: Knowledge, parameters: Parameters): (id: FunctionId) => FunctionWork {
  const { costs, weights } = parameters;
  const trips = createTripEstimator(graph, knowledge);
  const calls = createCallClassifier(graph, knowledge, costs);
  return (id) => {
    const node = graph.functions[id] as FunctionNode;
    const tally = createTally();
    const sites = new Map<Expression, number>();
    const elements = new Map<Expression, number>();
    for (const edge of graph.calls.outgoing[id] ?? []) for (const site of edge.sites) sites.set(site.expression, 0);
    const scope = scopeOf(graph, id);
    const isPure = (callee: Expression): boolean => calls.isPure(callee, scope);
    const loops = createLoopRunner(node.fact, tally, trips, isPure, weights);
    const context = { scope, tally, costs, weights, calls, loops, isPure, sites, elements, node };
    if (node.fact.index > 0) addWork(tally, FUNCTION_BLOCK, "python", costs.frame);
    measureStatements(node.fact.body, FUNCTION_BLOCK, context);
    rollUpLoops(tally, node.fact.loops);
    if (node.fact.index === 0) countModuleOnce(tally, node.fact.loops, weights.setUp);
    return { tally, sites, elements };
  };
}

interface StatementContext extends ExpressionContext {
  readonly node: FunctionNode;
}

/** Returns the chance that control reaches the end of the list. */
function measureStatements(statements: readonly Statement[], block: Block, context: StatementContext): number {
  let reach = 1;
  for (const [index, statement] of statements.entries()) {
    const here = scaled(block, Math.max(reach, context.weights.branchFloor));
    const rest = statements.slice(index + 1, index + 3);
    const through = statement.kind === "if" ? measureIf(statement, rest, here, context) : measureStatement(statement, here, context);
    reach *= through;
    if (through === 0) return 0;
  }
  return reach;
}

function measureStatement(statement: Statement, block: Block, context: StatementContext): number {
  const { tally, costs } = context;
  switch (statement.kind) {
    case "expression":
      measureExpression(statement.value, block, context);
      return 1;
    case "assign":
      measureExpression(statement.value, block, context);
      for (const target of statement.targets) measureTarget(target, block, context);
      return 1;
    case "augAssign":
      addWork(tally, block, "python", costs.augmented);
      measureExpression(statement.target, block, context);
      measureExpression(statement.value, block, context);
      measureTarget(statement.target, block, context);
      return 1;
    case "annAssign":
      if (statement.value) {
        measureExpression(statement.value, block, context);
        measureTarget(statement.target, block, context);
      }
      return 1;
    case "return":
      addWork(tally, block, "python", costs.return);
      if (statement.value) measureExpression(statement.value, block, context);
      return 0;
    case "raise":
      measureRaise(statement, block, context);
      return 0;
    case "break":
    case "continue":
      return 0;
    default:
      return measureCompound(statement, block, context);
  }
}

/** Errors are rare wherever they are raised: also at the end of a function whose other ways out have been passed by. */
function measureRaise(statement: RaiseStatement, block: Block, context: StatementContext): void {
  const most = context.weights.branchError * block.loopWeight;
  const rare = block.weight <= most ? block : scaled(block, most / block.weight);
  addWork(context.tally, rare, "python", context.costs.raise);
  if (statement.exception) measureExpression(statement.exception, rare, context);
}

function measureCompound(statement: Statement, block: Block, context: StatementContext): number {
  const { tally, costs, weights } = context;
  switch (statement.kind) {
    case "for":
      return measureFor(statement, block, context);
    case "while":
      return measureWhile(statement, block, context);
    case "try":
      return measureTry(statement, block, context);
    case "match":
      return measureMatch(statement, block, context);
    case "with":
      for (const item of statement.items) {
        addWork(tally, block, "python", costs.with);
        measureExpression(item.context, block, context);
        if (item.target) measureTarget(item.target, block, context);
      }
      return measureStatements(statement.body, block, context);
    case "assert":
      measureExpression(statement.test, block, context);
      if (statement.message) measureExpression(statement.message, scaled(block, weights.branchError), context);
      return 1;
    case "delete":
      for (const target of statement.targets) {
        addWork(tally, block, "python", costs.delete);
        measureTarget(target, block, context);
      }
      return 1;
    case "import":
      addWork(tally, block, "python", costs.import * statement.imports.length);
      return 1;
    case "functionDef":
      measureDefinition(statement.function, block, context);
      return 1;
    case "classDef":
      return measureClass(statement.class, block, context);
    case "unknown":
      for (const expression of statement.expressions) measureExpression(expression, block, context);
      return 1;
    default:
      return 1;
  }
}

function measureTarget(target: Expression, block: Block, context: StatementContext): void {
  const { tally, costs } = context;
  noteSite(target, block, context);
  switch (target.kind) {
    case "name":
      addWork(tally, block, "python", costs.store);
      return;
    case "attribute":
      addWork(tally, block, "python", costs.storeAttribute);
      measureExpression(target.value, block, context);
      return;
    case "subscript":
      addWork(tally, block, "python", costs.storeSubscript);
      measureExpression(target.value, block, context);
      measureExpression(target.index, block, context);
      return;
    case "tuple":
    case "list":
      addWork(tally, block, "python", costs.unpack * target.elements.length);
      for (const element of target.elements) measureTarget(element, block, context);
      return;
    case "starred":
      measureTarget(target.value, block, context);
      return;
    default:
      return;
  }
}

function measureIf(statement: IfStatement, rest: readonly Statement[], block: Block, context: StatementContext): number {
  const chain = chainOf(statement);
  if (chain.length >= 3) return measureChain(chain, block, context);
  measureExpression(statement.test, block, context);
  // What follows a branch that leaves is its other side, when it is short or reports an error.
  const follows =
    statement.orElse.length === 0 && (rest.length === 1 || reportsError(rest.slice(0, 1))) ? rest.slice(0, 1) : statement.orElse;
  const likely = branchProbability(statement.test, { inLoop: block.loop >= 0, body: statement.body, orElse: follows }, context.weights);
  const body = measureStatements(statement.body, scaled(block, likely), context);
  const orElse = measureStatements(statement.orElse, scaled(block, 1 - likely), context);
  return likely * body + (1 - likely) * orElse;
}

/** `if .. elif .. elif ..` as a list; the last `else` is no member. */
function chainOf(statement: IfStatement): readonly IfStatement[] {
  const chain = [statement];
  for (let last = statement; last.orElse.length === 1 && last.orElse[0]?.kind === "if"; chain.push(last)) last = last.orElse[0];
  return chain;
}

/** A long chain is a dispatch: its arms share what is left after the ones that report errors. */
function measureChain(chain: readonly IfStatement[], block: Block, context: StatementContext): number {
  const { weights } = context;
  const last = chain.at(-1) as IfStatement;
  const arms = chain.map((arm) => (reportsError(arm.body) ? weights.branchError : 1));
  const other = last.orElse.length > 0 && reportsError(last.orElse) ? weights.branchError : 1;
  const total = arms.reduce((sum, arm) => sum + arm, other);
  let left = 1;
  let through = 0;
  for (const [index, arm] of chain.entries()) {
    const share = (arms[index] as number) / total;
    measureExpression(arm.test, scaled(block, left), context);
    through += share * measureStatements(arm.body, scaled(block, share), context);
    left = Math.max(0, left - share);
  }
  return through + left * measureStatements(last.orElse, scaled(block, left), context);
}

function measureFor(loop: ForStatement, block: Block, context: StatementContext): number {
  measureExpression(loop.iterable, block, context);
  // Whatever is reported as an error round by round is an error itself: mostly there is none.
  const around = reportsError(loop.body) ? scaled(block, context.weights.branchError) : block;
  const entry = context.loops.enterFor(loop, around, context.scope);
  noteElements(loop.iterable, entry.block, context);
  addWork(context.tally, entry.block, "python", context.costs.iteration);
  measureTarget(loop.target, entry.block, context);
  measureStatements(loop.body, entry.block, context);
  measureStatements(loop.orElse, block, context);
  return 1;
}

function measureWhile(loop: WhileStatement, block: Block, context: StatementContext): number {
  const entry = context.loops.enterWhile(loop, block, context.scope);
  measureExpression(loop.test, entry.block, context);
  measureStatements(loop.body, entry.block, context);
  measureStatements(loop.orElse, block, context);
  return 1;
}

function measureTry(statement: TryStatement, block: Block, context: StatementContext): number {
  const { weights, tally, costs } = context;
  const body = measureStatements(statement.body, block, context);
  const rare = scaled(block, weights.branchHandler);
  for (const handler of statement.handlers) {
    addWork(tally, rare, "python", costs.raise);
    if (handler.type) measureExpression(handler.type, rare, context);
    measureStatements(handler.body, rare, context);
  }
  const orElse = measureStatements(statement.orElse, scaled(block, Math.max(body, weights.branchFloor)), context);
  const finish = measureStatements(statement.finalBody, block, context);
  return Math.max(body * orElse, weights.branchHandler) * finish;
}

function measureMatch(statement: MatchStatement, block: Block, context: StatementContext): number {
  measureExpression(statement.subject, block, context);
  let through = 0;
  const count = statement.cases.length;
  for (const [index, branch] of statement.cases.entries()) {
    const tried = scaled(block, 1 - index / count);
    for (const pattern of branch.patterns) measureExpression(pattern, tried, context);
    if (branch.guard) measureExpression(branch.guard, tried, context);
    through += measureStatements(branch.body, scaled(block, 1 / count), context) / count;
  }
  return count === 0 ? 1 : through;
}

/** `def` runs its decorators and defaults; the body is a function of its own. */
function measureDefinition(index: number, block: Block, context: StatementContext): void {
  const { tally, costs, node } = context;
  const fact = node.file.functions[index];
  if (fact === undefined) return;
  addWork(tally, block, "python", costs.lambda);
  for (const decorator of fact.decorators) measureExpression(decorator, block, context);
  for (const param of fact.params) if (param.defaultValue) measureExpression(param.defaultValue, block, context);
}

/** Making a class is set-up, wherever it stands: it costs as much as thousands of operations, so programs keep it out of their loops. */
function measureClass(index: number, outer: Block, context: StatementContext): number {
  const { tally, costs, weights, node } = context;
  const fact = node.file.classes[index];
  if (fact === undefined) return 1;
  const block = scaled(outer, weights.setUp);
  addWork(tally, block, "python", costs.construct * (1 + fact.methods.length));
  for (const base of fact.bases) measureExpression(base, block, context);
  for (const decorator of fact.decorators) measureExpression(decorator, block, context);
  measureStatements(fact.body, block, context);
  return 1;
}
