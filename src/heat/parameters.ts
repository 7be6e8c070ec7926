/** The numbers of the model, read once from `knowledge/` so that inner loops read fields and not maps. */
import type { Knowledge } from "../knowledge";

/** Costs in interpreter operation units; see `knowledge/operations.yaml` for each name. */
export type Costs = Readonly<Record<keyof typeof costNames, number>>;
export type Weights = Readonly<Record<keyof typeof weightNames, number>>;

export interface Parameters {
  readonly costs: Costs;
  readonly weights: Weights;
}

const costNames = {
  name: "name",
  constant: "constant",
  attribute: "attribute",
  store: "store",
  storeAttribute: "store-attribute",
  storeSubscript: "store-subscript",
  unpack: "unpack",
  binary: "binary",
  augmented: "augmented",
  unary: "unary",
  compare: "compare",
  contains: "contains",
  boolean: "boolean",
  subscript: "subscript",
  slice: "slice",
  call: "call",
  frame: "frame",
  argument: "argument",
  construct: "construct",
  builtinCall: "builtin-call",
  stringMethod: "string-method",
  consume: "consume",
  consumeElement: "consume-element",
  format: "format",
  formatValue: "format-value",
  collection: "collection",
  element: "element",
  comprehension: "comprehension",
  generator: "generator",
  iteration: "iteration",
  yield: "yield",
  await: "await",
  lambda: "lambda",
  return: "return",
  raise: "raise",
  with: "with",
  import: "import",
  delete: "delete",
  externalCall: "external-call",
  nativeCall: "native-call",
  nativeElement: "native-element",
  ioCall: "io-call",
  fileCall: "file-call",
} as const;

const weightNames = {
  loopExponent: "loop-exponent",
  loopExactCap: "loop-exact-cap",
  loopNestCap: "loop-nest-cap",
  loopExit: "loop-exit",
  comprehensionFilter: "comprehension-filter",
  branchEven: "branch-even",
  branchError: "branch-error",
  branchGuard: "branch-guard",
  branchGuardInLoop: "branch-guard-in-loop",
  branchLeavesLoop: "branch-leaves-loop",
  branchEnd: "branch-end",
  branchNone: "branch-none",
  branchEqual: "branch-equal",
  branchNot: "branch-not",
  branchIsinstance: "branch-isinstance",
  branchDebug: "branch-debug",
  branchHandler: "branch-handler",
  branchSecondOperand: "branch-second-operand",
  branchFloor: "branch-floor",
  cacheHit: "cache-hit",
  callerExponent: "caller-exponent",
  siteExponent: "site-exponent",
  spreadExponent: "spread-exponent",
  rowSumCap: "row-sum-cap",
  kindOperator: "kind-operator",
  kindProperty: "kind-property",
  kindReference: "kind-reference",
  kindAmbiguous: "kind-ambiguous",
  kindOverride: "kind-override",
  elementsUnknown: "elements-unknown",
  recursionLimit: "recursion-limit",
  tangleLimit: "tangle-limit",
  entryWeight: "entry-weight",
  otherWeight: "other-weight",
  coldWeight: "cold-weight",
  setUp: "set-up",
  exportedWeight: "exported-weight",
  moduleWeight: "module-weight",
  frequencyExponent: "frequency-exponent",
  waiting: "waiting",
  workExponent: "work-exponent",
  flatExponent: "flat-exponent",
} as const;

export function readParameters(knowledge: Knowledge): Parameters {
  return {
    costs: readAll(costNames, (name) => knowledge.operations.cost(name)),
    weights: readAll(weightNames, (name) => knowledge.priors.value(name)),
  };
}

function readAll<K extends string>(names: Readonly<Record<K, string>>, read: (name: string) => number): Record<K, number> {
  const values: Partial<Record<K, number>> = {};
  for (const key of Object.keys(names) as K[]) values[key] = read(names[key]);
  return values as Record<K, number>;
}
