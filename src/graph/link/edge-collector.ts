/** Gathers the calls of one caller after the other into edges: one for each (caller, callee, kind), with its sites. */
import type { Expression } from "../../syntax";
import type { CallEdge, CallEdgeKind, CalleeAt, CallSite, FunctionId } from "../contract";
import type { Target } from "./targets";

interface OpenEdge {
  readonly caller: FunctionId;
  readonly callee: FunctionId;
  readonly kind: CallEdgeKind;
  share: number;
  readonly sites: CallSite[];
}

/** Further sites of one edge are not listed: they would not change what the edge says. */
const MAX_SITES = 200;
const NOBODY: readonly CalleeAt[] = Object.freeze([]);

export class EdgeCollector {
  readonly edges: CallEdge[] = [];
  private readonly byExpression = new Map<Expression, readonly CalleeAt[]>();
  private open = new Map<string, OpenEdge>();
  private caller: FunctionId = -1;

  add(caller: FunctionId, expression: Expression, targets: readonly Target[]): void {
    if (targets.length === 0) return;
    if (caller !== this.caller) this.finish(caller);
    const known = this.byExpression.get(expression);
    this.byExpression.set(expression, known ? [...known, ...targets] : targets);
    for (const target of targets) this.addSite(expression, target);
  }

  /** Calls at `expression`. */
  at(expression: Expression): readonly CalleeAt[] {
    return this.byExpression.get(expression) ?? NOBODY;
  }

  finish(next: FunctionId = -1): void {
    this.open = new Map();
    this.caller = next;
  }

  private addSite(expression: Expression, { callee, kind, share, perElement }: Target): void {
    const key = `${callee} ${kind}`;
    let edge = this.open.get(key);
    if (!edge) {
      edge = { caller: this.caller, callee, kind, share, sites: [] };
      this.open.set(key, edge);
      this.edges.push(edge);
    }
    if (share > edge.share) edge.share = share;
    if (edge.sites.length >= MAX_SITES) return;
    edge.sites.push(perElement ? { expression, range: expression, share, perElement } : { expression, range: expression, share });
  }
}
