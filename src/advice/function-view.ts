/** What rules look at in one function: its statements, expressions, loops and calls. Worked out once and on demand, kept while it is as it is. */
import { lineAt } from "../base";
import type { FunctionNode, ProjectGraph } from "../graph";
import type { FunctionHeat } from "../heat";
import type { Knowledge } from "../knowledge";
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
import type { AdviceInput, CallView, LoopView } from "./contract";
import { namesBound } from "./patterns/names-bound";

/** By what their function's heat rests on, which lives as long as the function stays as it is. */
const views = new WeakMap<object, FunctionView>();

/** The view from the last assessment, if the function, its heat but for shares, the knowledge and the settings are the same. */
export function viewOf({ graph, knowledge, settings }: AdviceInput, node: FunctionNode, heat: FunctionHeat): FunctionView {
  const { basis, cold, recursive } = heat;
  const known = basis && views.get(basis);
  const asked = { knowledge, settings: JSON.stringify(settings), cold, recursive };
  if (known !== undefined && isAsBefore(known.node, node) && known.answersTo(asked)) {
    known.graph = graph;
    known.node = node;
    return known;
  }
  const view = new FunctionView(node, graph, heat.loops, asked);
  if (basis !== undefined) views.set(basis, view);
  return view;
}

/** Answers may hold offsets and lines. */
function isAsBefore(before: FunctionNode, now: FunctionNode): boolean {
  if (before === now) return true;
  const lineOf = ({ file, fact }: FunctionNode) => lineAt(file.lineStarts, fact.start);
  return before.likeness === now.likeness && before.fact === now.fact && lineOf(before) === lineOf(now);
}

interface Asked {
  readonly knowledge: Knowledge;
  readonly settings: string;
  readonly cold: FunctionHeat["cold"];
  readonly recursive: FunctionHeat["recursive"];
}

export class FunctionView {
  /** Answers that rest on nothing but the function (`RuleContext.remember`). */
  readonly answers = new Map<object, { readonly answer: unknown }>();
  readonly parameters: ReadonlySet<string>;
  private loopViews: readonly LoopView[] | undefined;
  private callViews: readonly CallView[] | undefined;
  private allStatements: readonly Statement[] | undefined;
  private allExpressions: readonly Expression[] | undefined;

  constructor(
    public node: FunctionNode,
    /** The latest: an earlier one must not be held on to. */
    public graph: ProjectGraph,
    private readonly heat: FunctionHeat["loops"],
    private readonly asked: Asked,
  ) {
    this.parameters = new Set(this.node.fact.params.map(({ name }) => name));
  }

  answersTo({ knowledge, settings, cold, recursive }: Asked): boolean {
    const { asked } = this;
    return asked.knowledge === knowledge && asked.settings === settings && asked.cold === cold && asked.recursive === recursive;
  }

  get loops(): readonly LoopView[] {
    this.loopViews ??= viewLoops(this.node, this.heat);
    return this.loopViews;
  }

  get statements(): readonly Statement[] {
    if (this.allStatements === undefined) {
      const found: Statement[] = [];
      walkStatements(this.node.fact.body, (statement) => void found.push(statement));
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
        callees: this.graph.calleesAt(this.node.id, call).map(({ callee }) => callee),
      }));
    return this.callViews;
  }

  loopAt(offset: number): LoopView | undefined {
    let innermost: LoopView | undefined;
    for (const view of this.loops) {
      if (runsEachRound(view, offset) && (innermost === undefined || view.fact.depth > innermost.fact.depth)) innermost = view;
    }
    return innermost;
  }

  externalName(expression: Expression): string | undefined {
    const target = this.graph.resolve(this.node.id, expression);
    return target.kind === "external" ? target.name : undefined;
  }

  typeName(expression: Expression): string | undefined {
    return this.graph.typeOf(this.node.id, expression)?.name;
  }
}

/** The iterable of a `for` runs once; for a comprehension the whole range counts, less the first iterable. */
function runsEachRound(view: LoopView, offset: number): boolean {
  const { fact } = view;
  if (offset < fact.start || offset >= fact.end) return false;
  return fact.iterable === undefined || offset < fact.iterable.start || offset >= fact.iterable.end;
}

function viewLoops(node: FunctionNode, heat: FunctionHeat["loops"]): LoopView[] {
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
      heat: heat.find(({ index }) => index === loop.index) ?? unknownHeat(loop.index),
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
  return { index, trips, iterations: 1, mix: { python: 1, native: 0, io: 0 }, dependence: "unknown" };
}
