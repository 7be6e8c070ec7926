/** Gathers the calls of a file, one caller after the other, into edges: one for each (caller, callee, kind), with its sites. */
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

export interface CollectedCalls {
  readonly edges: readonly CallEdge[];
  readonly calleesAt: Map<Expression, readonly CalleeAt[]>;
}

export class EdgeCollector {
  private edges: CallEdge[] = [];
  private byExpression = new Map<Expression, readonly CalleeAt[]>();
  private readonly kinds = new Map<CallEdgeKind, number>();
  private open = new Map<number, OpenEdge>();
  private caller: FunctionId = -1;

  add(caller: FunctionId, expression: Expression, targets: readonly Target[]): void {
    if (targets.length === 0) return;
    if (caller !== this.caller) this.startCaller(caller);
    const known = this.byExpression.get(expression);
    this.byExpression.set(expression, known ? [...known, ...targets] : targets);
    // Targets of one call mostly have the same share, and can then have the same site.
    let site: CallSite | undefined;
    for (const target of targets) {
      if (!site || site.share !== target.share || site.perElement !== target.perElement) site = siteOf(expression, target);
      this.addSite(target, site);
    }
  }

  /** What was added since the last time. */
  take(): CollectedCalls {
    const collected = { edges: this.edges, calleesAt: this.byExpression };
    this.edges = [];
    this.byExpression = new Map();
    this.caller = -1;
    return collected;
  }

  private startCaller(caller: FunctionId): void {
    this.open = new Map();
    this.caller = caller;
  }

  private addSite({ callee, kind, share }: Target, site: CallSite): void {
    const key = callee * 32 + this.numberOf(kind);
    const edge = this.open.get(key);
    if (!edge) {
      const added = { caller: this.caller, callee, kind, share, sites: [site] };
      this.open.set(key, added);
      this.edges.push(added);
      return;
    }
    if (share > edge.share) edge.share = share;
    if (edge.sites.length < MAX_SITES) edge.sites.push(site);
  }

  private numberOf(kind: CallEdgeKind): number {
    let number = this.kinds.get(kind);
    if (number === undefined) {
      number = this.kinds.size;
      this.kinds.set(kind, number);
    }
    return number;
  }
}

function siteOf(expression: Expression, { share, perElement }: Target): CallSite {
  return perElement ? { expression, range: expression, share, perElement } : { expression, range: expression, share };
}
