/** Expressions as terms. */
import type { CompareOperator, ComprehensionExpression, Expression } from "../../syntax";
import { isLeaf, leaf, node, nothing, sameTerm, type Term } from "./term";
import { walkByElement } from "./walk-by-element";

/** What is known of names where the code stands. */
export interface Naming {
  /** Dotted name of a function or constant from outside, `builtins.len`, `math.sqrt`. */
  readonly external: (expression: Expression) => string | undefined;
  /** What a name that is bound once stands for, where that is a length or a constant. */
  readonly meaning: (name: string) => Expression | undefined;
}

export function toTerm(expression: Expression, naming: Naming): Term {
  const term = (it: Expression) => toTerm(it, naming);
  switch (expression.kind) {
    case "name":
    case "attribute":
      return nameTerm(expression, naming);
    case "constant":
      return constantTerm(expression);
    case "fString":
      return node("f-string", expression.values.map(term), expression);
    case "list":
    case "tuple":
    case "set":
      return node(expression.kind, expression.elements.map(term), expression);
    case "dict":
      return node(
        "dict",
        expression.entries.map(({ key, value }) => node("pair", [key === undefined ? nothing : term(key), term(value)])),
        expression,
      );
    case "listComp":
    case "generator":
    case "setComp":
    case "dictComp":
      return comprehensionTerm(expression, naming);
    case "subscript":
      return node("[]", [term(expression.value), term(expression.index)], expression);
    case "slice":
      return node(
        "slice",
        [expression.lower, expression.upper, expression.step].map((it) => (it === undefined ? nothing : term(it))),
      );
    case "call":
      return callTerm(expression, naming);
    case "unary":
      return unaryTerm(expression.operator, term(expression.operand), expression);
    case "binary":
      return binaryTerm(expression.operator, term(expression.left), term(expression.right), expression);
    case "boolean":
      return flat(expression.operator, [testTerm(term(expression.left)), testTerm(term(expression.right))], expression);
    case "compare":
      return compareTerm(term(expression.left), expression.operators, expression.comparators.map(term), expression);
    case "conditional":
      return chosen(testTerm(term(expression.test)), term(expression.body), term(expression.orElse), expression);
    case "lambda":
      return node("lambda", [...expression.params.map(({ name }) => leaf("name", name)), term(expression.body)], expression);
    case "await":
    case "starred":
      return node(expression.kind, [term(expression.value)], expression);
    case "yield":
    case "yieldFrom":
      return node(expression.kind, expression.value === undefined ? [] : [term(expression.value)], expression);
    case "named":
      return node("named", [term(expression.target), term(expression.value)], expression);
    case "unknown":
      return node("unknown", [], expression);
  }
}

function nameTerm(expression: Extract<Expression, { kind: "name" | "attribute" }>, naming: Naming): Term {
  if (expression.kind === "name") {
    const meaning = naming.meaning(expression.name);
    if (meaning !== undefined) return toTerm(meaning, naming);
  }
  // A method of a value is named by itself: only what comes from a module or a class is from outside.
  const external = expression.kind === "name" || naming.external(expression.value) !== undefined ? naming.external(expression) : undefined;
  if (external !== undefined) return leaf("external", external, expression);
  if (expression.kind === "name") return leaf("name", expression.name, expression);
  return { head: "attribute", text: expression.name, args: [toTerm(expression.value, naming)], source: expression };
}

function constantTerm(expression: Extract<Expression, { kind: "constant" }>): Term {
  const { type, number, text } = expression;
  return leaf(type, String(type === "str" || type === "bytes" ? text : (number ?? type)), expression);
}

function comprehensionTerm(expression: ComprehensionExpression, naming: Naming): Term {
  const head = expression.kind === "listComp" || expression.kind === "generator" ? "each" : expression.kind;
  const made = [expression.element, ...(expression.value === undefined ? [] : [expression.value])].map((it) => toTerm(it, naming));
  const clauses = expression.clauses.map(({ target, iterable, conditions }) =>
    node("in", [toTerm(target, naming), toTerm(iterable, naming), ...conditions.map((it) => testTerm(toTerm(it, naming)))]),
  );
  return clausesByElement(node(head, [...made, ...clauses], expression), made.length);
}

/** Each clause walks over what the later ones and the element read. */
function clausesByElement(comprehension: Term, made: number): Term {
  let { args } = comprehension;
  for (let index = args.length - 1; index >= made; index--) {
    const [target, iterable, ...conditions] = (args[index] as Term).args as [Term, Term, ...Term[]];
    const later = args.slice(index + 1);
    const walked = walkByElement(target, iterable, [...conditions, ...later, ...args.slice(0, made)]);
    const clause = node("in", [walked.target, walked.iterable, ...walked.scope.slice(0, conditions.length)]);
    const rest = walked.scope.slice(conditions.length);
    args = [...rest.slice(later.length), ...args.slice(made, index), clause, ...rest.slice(0, later.length)];
  }
  return { ...comprehension, args };
}

function callTerm(expression: Extract<Expression, { kind: "call" }>, naming: Naming): Term {
  const callee = toTerm(expression.callee, naming);
  const args = expression.args.map((it) => toTerm(it, naming));
  if (isLeaf(callee, "external", "builtins.range") && args.length >= 2 && isLeaf(args[0], "int", "0")) {
    // range(0, n) and range(0, n, 1) are range(n).
    if (args.length === 2 || isLeaf(args[2], "int", "1")) return node("call", [callee, args[1] as Term], expression);
  }
  const keywords = expression.keywords.map(({ name, value }) => ({ head: "keyword", text: name ?? "**", args: [toTerm(value, naming)] }));
  return node("call", [callee, ...args, ...keywords], expression);
}

function unaryTerm(operator: string, operand: Term, source: Expression): Term {
  if (operator === "-") return negated(operand, source);
  if (operator === "+") return operand;
  return operator === "not" ? denied(testTerm(operand), source) : node(operator, [operand], source);
}

function negated(term: Term, source?: Expression): Term {
  if (term.head === "int" || term.head === "float") return leaf(term.head, String(-Number(term.text)), source);
  if (term.head === "negative") return term.args[0] as Term;
  return node("negative", [term], source);
}

const opposites: Readonly<Record<string, string>> = { "==": "!=", "!=": "==", in: "not in", "not in": "in", is: "is not", "is not": "is" };

function denied(term: Term, source?: Expression): Term {
  if (term.head === "not") return term.args[0] as Term;
  const opposite = opposites[term.head];
  return opposite === undefined ? node("not", [term], source) : node(opposite, term.args, source);
}

const orderless = new Set(["*", "|", "&", "^"]);

function binaryTerm(operator: string, left: Term, right: Term, source: Expression): Term {
  const power = powerOfTwo(right);
  switch (operator) {
    case "+":
      return flat("+", [left, right], source);
    case "-":
      return flat("+", [left, negated(right)], source);
    case "<<":
      return right.head === "int" ? binaryTerm("*", left, shifted(right), source) : node("<<", [left, right], source);
    case ">>":
      return right.head === "int" ? node("//", [left, shifted(right)], source) : node(">>", [left, right], source);
    case "&": {
      const [mask, other] = left.head === "int" ? [left, right] : [right, left];
      const modulus = mask.head === "int" && Number(mask.text) > 0 ? powerOfTwo(leaf("int", String(Number(mask.text) + 1))) : undefined;
      return modulus === undefined ? flat("&", [left, right], source) : node("%", [other, modulus], source);
    }
    case "**":
      return isLeaf(right, "int", "2") ? flat("*", [left, left], source) : node("**", [left, right], source);
    case "//":
    case "%":
      return node(operator, [left, power ?? right], source);
    default:
      return orderless.has(operator) ? flat(operator, [left, right], source) : node(operator, [left, right], source);
  }
}

function shifted({ text }: Term): Term {
  return leaf("int", String(2 ** Number(text)));
}

function powerOfTwo(term: Term): Term | undefined {
  return term.head === "int" && Number.isInteger(Math.log2(Number(term.text))) ? leaf("int", term.text as string) : undefined;
}

/** `(a + b) + c` is one sum of three; numbers in it are added up. */
function flat(head: string, args: readonly Term[], source?: Expression): Term {
  const all = args.flatMap((it) => (it.head === head ? it.args : [it]));
  if (head !== "+") return node(head, all, source);
  const numbers = all.filter((it) => it.head === "int");
  if (numbers.length < 2) return node(head, all, source);
  const sum = numbers.reduce((total, { text }) => total + Number(text), 0);
  const others = all.filter((it) => it.head !== "int");
  const kept = sum === 0 ? others : [...others, leaf("int", String(sum))];
  return kept.length === 1 ? (kept[0] as Term) : node(head, kept, source);
}

function compareTerm(left: Term, operators: readonly CompareOperator[], comparators: readonly Term[], source: Expression): Term {
  const pairs = operators.map((operator, index) =>
    comparison(operator, index === 0 ? left : (comparators[index - 1] as Term), comparators[index] as Term, source),
  );
  return pairs.length === 1 ? (pairs[0] as Term) : node("and", pairs, source);
}

/** Whether an equal element counts makes no other algorithm: `<=` is `<`, and `>` is `<` turned round. */
function comparison(operator: CompareOperator, left: Term, right: Term, source: Expression): Term {
  if (operator === "<" || operator === "<=") return node("<", [left, right], source);
  if (operator === ">" || operator === ">=") return node("<", [right, left], source);
  return node(operator, [left, right], source);
}

/** What a test asks: `n != 0` and `n > 0` ask for `n`, `n % 2 == 1` for `n % 2`. */
export function testTerm(term: Term): Term {
  const [left, right] = term.args;
  if (left === undefined || right === undefined) return term;
  if (term.head === "!=" && isEmpty(right)) return testTerm(left);
  if (term.head === "==" && isEmpty(right)) return denied(testTerm(left), term.source);
  if (term.head === "<" && isZero(left)) return right.head === "int" ? term : testTerm(right);
  if (term.head === "==" && isLeaf(right, "int", "1") && left.head === "%" && isLeaf(left.args[1], "int", "2")) return left;
  return term;
}

/** What a test takes for no. */
function isEmpty(term: Term): boolean {
  return isZero(term) || isLeaf(term, "str", "");
}

function isZero(term: Term): boolean {
  return isLeaf(term, "int", "0");
}

/** `b if a < b else a` is `max(a, b)`. */
export function chosen(test: Term, body: Term, orElse: Term, source?: Expression): Term {
  const [less, more] = test.args;
  if (test.head === "<" && less !== undefined && more !== undefined) {
    const call = (name: string) => node("call", [leaf("external", `builtins.${name}`), less, more], source);
    if (sameTerm(more, body) && sameTerm(less, orElse)) return call("max");
    if (sameTerm(less, body) && sameTerm(more, orElse)) return call("min");
  }
  return test.head === "not" ? node("choose", [test.args[0] as Term, orElse, body], source) : node("choose", [test, body, orElse], source);
}
