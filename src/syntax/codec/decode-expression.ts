import type { ComprehensionClause, ConstantExpression, Expression, KeywordArgument, NameExpression, ParamFact } from "../file-facts";
import { NOTHING } from "../pile";
import { type ByteReader, DamagedFacts } from "./byte-reader";
import { binaryOperators, compareOperators, constantTypes, expressionKinds, NumberForm, paramKinds, unaryOperators } from "./codes";

/** Reads what ExpressionEncoder wrote, of one file. Objects have the properties of extraction in the same order: V8 then knows one shape. */
export class ExpressionDecoder {
  /** Expressions that loops may hold too, in the order in which they were met. */
  readonly shared: Expression[] = [];
  private before = 0;
  private end = 0;

  constructor(
    readonly from: ByteReader,
    private readonly strings: readonly string[],
  ) {}

  text(): string {
    const text = this.strings[this.from.varint()];
    if (text === undefined) throw new DamagedFacts();
    return text;
  }

  texts(): string[] {
    return this.list(() => this.text());
  }

  list<Item>(read: () => Item): Item[] {
    const items: Item[] = [];
    for (let left = this.from.varint(); left > 0; left--) items.push(read());
    return items;
  }

  optional<Value>(read: () => Value): Value | undefined {
    return this.from.byte() === 0 ? undefined : read();
  }

  /** Start of the next range; `rangeEnd` is its end. */
  rangeStart(): number {
    const start = this.before + this.from.signed();
    this.before = start;
    this.end = start + this.from.signed();
    return start;
  }

  rangeEnd(): number {
    return this.end;
  }

  maybe(): Expression | undefined {
    const code = this.from.byte();
    return code === 0 ? undefined : this.ofCode(code);
  }

  expression(): Expression {
    return this.ofCode(this.from.byte());
  }

  shareable(): Expression {
    // The number is that of the moment before the expression, inside which there may be others.
    const number = this.shared.length;
    this.shared.push(NOT_READ);
    const expression = this.expression();
    this.shared[number] = expression;
    return expression;
  }

  expressions(): readonly Expression[] {
    const count = this.from.varint();
    switch (count) {
      case 0:
        return NOTHING;
      case 1:
        return [this.expression()];
      case 2:
        return [this.expression(), this.expression()];
      default: {
        const items: Expression[] = [];
        for (let left = count; left > 0; left--) items.push(this.expression());
        return items;
      }
    }
  }

  keywords(): readonly KeywordArgument[] {
    let left = this.from.varint();
    if (left === 0) return NOTHING;
    const keywords: KeywordArgument[] = [];
    for (; left > 0; left--) {
      const start = this.rangeStart();
      const end = this.end;
      const name = this.from.byte() === 0 ? undefined : this.text();
      keywords.push({ start, end, name, value: this.expression() });
    }
    return keywords;
  }

  params(): readonly ParamFact[] {
    let left = this.from.varint();
    if (left === 0) return NOTHING;
    const params: ParamFact[] = [];
    for (; left > 0; left--) {
      const start = this.rangeStart();
      const end = this.end;
      const name = this.text();
      const kind = of(paramKinds, this.from.byte());
      const annotation = this.maybe();
      params.push({ start, end, name, kind, annotation, defaultValue: this.maybe() });
    }
    return params;
  }

  private ofCode(code: number): Expression {
    const kind = of(expressionKinds, code - 1);
    const start = this.rangeStart();
    const { end, from } = this;
    switch (kind) {
      case "name":
        return { kind, start, end, name: this.text() };
      case "attribute": {
        const value = this.expression();
        return { kind, start, end, value, name: this.text() };
      }
      case "call": {
        const callee = this.expression();
        const args = this.expressions();
        return { kind, start, end, callee, args, keywords: this.keywords() };
      }
      case "constant":
        return this.constant(start, end);
      case "fString":
        return { kind, start, end, values: this.expressions() };
      case "list":
      case "tuple":
      case "set":
        return { kind, start, end, elements: this.expressions() };
      case "dict":
        return { kind, start, end, entries: this.entries() };
      case "listComp":
      case "setComp":
      case "dictComp":
      case "generator": {
        const element = this.expression();
        const value = this.maybe();
        return { kind, start, end, element, value, clauses: this.list(() => this.clause()) };
      }
      case "subscript": {
        const value = this.expression();
        return { kind, start, end, value, index: this.expression() };
      }
      case "slice": {
        const lower = this.maybe();
        const upper = this.maybe();
        return { kind, start, end, lower, upper, step: this.maybe() };
      }
      case "unary": {
        const operator = of(unaryOperators, from.byte());
        return { kind, start, end, operator, operand: this.expression() };
      }
      case "binary": {
        const operator = of(binaryOperators, from.byte());
        const left = this.expression();
        return { kind, start, end, operator, left, right: this.expression() };
      }
      case "boolean": {
        const operator = from.byte() === 0 ? "and" : "or";
        const left = this.expression();
        return { kind, start, end, operator, left, right: this.expression() };
      }
      case "compare": {
        const left = this.expression();
        const operators = this.operators();
        return { kind, start, end, left, operators, comparators: this.expressions() };
      }
      case "conditional": {
        const test = this.expression();
        const body = this.expression();
        return { kind, start, end, test, body, orElse: this.expression() };
      }
      case "lambda": {
        const params = this.params();
        return { kind, start, end, params, body: this.expression() };
      }
      case "await":
      case "starred":
        return { kind, start, end, value: this.expression() };
      case "yield":
      case "yieldFrom":
        return { kind, start, end, value: this.maybe() };
      case "named": {
        const target = this.expression() as NameExpression;
        return { kind, start, end, target, value: this.expression() };
      }
      case "unknown":
        return { kind, start, end, expressions: this.expressions() };
    }
  }

  private constant(start: number, end: number): ConstantExpression {
    const { from } = this;
    const head = from.byte();
    const type = of(constantTypes, head & 15);
    if (type === "str" || type === "bytes") {
      const text = this.text();
      return { kind: "constant", start, end, type, text, size: from.varint() };
    }
    const form: NumberForm = head >> 4;
    const isNumber = type === "int" || type === "float" || type === "complex" || type === "bool";
    if (!isNumber) return { kind: "constant", start, end, type };
    const number = form === NumberForm.None ? undefined : form === NumberForm.Whole ? from.varint() : from.double();
    return { kind: "constant", start, end, type, number };
  }

  private entries(): readonly { key?: Expression; value: Expression }[] {
    let left = this.from.varint();
    if (left === 0) return NOTHING;
    const entries: { key?: Expression; value: Expression }[] = [];
    for (; left > 0; left--) {
      const key = this.maybe();
      entries.push({ key, value: this.expression() });
    }
    return entries;
  }

  private operators(): readonly (typeof compareOperators)[number][] {
    const count = this.from.varint();
    if (count === 1) return of(SINGLE_OPERATORS, this.from.byte());
    const operators: (typeof compareOperators)[number][] = [];
    for (let left = count; left > 0; left--) operators.push(of(compareOperators, this.from.byte()));
    return operators;
  }

  private clause(): ComprehensionClause {
    const start = this.rangeStart();
    const end = this.end;
    const loop = this.from.signed();
    const target = this.shareable();
    const iterable = this.shareable();
    const conditions = this.expressions();
    return { start, end, loop, target, iterable, conditions, isAsync: this.from.byte() === 1 };
  }
}

export function of<Item>(items: readonly Item[], code: number): Item {
  const item = items[code];
  if (item === undefined) throw new DamagedFacts();
  return item;
}

const SINGLE_OPERATORS = compareOperators.map((operator) => Object.freeze([operator]));
const NOT_READ: Expression = Object.freeze({ kind: "unknown", start: 0, end: 0, expressions: NOTHING });
