import type { Statement } from "../file-facts";
import { binaryOperators } from "./codes";
import { type ExpressionEncoder, statementCodes } from "./encode-expression";

export function encodeStatements(to: ExpressionEncoder, statements: readonly Statement[]): void {
  to.out.varint(statements.length);
  for (const statement of statements) {
    to.out.byte(statementCodes.get(statement.kind) as number);
    to.range(statement.start, statement.end);
    encodeStatement(to, statement);
  }
}

function encodeStatement(to: ExpressionEncoder, statement: Statement): void {
  const { out } = to;
  switch (statement.kind) {
    case "expression":
      to.expression(statement.value);
      return;
    case "assign":
      to.expressions(statement.targets);
      to.expression(statement.value);
      return;
    case "augAssign":
      to.expression(statement.target);
      out.byte(binaryOperators.indexOf(statement.operator));
      to.expression(statement.value);
      return;
    case "annAssign":
      to.expression(statement.target);
      to.expression(statement.annotation);
      to.maybe(statement.value);
      return;
    case "return":
      to.maybe(statement.value);
      return;
    case "raise":
      to.maybe(statement.exception);
      to.maybe(statement.cause);
      return;
    case "assert":
      to.expression(statement.test);
      to.maybe(statement.message);
      return;
    case "delete":
      to.expressions(statement.targets);
      return;
    case "pass":
    case "break":
    case "continue":
      return;
    case "global":
    case "nonlocal":
      to.texts(statement.names);
      return;
    case "import":
      out.varint(statement.imports.length);
      for (const index of statement.imports) out.varint(index);
      return;
    case "functionDef":
      out.varint(statement.function);
      return;
    case "classDef":
      out.varint(statement.class);
      return;
    case "unknown":
      to.expressions(statement.expressions);
      return;
    default:
      encodeCompound(to, statement);
      return;
  }
}

type Compound = Extract<Statement, { kind: "if" | "for" | "while" | "try" | "with" | "match" }>;

function encodeCompound(to: ExpressionEncoder, statement: Compound): void {
  const { out } = to;
  switch (statement.kind) {
    case "if":
      to.expression(statement.test);
      encodeStatements(to, statement.body);
      encodeStatements(to, statement.orElse);
      return;
    case "for":
      out.varint(statement.loop);
      to.shareable(statement.target);
      to.shareable(statement.iterable);
      encodeStatements(to, statement.body);
      encodeStatements(to, statement.orElse);
      out.byte(statement.isAsync ? 1 : 0);
      return;
    case "while":
      out.varint(statement.loop);
      to.shareable(statement.test);
      encodeStatements(to, statement.body);
      encodeStatements(to, statement.orElse);
      return;
    case "try":
      encodeStatements(to, statement.body);
      out.varint(statement.handlers.length);
      for (const { start, end, type, name, body } of statement.handlers) {
        to.range(start, end);
        to.maybe(type);
        to.optional(name, (text) => to.text(text));
        encodeStatements(to, body);
      }
      encodeStatements(to, statement.orElse);
      encodeStatements(to, statement.finalBody);
      return;
    case "with":
      out.varint(statement.items.length);
      for (const { context, target } of statement.items) {
        to.expression(context);
        to.maybe(target);
      }
      encodeStatements(to, statement.body);
      out.byte(statement.isAsync ? 1 : 0);
      return;
    case "match":
      to.expression(statement.subject);
      out.varint(statement.cases.length);
      for (const { start, end, patterns, guard, body } of statement.cases) {
        to.range(start, end);
        to.expressions(patterns);
        to.maybe(guard);
        encodeStatements(to, body);
      }
  }
}
