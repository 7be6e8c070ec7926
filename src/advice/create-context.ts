/** Gathers what rules ask of one function, and keeps watch on what their answers rest on. */
import { lineAt } from "../base";
import type { FunctionId, FunctionNode, ProjectGraph } from "../graph";
import type { FunctionHeat, HeatMap } from "../heat";
import type { Expression, LoopIndex, Statement } from "../syntax";
import { boundingShares, rankingProfile } from "./apply-profile";
import type { AdviceInput, CallView, LoopView, RuleContext } from "./contract";
import { type FunctionView, viewOf } from "./function-view";
import { watchGraph, watchHeat } from "./watch-reads";

/** With a profile that ranks, the share is what it says of the function, else it is estimated. */
export function createContext(input: AdviceInput, id: FunctionId, rank: number): RuleContext {
  const heat = input.heat.functions[id] as FunctionHeat;
  const profile = rankingProfile(input);
  const shares = boundingShares(id, heat.heat, profile);
  const isMeasured = profile?.functions.has(id) === true;
  const view = viewOf(input, input.graph.functions[id] as FunctionNode, heat);
  return new FunctionContext(input, view, heat, { rank, isMeasured, ...shares });
}

interface Standing {
  readonly rank: number;
  readonly isMeasured: boolean;
  readonly own: number;
  readonly withLibraries: number;
}

/** What an edit elsewhere may change is behind getters that count: an answer that rests on none of it can be kept. */
class FunctionContext implements RuleContext {
  readonly knowledge;
  readonly settings;
  readonly function: FunctionNode;
  readonly functionHeat: FunctionHeat;
  readonly graph: ProjectGraph;
  private looks = 0;
  private readonly answers = new Map<object, { readonly answer: unknown }>();

  constructor(
    private readonly input: AdviceInput,
    private readonly view: FunctionView,
    heat: FunctionHeat,
    private readonly standing: Standing,
  ) {
    const look = () => void this.looks++;
    this.function = view.node;
    this.knowledge = input.knowledge;
    this.settings = input.settings;
    this.functionHeat = watchHeat(heat, look);
    this.graph = watchGraph(input.graph, view.node, look);
  }

  remember<Answer>(question: object, work: () => Answer): Answer {
    const kept = this.view.answers.get(question);
    if (kept !== undefined) return kept.answer as Answer;
    const known = this.answers.get(question);
    if (known !== undefined) {
      this.looks++;
      return known.answer as Answer;
    }
    const before = this.looks;
    const answer = work();
    (this.looks === before ? this.view.answers : this.answers).set(question, { answer });
    return answer;
  }

  get heat(): HeatMap {
    this.looks++;
    return this.input.heat;
  }

  get share(): number {
    this.looks++;
    return this.standing.own;
  }

  get shareWithLibraries(): number {
    this.looks++;
    return this.standing.withLibraries;
  }

  get rank(): number {
    this.looks++;
    return this.standing.rank;
  }

  get isMeasured(): boolean {
    this.looks++;
    return this.standing.isMeasured;
  }

  get parameters(): ReadonlySet<string> {
    return this.view.parameters;
  }

  get loops(): readonly LoopView[] {
    return this.view.loops;
  }

  get statements(): readonly Statement[] {
    return this.view.statements;
  }

  get expressions(): readonly Expression[] {
    return this.view.expressions;
  }

  get calls(): readonly CallView[] {
    return this.view.calls;
  }

  readonly tripsOf = (loop: LoopIndex) => (this.loops[loop] as LoopView).heat.trips;

  readonly loopAt = (offset: number): LoopView | undefined => this.view.loopAt(offset);

  readonly lineOf = (offset: number): number => lineAt(this.function.file.lineStarts, offset);

  readonly externalName = (expression: Expression): string | undefined => this.view.externalName(expression);

  readonly typeName = (expression: Expression): string | undefined => this.view.typeName(expression);
}
