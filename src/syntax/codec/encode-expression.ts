import type { Expression, KeywordArgument, ParamFact } from "../file-facts";
import { ByteWriter } from "./byte-writer";
import {
  binaryOperators,
  compareOperators,
  constantTypes,
  expressionKinds,
  NumberForm,
  paramKinds,
  statementKinds,
  unaryOperators,
} from "./codes";
import { StringTable } from "./string-table";

/** Writes expressions and what they consist of; one serves one file after the other. */
export class ExpressionEncoder {
  readonly out = new ByteWriter();
  readonly head = new ByteWriter();
  readonly strings = new StringTable();
  private readonly shared = new Map<Expression, number>();
  /** The start written last. */
  private before = 0;

  clear(): void {
    this.out.clear();
    this.strings.clear();
    this.shared.clear();
    this.before = 0;
  }

  text(text: string): void {
    this.out.varint(this.strings.numberOf(text));
  }

  texts(texts: readonly string[]): void {
    this.out.varint(texts.length);
    for (const text of texts) this.text(text);
  }

  /** Ends may lie before starts in damaged code. */
  range(start: number, end: number): void {
    this.out.signed(start - this.before);
    this.out.signed(end - start);
    this.before = start;
  }

  optional<Value>(value: Value | undefined, write: (value: Value) => void): void {
    this.out.byte(value === undefined ? 0 : 1);
    if (value !== undefined) write(value);
  }

  maybe(expression: Expression | undefined): void {
    if (expression === undefined) this.out.byte(0);
    else this.expression(expression);
  }

  expressions(expressions: readonly Expression[]): void {
    this.out.varint(expressions.length);
    for (const expression of expressions) this.expression(expression);
  }

  /** An expression that a loop may hold too. */
  shareable(expression: Expression): void {
    this.shared.set(expression, this.shared.size);
    this.expression(expression);
  }

  sharedNumber(expression: Expression): number | undefined {
    return this.shared.get(expression);
  }

  keywords(keywords: readonly KeywordArgument[]): void {
    this.out.varint(keywords.length);
    for (const { start, end, name, value } of keywords) {
      this.range(start, end);
      this.optional(name, (text) => this.text(text));
      this.expression(value);
    }
  }

  params(params: readonly ParamFact[]): void {
    this.out.varint(params.length);
    for (const { start, end, name, kind, annotation, defaultValue } of params) {
      this.range(start, end);
      this.text(name);
      this.out.byte(paramKinds.indexOf(kind));
      this.maybe(annotation);
      this.maybe(defaultValue);
    }
  }

  expression(expression: Expression): void {
    const { out } = this;
    out.byte((expressionCodes.get(expression.kind) as number) + 1);
    this.range(expression.start, expression.end);
    switch (expression.kind) {
      case "name":
        this.text(expression.name);
        return;
      case "attribute":
        this.expression(expression.value);
        this.text(expression.name);
        return;
      case "call":
        this.expression(expression.callee);
        this.expressions(expression.args);
        this.keywords(expression.keywords);
        return;
      case "constant":
        this.constant(expression);
        return;
      case "fString":
        this.expressions(expression.values);
        return;
      case "list":
      case "tuple":
      case "set":
        this.expressions(expression.elements);
        return;
      case "dict":
        out.varint(expression.entries.length);
        for (const { key, value } of expression.entries) {
          this.maybe(key);
          this.expression(value);
        }
        return;
      case "listComp":
      case "setComp":
      case "dictComp":
      case "generator":
        this.comprehension(expression);
        return;
      case "subscript":
        this.expression(expression.value);
        this.expression(expression.index);
        return;
      case "slice":
        this.maybe(expression.lower);
        this.maybe(expression.upper);
        this.maybe(expression.step);
        return;
      case "unary":
        out.byte(unaryOperators.indexOf(expression.operator));
        this.expression(expression.operand);
        return;
      case "binary":
        out.byte(binaryOperators.indexOf(expression.operator));
        this.expression(expression.left);
        this.expression(expression.right);
        return;
      case "boolean":
        out.byte(expression.operator === "and" ? 0 : 1);
        this.expression(expression.left);
        this.expression(expression.right);
        return;
      case "compare":
        this.expression(expression.left);
        out.varint(expression.operators.length);
        for (const operator of expression.operators) out.byte(compareOperators.indexOf(operator));
        this.expressions(expression.comparators);
        return;
      case "conditional":
        this.expression(expression.test);
        this.expression(expression.body);
        this.expression(expression.orElse);
        return;
      case "lambda":
        this.params(expression.params);
        this.expression(expression.body);
        return;
      case "await":
      case "starred":
        this.expression(expression.value);
        return;
      case "yield":
      case "yieldFrom":
        this.maybe(expression.value);
        return;
      case "named":
        this.expression(expression.target);
        this.expression(expression.value);
        return;
      case "unknown":
        this.expressions(expression.expressions);
        return;
    }
  }

  private constant({ type, number, text, size }: Extract<Expression, { kind: "constant" }>): void {
    const { out } = this;
    const form = number === undefined ? NumberForm.None : isShort(number) ? NumberForm.Whole : NumberForm.Double;
    out.byte(constantTypes.indexOf(type) | (form << 4));
    if (form === NumberForm.Whole) out.varint(number as number);
    else if (form === NumberForm.Double) out.double(number as number);
    if (type !== "str" && type !== "bytes") return;
    this.text(text as string);
    out.varint(size as number);
  }

  private comprehension({ element, value, clauses }: Extract<Expression, { clauses: unknown }>): void {
    const { out } = this;
    this.expression(element);
    this.maybe(value);
    out.varint(clauses.length);
    for (const clause of clauses) {
      this.range(clause.start, clause.end);
      out.signed(clause.loop);
      this.shareable(clause.target);
      this.shareable(clause.iterable);
      this.expressions(clause.conditions);
      out.byte(clause.isAsync ? 1 : 0);
    }
  }
}

const expressionCodes = new Map<string, number>(expressionKinds.map((kind, code) => [kind, code]));
export const statementCodes = new Map<string, number>(statementKinds.map((kind, code) => [kind, code]));

function isShort(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 0xffffffff && !Object.is(value, -0);
}
