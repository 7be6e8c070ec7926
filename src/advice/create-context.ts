/** Gathers what rules ask of one function: its loops with their bodies, its calls with what they resolve to. Everything is worked out once and on demand. */
import { lineAt } from "../base";
import type { FunctionId, FunctionNode } from "../graph";
import type { FunctionHeat } from "../heat";
import {
  type CallExpression,
  type ComprehensionExpression,
  childStatements,
  type Expression,
  expressionsOf,
  type LoopIndex,
  type Statement,
  walkExpressions,
  walkStatements,
} from "../syntax";
import { boundingShares, rankingProfile } from "./apply-profile";
import type { AdviceInput, CallView, LoopView, RuleContext } from "./contract";
import { namesBound } from "./patterns/names-bound";

/** With a profile that ranks, the share is what it says of the function, else it is estimated. */
export function createContext(input: AdviceInput, id: FunctionId, rank: number): RuleContext {
  const heat = input.heat.functions[id] as FunctionHeat;
  const profile = rankingProfile(input);
  const shares = boundingShares(id, heat.heat, profile);
  const isMeasured = profile?.functions.has(id) === true;
  return new FunctionContext(input, input.graph.functions[id] as FunctionNode, heat, rank, shares, isMeasured);
}

class FunctionContext implements RuleContext {
  readonly graph;
  readonly heat;
  readonly knowledge;
  readonly settings;
  readonly function: FunctionNode;
  readonly parameters: ReadonlySet<string>;
  readonly share: number;
  readonly shareWithLibraries: number;
  private loopViews: readonly LoopView[] | undefined;
  private callViews: readonly CallView[] | undefined;
  private allStatements: readonly Statement[] | undefined;
  private allExpressions: readonly Expression[] | undefined;

  constructor(
    input: AdviceInput,
    node: FunctionNode,
    readonly functionHeat: FunctionHeat,
    readonly rank: number,
    shares: ReturnType<typeof boundingShares>,
    readonly isMeasured: boolean,
  ) {
    this.share = shares.own;
    this.shareWithLibraries = shares.withLibraries;
    this.function = node;
    this.graph = input.graph;
    this.heat = input.heat;
    this.knowledge = input.knowledge;
    this.settings = input.settings;
    this.parameters = new Set(this.function.fact.params.map(({ name }) => name));
  }

  get loops(): readonly LoopView[] {
    this.loopViews ??= viewLoops(this.function, this.functionHeat);
    return this.loopViews;
  }

  get statements(): readonly Statement[] {
    if (this.allStatements === undefined) {
      const found: Statement[] = [];
      walkStatements(this.function.fact.body, (statement) => void found.push(statement));
      this.allStatements = found;
    }
    return this.allStatements;
  }

  get expressions(): readonly Expression[] {
    this.allExpressions ??= this.statements.flatMap(expressionsWithin);
    return this.allExpressions;
  }

  get calls(): readonly CallView[] {
    this.callViews ??= this.expressions
      .filter((it): it is CallExpression => it.kind === "call")
      .map((call) => ({
        call,
        loop: this.loopAt(call.start)?.fact.index,
        external: this.externalName(call.callee),
        callees: this.graph.calleesAt(this.function.id, call).map(({ callee }) => callee),
      }));
    return this.callViews;
  }

  readonly tripsOf = (loop: LoopIndex) => (this.loops[loop] as LoopView).heat.trips;

  readonly loopAt = (offset: number): LoopView | undefined => {
    let innermost: LoopView | undefined;
    for (const view of this.loops) {
      if (runsEachRound(view, offset) && (innermost === undefined || view.fact.depth > innermost.fact.depth)) innermost = view;
    }
    return innermost;
  };

  readonly lineOf = (offset: number): number => lineAt(this.function.file.lineStarts, offset);

  readonly externalName = (expression: Expression): string | undefined => {
    const target = this.graph.resolve(this.function.id, expression);
    return target.kind === "external" ? target.name : undefined;
  };

  readonly typeName = (expression: Expression): string | undefined => this.graph.typeOf(this.function.id, expression)?.name;
}

/** The iterable of a `for` runs once; for a comprehension the whole range counts, less the first iterable. */
function runsEachRound(view: LoopView, offset: number): boolean {
  const { fact } = view;
  if (offset < fact.start || offset >= fact.end) return false;
  return fact.iterable === undefined || offset < fact.iterable.start || offset >= fact.iterable.end;
}

function viewLoops(node: FunctionNode, heat: FunctionHeat): LoopView[] {
  const { fact } = node;
  const bodies = new Map<LoopIndex, { body: readonly Statement[]; own: readonly Expression[] }>();
  walkStatements(fact.body, (statement) => {
    if (statement.kind === "for" || statement.kind === "while") {
      const own = statement.kind === "while" ? [statement.test] : [];
      bodies.set(statement.loop, { body: statement.body, own });
    }
    for (const expression of expressionsOf(statement)) walkExpressions(expression, (it) => void noteComprehension(it, bodies));
  });
  const inner = new Set(fact.loops.map(({ parent }) => parent));
  return fact.loops.map((loop): LoopView => {
    const found = bodies.get(loop.index) ?? { body: [], own: [] };
    const expressions = [...found.own.flatMap(expressionWithin), ...deepStatements(found.body).flatMap(expressionsWithin)];
    return {
      fact: loop,
      heat: heat.loops.find(({ index }) => index === loop.index) ?? unknownHeat(loop.index),
      body: found.body,
      expressions,
      assigned: namesBound(found.body, expressions, loop.target),
      isInnermost: !inner.has(loop.index),
    };
  });
}

function noteComprehension(
  expression: Expression,
  bodies: Map<LoopIndex, { body: readonly Statement[]; own: readonly Expression[] }>,
): void {
  if (!isComprehension(expression)) return;
  const { clauses, element, value } = expression;
  clauses.forEach((clause, index) => {
    const later = clauses.slice(index + 1).flatMap(({ iterable, conditions }) => [iterable, ...conditions]);
    bodies.set(clause.loop, { body: [], own: [...clause.conditions, ...later, element, ...(value ? [value] : [])] });
  });
}

function isComprehension(expression: Expression): expression is ComprehensionExpression {
  return (
    expression.kind === "listComp" || expression.kind === "setComp" || expression.kind === "dictComp" || expression.kind === "generator"
  );
}

function deepStatements(statements: readonly Statement[]): Statement[] {
  return statements.flatMap((statement) => [statement, ...deepStatements(childStatements(statement))]);
}

function expressionsWithin(statement: Statement): Expression[] {
  return expressionsOf(statement).flatMap(expressionWithin);
}

function expressionWithin(expression: Expression): Expression[] {
  const found: Expression[] = [];
  walkExpressions(expression, (it) => void found.push(it));
  return found;
}

/** For loops that the heat stage left out, as in code that it never reaches. */
function unknownHeat(index: LoopIndex): LoopView["heat"] {
  const trips = { low: 1, mid: 1, high: 1, evidence: "not estimated", exact: false };
  return { index, trips, iterations: 1, heat: 0, mix: { python: 1, native: 0, io: 0 }, dependence: "unknown" };
}
