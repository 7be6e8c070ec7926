/**
 * What the interpreter's work of a function consists of, by what becomes of it in compiled code: arithmetic and element access all but
 * vanish, hashing and making values cost about as much anywhere. Costs are those of `knowledge/operations.yaml`, times the rounds of the
 * loops around; only the shares are of interest, since how much a call does in all is the heat stage's to say.
 */
import type { OperationCosts } from "../../knowledge";
import { type BinaryExpression, childStatements, type Expression, type Statement, type SubscriptExpression } from "../../syntax";
import { growingProducts } from "../blockers/large-integers";
import type { CallView, LoopView, RuleContext } from "../contract";
import { byClass, type WorkByClass, type WorkClass, workClasses } from "./work-classes";

/**
 * Parts of one call's own work by class, callees left out. They sum to 1 at most: what a compiled loop has no counterpart for, such as making
 * an object of each element of an array, is in no class. What the heat stage says is native counts as that.
 */
export function weighWork(context: RuleContext): WorkByClass {
  // Every rule that speaks of a function asks for the same.
  return context.remember(weigh, () => weigh(context));
}

function weigh(context: RuleContext): WorkByClass {
  const { units, beyond: vanishing } = tallyOf(context);
  const shares = sharesOf(units, vanishing);
  const { python, native } = context.functionHeat.mix;
  const working = python + native;
  const beyond = working > 0 ? native / working - shares.functions - shares.native : 0;
  if (beyond <= 0) return shares;
  return sharesOf({ ...shares, native: shares.native + beyond / Math.max(0.05, 1 - beyond) }, 1 - totalOf(shares));
}

function tallyOf(context: RuleContext): Tally {
  const tally = new Tally(context);
  const raises = context.statements.filter(({ kind }) => kind === "raise");
  for (const expression of context.expressions) {
    // What an error says is put together once, if ever.
    if (!raises.some(({ start, end }) => expression.start >= start && expression.end <= end)) tally.addExpression(expression);
  }
  for (const statement of context.statements) tally.addStatement(statement);
  for (const loop of context.loops) tally.addRounds(loop);
  tally.units.calls += tally.costs.cost("frame");
  return tally;
}

function sharesOf(units: WorkByClass, beyond: number): WorkByClass {
  const total = totalOf(units) + beyond;
  return byClass((it) => (total > 0 ? units[it] / total : 0));
}

function totalOf(units: WorkByClass): number {
  return workClasses.reduce((sum, it) => sum + units[it], 0);
}

const hashTypes = /^(builtins\.(dict|set|frozenset)|collections\.(defaultdict|Counter|OrderedDict)|typing\.(Mapping|MutableMapping))$/;
const arrayTypes = /^numpy\.(ndarray|matrix)$/;
const textTypes = /^builtins\.str$/;
/** Copying a piece of them is copying memory. */
const byteTypes = /^builtins\.(bytes|bytearray|memoryview)$/;
const hashMethods = /^(get|setdefault|items|keys|values|add|discard|update|most_common)$/;
const textMethods =
  /^(split|rsplit|splitlines|strip|lstrip|rstrip|startswith|endswith|replace|lower|upper|title|find|rfind|partition|rpartition|format|encode|decode|isdigit|isalpha|isalnum|isspace|zfill|ljust|rjust|join)$/;
const listMethods = /^(append|appendleft|extend|insert|pop|popleft|copy|reverse)$/;
/** Built-in functions that give back a number or test something. */
const cheapBuiltins =
  /^(builtins\.(len|range|abs|min|max|int|float|bool|isinstance|round|divmod|pow|enumerate|zip|next|iter|id|hash|reversed)|math\.(sqrt|floor|ceil|fabs|trunc))$/;
const characterFunctions = /^builtins\.(ord|chr)$/;
const smallFunctions =
  /^(random|heapq|bisect|operator|itertools|struct|colorsys|math\.(radians|degrees|isclose|isnan|isfinite|copysign|hypot|gcd|isqrt))\b/;
const mathematics = /^(math|cmath)\./;
const makingBuiltins = /^builtins\.(list|tuple|object|bytearray|bytes)$/;
const hashBuiltins = /^(builtins\.(dict|set|frozenset)|collections\..*)$/;

/** `a & b` of two sets goes over the smaller one: as much as so many single steps, at a guess. */
const setOperation = 10;

/** `x ** 2`: a call of the C library, as much as so many additions. */
const power = 4;

const bitOperators = new Set(["<<", ">>", "&", "|", "^"]);

/** A step with an integer of many digits: as much as so many with small ones, at a guess. */
const bigOperation = 10;

class Tally {
  readonly units = byClass(() => 0);
  /** Work of the interpreter that has no counterpart in compiled code. */
  beyond = 0;
  readonly costs: OperationCosts;
  /** Its integers outgrow the machine's: their arithmetic is the same C code from any language. */
  private readonly isBig: boolean;
  private readonly callees: ReadonlySet<Expression>;
  /** `y, x` of `image[y, x]`, which is no tuple in compiled code. */
  private readonly indices = new Set<Expression>();
  private readonly views: ReadonlyMap<Expression, CallView>;

  constructor(private readonly context: RuleContext) {
    this.costs = context.knowledge.operations;
    this.isBig = growingProducts(context).length > 0;
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
        else if (this.isHash(it.left) || this.isHash(it.right)) this.add("native", "slice", it, setOperation);
        else this.addArithmetic(it);
        return;
      case "compare":
        for (const [index, operator] of it.operators.entries()) {
          const container = it.comparators[index] as Expression;
          if (operator !== "in" && operator !== "not in")
            this.add(this.isText(container) || this.isText(it.left) ? "characters" : "computing", "compare", it);
          else this.add(this.isText(container) ? "text" : this.hashingOf(container, index === 0 ? it.left : undefined), "contains", it);
        }
        return;
      case "attribute":
        if (!this.callees.has(it)) this.add("attributes", "attribute", it);
        return;
      case "subscript":
        this.addSubscript(it);
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
        if (this.isBig && !this.isText(it.target)) this.add("native", "augmented", it.target, bigOperation);
        else this.add(this.isText(it.target) ? "text" : bitOperators.has(it.operator) ? "bits" : "computing", "augmented", it.target);
        this.addTarget(it.target);
        return;
      case "annAssign":
        if (it.value !== undefined) this.addTarget(it.target);
        return;
      case "try":
      case "with":
        for (const inner of childStatements(it).slice(0, 1)) this.add("calls", "call", inner);
        return;
      default:
        return;
    }
  }

  addRounds({ isInnermost, heat }: LoopView): void {
    this.units[isInnermost && heat.dependence === "loop-carried" ? "chains" : "computing"] +=
      this.costs.cost("iteration") * heat.iterations;
  }

  private addArithmetic(it: BinaryExpression): void {
    const { operator, right } = it;
    if (operator === "**" && right.kind === "constant" && !this.isBig) this.add("powers", "binary", it, power);
    else {
      const isNative = this.isBig || operator === "**";
      this.add(isNative ? "native" : bitOperators.has(operator) ? "bits" : "computing", "binary", it, this.isBig ? bigOperation : 1);
    }
    // Python makes an object of NumPy's own for each result.
    if (this.isElement(it)) this.addBeyond("array-subscript", it);
  }

  private add(kind: WorkClass, operation: string, at: { readonly start: number }, times = 1): void {
    const loop = this.context.loopAt(at.start);
    const isChained = kind === "computing" && loop !== undefined && loop.isInnermost && loop.heat.dependence === "loop-carried";
    this.units[isChained ? "chains" : kind] += this.costs.cost(operation) * times * (loop?.heat.iterations ?? 1);
  }

  private addBeyond(operation: string, at: { readonly start: number }): void {
    this.beyond += this.costs.cost(operation) * (this.context.loopAt(at.start)?.heat.iterations ?? 1);
  }

  private addTarget(target: Expression): void {
    if (target.kind === "name") this.add("computing", "store", target);
    else if (target.kind === "attribute") this.add("attributes", "store-attribute", target);
    else if (target.kind === "subscript")
      this.add(this.isHash(target.value) ? this.hashingOf(target.value, target.index) : "access", "store-subscript", target);
    else if (target.kind === "tuple" || target.kind === "list") {
      this.add("computing", "unpack", target, target.elements.length);
      for (const element of target.elements) if (element.kind !== "name") this.addTarget(element);
    }
  }

  private addSubscript(it: SubscriptExpression): void {
    const { value, index } = it;
    if (arrayTypes.test(this.context.typeName(value) ?? "")) {
      // In compiled code an element like any other; from Python each access makes an object.
      this.add("access", "subscript", it);
      this.addBeyond("array-subscript", it);
      if (index.kind === "tuple") this.indices.add(index);
    } else if (index.kind === "slice") this.add(this.isText(value) ? "text" : "making", "slice", it);
    else this.add(this.isHash(value) ? this.hashingOf(value, index) : "access", "subscript", it);
  }

  private addMaking(it: Expression): void {
    switch (it.kind) {
      case "list":
      case "tuple":
        if (this.indices.has(it)) return;
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
      this.add("objects", "construct", call);
      return;
    }
    if (callees.length > 0) {
      this.add("calls", "call", call);
      return;
    }
    const { kind, operation } = builtinCall(external, call.callee);
    const receiver = call.callee.kind === "attribute" ? call.callee.value : undefined;
    this.add(kind === "hashing" && receiver !== undefined ? this.hashingOf(receiver, call.args[0]) : kind, operation, call);
  }

  /** An element of an array, or what is computed from one. */
  private isElement(value: Expression): boolean {
    if (value.kind === "binary") return this.isElement(value.left) || this.isElement(value.right);
    return value.kind === "subscript" && arrayTypes.test(this.context.typeName(value.value) ?? "");
  }

  private isText(value: Expression): boolean {
    if (value.kind === "fString" || (value.kind === "constant" && value.type === "str")) return true;
    return textTypes.test(this.context.typeName(value) ?? "");
  }

  /** By the type of the keys, from the container or from the key that it is asked for. */
  private hashingOf(container: Expression, key: Expression | undefined): WorkClass {
    const { graph, function: node } = this.context;
    const [first] = graph.typeOf(node.id, container)?.args ?? [];
    const isTextual = first?.name === "builtins.str" || (first === undefined && key !== undefined && this.isText(key));
    return isTextual ? "textKeys" : "hashing";
  }

  private isHash(value: Expression): boolean {
    return value.kind === "dict" || hashTypes.test(this.context.typeName(value) ?? "");
  }
}

/** By what the callee resolves to; by the name of the method where its receiver is not known. */
function builtinCall(external: string | undefined, callee: Expression): { kind: WorkClass; operation: string } {
  const method = callee.kind === "attribute" ? callee.name : "";
  const owner = external?.slice(0, external.lastIndexOf(".")) ?? "";
  if (byteTypes.test(owner)) return { kind: "making", operation: "builtin-call" };
  if (hashTypes.test(owner) || (external === undefined && hashMethods.test(method))) return { kind: "hashing", operation: "contains" };
  if (textTypes.test(owner) || (external === undefined && textMethods.test(method))) return { kind: "text", operation: "string-method" };
  if (method !== "" && listMethods.test(method)) return { kind: "making", operation: "builtin-call" };
  if (external === undefined) return { kind: "calls", operation: "call" };
  if (cheapBuiltins.test(external)) return { kind: "computing", operation: "builtin-call" };
  if (smallFunctions.test(external)) return { kind: "functions", operation: "native-call" };
  if (mathematics.test(external)) return { kind: "mathematics", operation: "native-call" };
  if (characterFunctions.test(external)) return { kind: "characters", operation: "builtin-call" };
  if (makingBuiltins.test(external)) return { kind: "making", operation: "consume" };
  if (hashBuiltins.test(external)) return { kind: "hashing", operation: "consume" };
  if (external === "builtins.str" || external === "builtins.repr") return { kind: "text", operation: "format" };
  return { kind: "native", operation: "native-call" };
}
