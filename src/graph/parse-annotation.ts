/** Reads the text of a string annotation, `"Optional[Node]"`, as an expression. Only what types are written with: names, dots, brackets, `|`, strings. */
import type { ConstantExpression, Expression } from "../syntax";

const parsed = new WeakMap<ConstantExpression, Expression | null>();
const MAX_DEPTH = 12;

/** The expression in the string; it takes the string's own place. Undefined when it cannot be read or was cut. */
export function parseAnnotation(constant: ConstantExpression): Expression | undefined {
  let expression = parsed.get(constant);
  if (expression === undefined) {
    const { text, size } = constant;
    const whole = text !== undefined && (size === undefined || size <= text.length + 1);
    expression = whole ? (new AnnotationReader(text, constant.start, constant.end).read() ?? null) : null;
    parsed.set(constant, expression);
  }
  return expression ?? undefined;
}

class AnnotationReader {
  private readonly tokens: readonly string[];
  private position = 0;
  private depth = 0;

  constructor(
    text: string,
    private readonly start: number,
    private readonly end: number,
  ) {
    this.tokens = text.match(/[\p{L}_][\p{L}\p{N}_]*|\.\.\.|[0-9]+|"[^"]*"|'[^']*'|[[\](),.|]/gu) ?? [];
  }

  read(): Expression | undefined {
    const expression = this.union();
    return this.position === this.tokens.length ? expression : undefined;
  }

  private union(): Expression | undefined {
    if (this.depth >= MAX_DEPTH) return undefined;
    this.depth++;
    let left = this.primary();
    while (left && this.take("|")) {
      const right = this.primary();
      left = right && { kind: "binary", operator: "|", left, right, ...this.range };
    }
    this.depth--;
    return left;
  }

  private primary(): Expression | undefined {
    let expression = this.atom();
    while (expression) {
      if (this.take(".")) {
        const name = this.tokens[this.position++];
        expression = name === undefined ? undefined : { kind: "attribute", value: expression, name, ...this.range };
      } else if (this.take("[")) {
        const elements = this.list("]");
        if (!elements) return undefined;
        const index: Expression = elements.length === 1 ? (elements[0] as Expression) : { kind: "tuple", elements, ...this.range };
        expression = { kind: "subscript", value: expression, index, ...this.range };
      } else break;
    }
    return expression;
  }

  private atom(): Expression | undefined {
    const token = this.tokens[this.position++];
    if (token === undefined) return undefined;
    if (token === "None") return { kind: "constant", type: "none", ...this.range };
    if (token === "...") return { kind: "constant", type: "ellipsis", ...this.range };
    if (token === "[" || token === "(") {
      const elements = this.list(token === "[" ? "]" : ")");
      return elements && { kind: "list", elements, ...this.range };
    }
    if (/^["']/.test(token)) return { kind: "constant", type: "str", text: token.slice(1, -1), size: token.length - 2, ...this.range };
    if (/^[0-9]/.test(token)) return { kind: "constant", type: "int", number: Number(token), ...this.range };
    return /^[\p{L}_]/u.test(token) ? { kind: "name", name: token, ...this.range } : undefined;
  }

  private list(close: string): Expression[] | undefined {
    const elements: Expression[] = [];
    while (!this.take(close)) {
      const element = this.union();
      if (!element) return undefined;
      elements.push(element);
      if (!this.take(",") && this.tokens[this.position] !== close) return undefined;
    }
    return elements;
  }

  private take(token: string): boolean {
    if (this.tokens[this.position] !== token) return false;
    this.position++;
    return true;
  }

  private get range(): { start: number; end: number } {
    return { start: this.start, end: this.end };
  }
}
