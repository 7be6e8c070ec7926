import type { ExceptHandler, Expression, MatchCase, Statement } from "../file-facts";
import { NOTHING } from "../pile";
import { binaryOperators, statementKinds } from "./codes";
import { type ExpressionDecoder, of } from "./decode-expression";

export function decodeStatements(x: ExpressionDecoder): readonly Statement[] {
  const count = x.from.varint();
  if (count === 0) return NOTHING;
  if (count === 1) return [decodeStatement(x)];
  const statements: Statement[] = [];
  for (let left = count; left > 0; left--) statements.push(decodeStatement(x));
  return statements;
}

function decodeStatement(x: ExpressionDecoder): Statement {
  const kind = of(statementKinds, x.from.byte());
  const start = x.rangeStart();
  const end = x.rangeEnd();
  switch (kind) {
    case "expression":
      return { kind, start, end, value: x.expression() };
    case "assign": {
      const targets = x.list(() => x.expression());
      return { kind, start, end, targets, value: x.expression() };
    }
    case "augAssign": {
      const target = x.expression();
      const operator = of(binaryOperators, x.from.byte());
      return { kind, start, end, target, operator, value: x.expression() };
    }
    case "annAssign": {
      const target = x.expression();
      const annotation = x.expression();
      return { kind, start, end, target, annotation, value: x.maybe() };
    }
    case "return":
      return { kind, start, end, value: x.maybe() };
    case "raise": {
      const exception = x.maybe();
      return { kind, start, end, exception, cause: x.maybe() };
    }
    case "assert": {
      const test = x.expression();
      return { kind, start, end, test, message: x.maybe() };
    }
    case "delete":
      return { kind, start, end, targets: x.expressions() };
    case "pass":
    case "break":
    case "continue":
      return { kind, start, end };
    case "global":
    case "nonlocal":
      return { kind, start, end, names: x.texts() };
    case "import":
      return { kind, start, end, imports: x.list(() => x.from.varint()) };
    case "functionDef":
      return { kind, start, end, function: x.from.varint() };
    case "classDef":
      return { kind, start, end, class: x.from.varint() };
    case "unknown":
      return { kind, start, end, expressions: x.expressions() };
    default:
      return decodeCompound(x, kind, start, end);
  }
}

function decodeCompound(
  x: ExpressionDecoder,
  kind: "if" | "for" | "while" | "try" | "with" | "match",
  start: number,
  end: number,
): Statement {
  switch (kind) {
    case "if": {
      const test = x.expression();
      const body = decodeStatements(x);
      return { kind, start, end, test, body, orElse: decodeStatements(x) };
    }
    case "for": {
      const loop = x.from.varint();
      const target = x.shareable();
      const iterable = x.shareable();
      const body = decodeStatements(x);
      const orElse = decodeStatements(x);
      return { kind, start, end, loop, target, iterable, body, orElse, isAsync: x.from.byte() === 1 };
    }
    case "while": {
      const loop = x.from.varint();
      const test = x.shareable();
      const body = decodeStatements(x);
      return { kind, start, end, loop, test, body, orElse: decodeStatements(x) };
    }
    case "try": {
      const body = decodeStatements(x);
      const handlers = x.list(() => decodeHandler(x));
      const orElse = decodeStatements(x);
      return { kind, start, end, body, handlers, orElse, finalBody: decodeStatements(x) };
    }
    case "with": {
      const items = x.list(() => decodeWithItem(x));
      const body = decodeStatements(x);
      return { kind, start, end, items, body, isAsync: x.from.byte() === 1 };
    }
    case "match": {
      const subject = x.expression();
      return { kind, start, end, subject, cases: x.list(() => decodeCase(x)) };
    }
  }
}

function decodeHandler(x: ExpressionDecoder): ExceptHandler {
  const start = x.rangeStart();
  const end = x.rangeEnd();
  const type = x.maybe();
  const name = x.optional(() => x.text());
  const body = decodeStatements(x);
  if (type === undefined) return { start, end, body };
  return name === undefined ? { start, end, type, body } : { start, end, type, name, body };
}

function decodeWithItem(x: ExpressionDecoder): { context: Expression; target?: Expression } {
  const context = x.expression();
  const target = x.maybe();
  return target === undefined ? { context } : { context, target };
}

function decodeCase(x: ExpressionDecoder): MatchCase {
  const start = x.rangeStart();
  const end = x.rangeEnd();
  const patterns = x.list(() => x.expression());
  const guard = x.maybe();
  return { start, end, patterns, guard, body: decodeStatements(x) };
}
