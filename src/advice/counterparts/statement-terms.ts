/** Statements as terms: what is written in several ways becomes one. */
import type { ExceptHandler, Statement } from "../../syntax";
import { chosen, type Naming, testTerm, toTerm } from "./expression-terms";
import { isLeaf, leaf, node, sameTerm, type Term } from "./term";
import { reads, walkByElement } from "./walk-by-element";

/** A block of statements. */
export function toBlock(statements: readonly Statement[], naming: Naming): Term {
  const found = statements.flatMap((statement) => statementTerms(statement, naming));
  return node("block", countedLoops(swaps(withoutElse(found))));
}

function placed(term: Term, statement: Statement): Term {
  return { ...term, statement };
}

function statementTerms(statement: Statement, naming: Naming): Term[] {
  const term = (it: Parameters<typeof toTerm>[0]) => toTerm(it, naming);
  switch (statement.kind) {
    case "expression":
      // Documentation does nothing.
      return statement.value.kind === "constant" && statement.value.type === "str"
        ? []
        : [placed(node("do", [term(statement.value)]), statement)];
    case "assign":
      return statement.targets.flatMap((target) => assignment(term(target), term(statement.value))).map((it) => placed(it, statement));
    case "augAssign": {
      const { target, operator, value, start, end } = statement;
      return [placed(node("let", [term(target), term({ kind: "binary", operator, left: target, right: value, start, end })]), statement)];
    }
    case "annAssign":
      return statement.value === undefined ? [] : [placed(node("let", [term(statement.target), term(statement.value)]), statement)];
    case "return":
      return [placed(node("return", statement.value === undefined ? [] : [term(statement.value)]), statement)];
    case "if":
      return [
        placed(branch(testTerm(term(statement.test)), toBlock(statement.body, naming), toBlock(statement.orElse, naming)), statement),
      ];
    case "for": {
      const body = toBlock(statement.body, naming);
      const walked = walkByElement(term(statement.target), term(statement.iterable), [body]);
      const orElse = statement.orElse.length === 0 ? [] : [toBlock(statement.orElse, naming)];
      return [placed(node("for", [walked.target, walked.iterable, ...walked.scope, ...orElse]), statement)];
    }
    case "while":
      return [placed(node("while", [testTerm(term(statement.test)), toBlock(statement.body, naming)]), statement)];
    case "raise":
      return [node("raise", [])];
    case "break":
    case "continue":
      return [node(statement.kind, [])];
    case "pass":
    case "assert":
    case "global":
    case "nonlocal":
    case "import":
      return [];
    case "delete":
      return [node("delete", statement.targets.map(term))];
    case "try":
      return [node("try", [toBlock(statement.body, naming), ...statement.handlers.map((it: ExceptHandler) => toBlock(it.body, naming))])];
    case "with":
      return [node("with", [...statement.items.map(({ context }) => term(context)), toBlock(statement.body, naming)])];
    default:
      return [node(statement.kind, [])];
  }
}

/** Values that do not need each other are bound one by one; others at once, in no order. */
function assignment(target: Term, value: Term): Term[] {
  if (target.head !== "tuple" || value.head !== "tuple" || target.args.length !== value.args.length) return [node("let", [target, value])];
  const pairs = target.args.map((it, index) => [it, value.args[index] as Term] as const);
  const needsAtOnce = pairs.some(([it], index) => pairs.some(([, other], at) => at !== index && reads(other, it)));
  if (!needsAtOnce) return pairs.map(([it, given]) => node("let", [it, given]));
  const [first, second, ...more] = pairs;
  if (first !== undefined && second !== undefined && more.length === 0 && sameTerm(first[0], second[1]) && sameTerm(first[1], second[0]))
    return [node("swap", [first[0], second[0]])];
  return [
    node(
      "at-once",
      pairs.map(([it, given]) => node("pair", [it, given])),
    ),
  ];
}

/** Both branches that only set the same thing are a choice of its value. */
function branch(test: Term, body: Term, orElse: Term): Term {
  const [set, other] = [onlySet(body), onlySet(orElse)];
  if (set !== undefined && other !== undefined && sameTerm(set.args[0] as Term, other.args[0] as Term))
    return node("let", [set.args[0] as Term, chosen(test, set.args[1] as Term, other.args[1] as Term)]);
  if (set !== undefined && orElse.args.length === 0) {
    const value = chosen(test, set.args[1] as Term, set.args[0] as Term);
    if (value.head === "call") return node("let", [set.args[0] as Term, value]);
  }
  if (test.head === "not" && orElse.args.length > 0) return node("if", [test.args[0] as Term, orElse, body]);
  return node("if", orElse.args.length === 0 ? [test, body] : [test, body, orElse]);
}

function onlySet({ args }: Term): Term | undefined {
  return args.length === 1 && args[0]?.head === "let" ? args[0] : undefined;
}

const leaving = new Set(["return", "raise", "continue", "break"]);

/** What follows a branch that leaves needs no `else`. */
function withoutElse(statements: readonly Term[]): Term[] {
  return statements.flatMap((statement) => {
    const [test, body, orElse] = statement.args;
    if (statement.head !== "if" || test === undefined || body === undefined || orElse === undefined) return [statement];
    if (!leaving.has(body.args.at(-1)?.head ?? "")) return [statement];
    return [carried(node("if", [test, body]), statement), ...orElse.args];
  });
}

/** `t = a; a = b; b = t` changes places. */
function swaps(statements: readonly Term[]): Term[] {
  const result: Term[] = [];
  for (let index = 0; index < statements.length; index++) {
    const [first, second, third] = statements.slice(index, index + 3) as [Term, Term?, Term?];
    if (second !== undefined && third !== undefined && [first, second, third].every(({ head }) => head === "let")) {
      const [spare, a] = first.args as [Term, Term];
      const [target, b] = second.args as [Term, Term];
      if (sameTerm(target, a) && sameTerm(third.args[0] as Term, b) && sameTerm(third.args[1] as Term, spare)) {
        result.push(carried(node("swap", [a, b]), first));
        index += 2;
        continue;
      }
    }
    result.push(first);
  }
  return result;
}

/** `while i < n:` that ends with `i += 1` and does nothing else to it is `for i in range(n)`. */
function countedLoops(statements: readonly Term[]): Term[] {
  return statements.map((statement) => {
    const [test, body] = statement.args;
    if (statement.head !== "while" || test?.head !== "<" || body === undefined) return statement;
    const [counter, limit] = test.args as [Term, Term];
    const step = body.args.at(-1);
    const rest = node("block", body.args.slice(0, -1));
    if (counter.head !== "name" || step === undefined || !isStep(step, counter) || sets(rest, counter) || hasContinue(rest))
      return statement;
    const iterable = node("call", [leaf("external", "builtins.range"), limit]);
    const walked = walkByElement(counter, iterable, [rest]);
    return carried(node("for", [walked.target, walked.iterable, ...walked.scope]), statement);
  });
}

function isStep(statement: Term, counter: Term): boolean {
  const [target, value] = statement.args;
  if (statement.head !== "let" || target === undefined || value?.head !== "+" || !sameTerm(target, counter)) return false;
  return value.args.length === 2 && value.args.some((it) => sameTerm(it, counter)) && value.args.some((it) => isLeaf(it, "int", "1"));
}

function sets({ head, args }: Term, name: Term): boolean {
  if (
    (head === "let" || head === "pair" || head === "swap" || head === "for" || head === "named") &&
    args[0] !== undefined &&
    sameTerm(args[0], name)
  )
    return true;
  return args.some((it) => sets(it, name));
}

/** Of this loop, not of one inside. */
function hasContinue({ head, args }: Term): boolean {
  return head === "continue" || (head !== "for" && head !== "while" && args.some(hasContinue));
}

function carried(term: Term, { statement }: Term): Term {
  return { ...term, statement };
}
