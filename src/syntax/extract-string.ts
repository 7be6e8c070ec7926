import { type Extraction, firstOperand, nextOperand, reportPython2 } from "./extraction";
import type { ConstantExpression, Expression } from "./file-facts";
import { Kind } from "./node-kinds";
import { NO_NODE, type NodeIndex } from "./syntax-table";
import { TextBuilder } from "./text-builder";

/** A string literal, or several side by side: one constant, or an f-string when any of them has the prefix `f` (or `t`). */
export function extractStrings(x: Extraction, node: NodeIndex): Expression {
  const { table } = x;
  const start = table.starts[node] as number;
  const end = table.ends[node] as number;
  const builder = new StringsBuilder();
  if (table.kinds[node] === Kind.String) readString(x, node, builder);
  else {
    const nodeEnd = table.nexts[node] as number;
    for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
      if (table.kinds[child] === Kind.String) readString(x, child, builder);
    }
  }
  if (builder.isFString) return { kind: "fString", start, end, values: builder.finishValues() };
  return builder.finishConstant(start, end);
}

class StringsBuilder {
  isFString = false;
  isBytes = false;
  readonly values: Expression[] = [];
  private literal = new TextBuilder();
  private literalStart = -1;
  private literalEnd = -1;

  /** Where literal text is to be added; `start` and `end` say where in the file it stands. */
  literalAt(start: number, end: number): TextBuilder {
    if (this.literalStart === -1) this.literalStart = start;
    this.literalEnd = end;
    return this.literal;
  }

  addValue(value: Expression): void {
    this.flush();
    this.values.push(value);
  }

  finishValues(): Expression[] {
    this.flush();
    return this.values;
  }

  finishConstant(start: number, end: number): ConstantExpression {
    return { kind: "constant", start, end, type: this.isBytes ? "bytes" : "str", text: this.literal.text, size: this.literal.size };
  }

  private flush(): void {
    if (this.literal.size > 0) this.values.push(this.finishConstant(this.literalStart, this.literalEnd));
    this.literal = new TextBuilder();
    this.literalStart = -1;
  }
}

function readString(x: Extraction, node: NodeIndex, builder: StringsBuilder): void {
  const { table, text } = x;
  const nodeEnd = table.nexts[node] as number;
  let isRaw = false;
  let isBytes = false;
  for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
    const start = table.starts[child] as number;
    const end = table.ends[child] as number;
    switch (table.kinds[child] as Kind) {
      case Kind.StringStart:
        for (let index = start; index < end; index++) {
          const letter = text.charCodeAt(index) | 0x20;
          if (letter === LOWER_R) isRaw = true;
          else if (letter === LOWER_B) isBytes = true;
          else if (letter === LOWER_F || letter === LOWER_T) builder.isFString = true;
        }
        if (text.charCodeAt(start) === BACKTICK) reportPython2(x, node, "A value in backticks");
        builder.isBytes ||= isBytes;
        break;
      case Kind.StringContent:
        readContent(x, child, builder.literalAt(start, end), isRaw, isBytes);
        break;
      case Kind.Interpolation:
        readInterpolation(x, child, builder);
        break;
      default:
    }
  }
}

const LOWER_R = 0x72;
const LOWER_B = 0x62;
const LOWER_F = 0x66;
const LOWER_T = 0x74;
const BACKTICK = 0x60;

/** Literal text between the quotes; the parser has marked the escapes in it. */
function readContent(x: Extraction, node: NodeIndex, into: TextBuilder, isRaw: boolean, isBytes: boolean): void {
  const { table } = x;
  const nodeEnd = table.nexts[node] as number;
  let from = table.starts[node] as number;
  for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
    const kind = table.kinds[child] as Kind;
    const start = table.starts[child] as number;
    const end = table.ends[child] as number;
    if (kind === Kind.EscapeInterpolation) {
      // `{{` stands for one brace.
      into.addSource(x, from, start + 1);
      from = end;
    } else if (kind === Kind.EscapeSequence && !isRaw) {
      into.addSource(x, from, start);
      into.addEscape(x.text, start, end, isBytes);
      from = end;
    }
  }
  into.addSource(x, from, table.ends[node] as number);
}

/** `{value!r:>{width}}`: the value, then what the format specification holds. */
function readInterpolation(x: Extraction, node: NodeIndex, builder: StringsBuilder): void {
  const { table } = x;
  const value = firstOperand(x, node);
  if (value !== NO_NODE) builder.addValue(x.expression(value));
  // Format specifications nest: `{x:{width:{digits}}}`. The nested values are collected without recursion.
  const nodeEnd = table.nexts[node] as number;
  let row = value === NO_NODE ? node + 1 : (table.nexts[value] as number);
  while (row < nodeEnd) {
    if (table.kinds[row] !== Kind.FormatExpression) {
      row++;
      continue;
    }
    const nested = nextOperand(x, row, row + 1);
    if (nested === NO_NODE) row++;
    else {
      builder.addValue(x.expression(nested));
      row = table.nexts[nested] as number;
    }
  }
}
