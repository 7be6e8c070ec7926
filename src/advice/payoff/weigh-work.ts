/**
 * What the interpreter's work of a function consists of, by what becomes of it in compiled code: arithmetic and element access all but
 * vanish, hashing and making values cost about as much anywhere. Costs are those of `knowledge/operations.yaml`, times the rounds of the
 * loops around; only the shares are of interest, since how much a call does in all is the heat stage's to say.
 */
import type { OperationCosts } from "../../knowledge";
import { type BinaryOperator, childStatements, type Expression, type Statement } from "../../syntax";
import type { CallView, RuleContext } from "../contract";

/**
 * `computing`: arithmetic, comparisons, names, loop steps. `access`: elements of lists and characters. `attributes`: fields of objects.
 * `calls`: Python functions, generators, exceptions. `hashing`: dicts and sets. `text`: making and searching text. `making`: lists, tuples
 * and instances. `native`: work inside C code that an interpreter only starts, such as sorting, matching, big integers.
 */
export const workClasses = ["computing", "access", "attributes", "calls", "hashing", "text", "making", "native"] as const;
export type WorkClass = (typeof workClasses)[number];
export type WorkByClass = Readonly<Record<WorkClass, number>>;

/** Operation units of one call by class, callees left out. */
export function weighWork(context: RuleContext): WorkByClass {
  const tally = new Tally(context);
  for (const expression of context.expressions) tally.addExpression(expression);
  for (const statement of context.statements) tally.addStatement(statement);
  for (const { heat } of context.loops) tally.units.computing += tally.costs.cost("iteration") * heat.iterations;
  tally.units.calls += tally.costs.cost("frame");
  return tally.units;
}

/** Parts that sum to 1. */
export function sharesOf(units: WorkByClass): WorkByClass {
  const total = workClasses.reduce((sum, it) => sum + units[it], 0);
  return Object.fromEntries(workClasses.map((it) => [it, total > 0 ? units[it] / total : 0])) as WorkByClass;
}

const hashTypes = /^(builtins\.(dict|set|frozenset)|collections\.(defaultdict|Counter|OrderedDict)|typing\.(Mapping|MutableMapping))$/;
const textTypes = /^builtins\.(str|bytes|bytearray)$/;
const hashMethods = /^(get|setdefault|items|keys|values|add|discard|update|most_common)$/;
const textMethods =
  /^(split|rsplit|splitlines|strip|lstrip|rstrip|startswith|endswith|replace|lower|upper|title|find|rfind|partition|rpartition|format|encode|decode|isdigit|isalpha|isalnum|isspace|zfill|ljust|rjust|join)$/;
const listMethods = /^(append|appendleft|extend|insert|pop|popleft|copy|reverse)$/;
/** Built-in functions that give back a number or test something. */
const cheapBuiltins =
  /^(builtins\.(len|range|abs|min|max|ord|chr|int|float|bool|isinstance|round|divmod|pow|enumerate|zip|next|iter|id|hash|reversed|print)|math\..*)$/;
const makingBuiltins = /^builtins\.(list|tuple|object|bytearray|bytes)$/;
const hashBuiltins = /^(builtins\.(dict|set|frozenset)|collections\..*)$/;
const bigOperators: ReadonlySet<BinaryOperator> = new Set(["**"]);

class Tally {
  readonly units: Record<WorkClass, number> = {
    computing: 0,
    access: 0,
    attributes: 0,
    calls: 0,
    hashing: 0,
    text: 0,
    making: 0,
    native: 0,
  };
  readonly costs: OperationCosts;
  private readonly callees: ReadonlySet<Expression>;
  private readonly views: ReadonlyMap<Expression, CallView>;

  constructor(private readonly context: RuleContext) {
    this.costs = context.knowledge.operations;
    this.callees = new Set(context.calls.map(({ call }) => call.callee));
    this.views = new Map(context.calls.map((view) => [view.call, view]));
  }

  addExpression(it: Expression): void {
    switch (it.kind) {
      case "name":
      case "constant":
        this.add("computing", it.kind, it);
        return;
      case "unary":
      case "boolean":
        this.add("computing", it.kind, it);
        return;
      case "binary":
        if (this.isText(it.left) || this.isText(it.right)) this.add("text", "string-method", it);
        else this.add(bigOperators.has(it.operator) ? "native" : "computing", "binary", it);
        return;
      case "compare":
        for (const [index, operator] of it.operators.entries()) {
          const container = it.comparators[index] as Expression;
          if (operator !== "in" && operator !== "not in") this.add("computing", "compare", it);
          else this.add(this.isText(container) ? "text" : "hashing", "contains", it);
        }
        return;
      case "attribute":
        if (!this.callees.has(it)) this.add("attributes", "attribute", it);
        return;
      case "subscript":
        this.addSubscript(it, it.value, it.index.kind === "slice");
        return;
      case "call":
        this.addCall(this.views.get(it) as CallView);
        return;
      default:
        this.addMaking(it);
    }
  }

  addStatement(it: Statement): void {
    switch (it.kind) {
      case "assign":
      case "delete":
        for (const target of it.targets) this.addTarget(target);
        return;
      case "augAssign":
        this.add(this.isText(it.target) ? "text" : "computing", "augmented", it.target);
        this.addTarget(it.target);
        return;
      case "annAssign":
        if (it.value !== undefined) this.addTarget(it.target);
        return;
      case "try":
      case "with":
        for (const inner of childStatements(it).slice(0, 1)) this.add("calls", "call", inner);
        return;
      case "raise":
        // A raise ends the call mostly; it is told among the blockers where it is part of the flow.
        return;
      default:
        return;
    }
  }

  private add(kind: WorkClass, operation: string, at: { readonly start: number }, times = 1): void {
    const rounds = this.context.loopAt(at.start)?.heat.iterations ?? 1;
    this.units[kind] += this.costs.cost(operation) * times * rounds;
  }

  private addTarget(target: Expression): void {
    if (target.kind === "name") this.add("computing", "store", target);
    else if (target.kind === "attribute") this.add("attributes", "store-attribute", target);
    else if (target.kind === "subscript") this.add(this.isHash(target.value) ? "hashing" : "access", "store-subscript", target);
    else if (target.kind === "tuple" || target.kind === "list") {
      this.add("computing", "unpack", target, target.elements.length);
      for (const element of target.elements) if (element.kind !== "name") this.addTarget(element);
    }
  }

  private addSubscript(it: Expression, value: Expression, isSlice: boolean): void {
    if (isSlice) this.add(this.isText(value) ? "text" : "making", "slice", it);
    else this.add(this.isHash(value) ? "hashing" : "access", "subscript", it);
  }

  private addMaking(it: Expression): void {
    switch (it.kind) {
      case "list":
      case "tuple":
        this.add("making", "collection", it);
        this.add("making", "element", it, it.elements.length);
        return;
      case "set":
        this.add("hashing", "collection", it);
        return;
      case "dict":
        this.add("hashing", "collection", it);
        this.add("hashing", "element", it, 2 * it.entries.length);
        return;
      case "listComp":
      case "setComp":
      case "dictComp":
        this.add(it.kind === "listComp" ? "making" : "hashing", "comprehension", it);
        return;
      case "generator":
        this.add("calls", "generator", it);
        return;
      case "fString":
        this.add("text", "format", it);
        this.add("text", "format-value", it, it.values.length);
        return;
      case "yield":
      case "yieldFrom":
        this.add("calls", "yield", it);
        return;
      case "lambda":
        this.add("calls", "lambda", it);
        return;
      default:
        return;
    }
  }

  private addCall({ call, external, callees }: CallView): void {
    this.add("computing", "argument", call, call.args.length + call.keywords.length);
    if (this.context.graph.resolve(this.context.function.id, call.callee).kind === "class") {
      this.add("making", "construct", call);
      return;
    }
    if (callees.length > 0) {
      this.add("calls", "call", call);
      return;
    }
    const { kind, operation } = builtinCall(external, call.callee);
    this.add(kind, operation, call);
  }

  private isText(value: Expression): boolean {
    if (value.kind === "fString" || (value.kind === "constant" && (value.type === "str" || value.type === "bytes"))) return true;
    return textTypes.test(this.context.typeName(value) ?? "");
  }

  private isHash(value: Expression): boolean {
    return value.kind === "dict" || hashTypes.test(this.context.typeName(value) ?? "");
  }
}

/** By what the callee resolves to; by the name of the method where its receiver is not known. */
function builtinCall(external: string | undefined, callee: Expression): { kind: WorkClass; operation: string } {
  const method = callee.kind === "attribute" ? callee.name : "";
  const owner = external?.slice(0, external.lastIndexOf(".")) ?? "";
  if (hashTypes.test(owner) || (external === undefined && hashMethods.test(method))) return { kind: "hashing", operation: "contains" };
  if (textTypes.test(owner) || (external === undefined && textMethods.test(method))) return { kind: "text", operation: "string-method" };
  if (method !== "" && listMethods.test(method)) return { kind: "making", operation: "builtin-call" };
  if (external === undefined) return { kind: "calls", operation: "call" };
  if (cheapBuiltins.test(external)) return { kind: "computing", operation: "builtin-call" };
  if (makingBuiltins.test(external)) return { kind: "making", operation: "consume" };
  if (hashBuiltins.test(external)) return { kind: "hashing", operation: "consume" };
  if (external === "builtins.str" || external === "builtins.repr") return { kind: "text", operation: "format" };
  return { kind: "native", operation: "native-call" };
}
