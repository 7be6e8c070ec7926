import type { ClassFact, Expression, FileFacts, FunctionFact, KeywordArgument, LoopFact, ParamFact, Statement } from "../../src/syntax";
import { locate } from "../../src/syntax";

/** Facts as text that a person can check against the source beside it: an S-expression for each statement, with its line. */
export function dumpFacts(facts: FileFacts): string {
  const dump = new FactsDump(facts);
  return `${dump.lines().join("\n")}\n`;
}

class FactsDump {
  constructor(private readonly facts: FileFacts) {}

  lines(): string[] {
    const { facts } = this;
    const head = [`lines ${facts.lineStarts.length}, not blank ${facts.nonBlankLines}${facts.generated ? ", generated" : ""}`];
    if (facts.exportedNames !== undefined) head.push(`exports ${facts.exportedNames.join(" ")}`);
    return [
      ...head,
      ...facts.imports.map((fact) => {
        const what =
          fact.names === undefined
            ? (fact.alias ?? "")
            : fact.names.map(({ name, alias }) => (alias ? `${name}=${alias}` : name)).join(" ");
        const marks = flags({ typeChecking: fact.typeCheckingOnly, conditional: fact.conditional });
        return `import ${this.at(fact)} in ${this.facts.functions[fact.owner]?.qualname}: ${".".repeat(fact.level)}${fact.module} (${what})${marks}`;
      }),
      ...facts.directives.map(
        (d) =>
          `directive ${this.at(d)} ${d.scope} for line ${d.line}${d.codes ? ` [${d.codes.map((c) => `${c.code}@${this.at(c)}`).join(" ")}]` : ""}`,
      ),
      ...facts.problems.map((p) => `problem ${this.at(p)} ${p.code}: ${p.message}`),
      ...facts.classes.flatMap((fact) => this.classLines(fact)),
      ...facts.functions.flatMap((fact) => this.functionLines(fact)),
    ];
  }

  private at(range: { start: number; end: number }): string {
    const start = locate(this.facts, range.start);
    const end = locate(this.facts, range.end);
    return `${start.line}:${start.column}-${end.line === start.line ? "" : `${end.line}:`}${end.column}`;
  }

  private classLines(fact: ClassFact): string[] {
    const owner = fact.ownerClass === undefined ? "" : ` in class ${this.facts.classes[fact.ownerClass]?.qualname}`;
    return [
      "",
      `class ${fact.index} ${fact.qualname} ${this.at(fact)} name ${this.at(fact.nameRange)} in ${this.facts.functions[fact.owner]?.qualname}${owner}${flags({ slots: fact.hasSlots })}`,
      ...fact.decorators.map((decorator) => `  @${sexp(decorator)}`),
      ...(fact.bases.length + fact.keywords.length > 0
        ? [`  bases ${[...fact.bases.map(sexp), ...fact.keywords.map(keyword)].join(" ")}`]
        : []),
      ...(fact.methods.length > 0 ? [`  methods ${fact.methods.join(" ")}`] : []),
      ...this.statementLines(fact.body, "  "),
    ];
  }

  private functionLines(fact: FunctionFact): string[] {
    const owner = fact.ownerClass === undefined ? "" : ` in class ${this.facts.classes[fact.ownerClass]?.qualname}`;
    return [
      "",
      `function ${fact.index} ${fact.qualname} ${this.at(fact)} name ${this.at(fact.nameRange)} body ${this.at(fact.bodyRange)}` +
        `${fact.parent === undefined ? "" : ` in ${fact.parent}`}${owner}${flags({ async: fact.isAsync, generator: fact.isGenerator })}`,
      ...fact.decorators.map((decorator) => `  @${sexp(decorator)}`),
      ...(fact.params.length > 0 ? [`  params ${fact.params.map(param).join(" ")}`] : []),
      ...(fact.returns ? [`  returns ${sexp(fact.returns)}`] : []),
      ...(fact.docstring ? [`  docstring ${this.at(fact.docstring)}`] : []),
      ...(fact.globals.length > 0 ? [`  global ${fact.globals.join(" ")}`] : []),
      ...(fact.nonlocals.length > 0 ? [`  nonlocal ${fact.nonlocals.join(" ")}`] : []),
      ...fact.loops.map((loop) => `  ${this.loopLine(loop)}`),
      ...this.statementLines(fact.body, "  "),
    ];
  }

  private loopLine(loop: LoopFact): string {
    const parts = [loop.target, loop.iterable, loop.test].filter((part) => part !== undefined).map(sexp);
    const parent = loop.parent === undefined ? "" : ` in ${loop.parent}`;
    const marks = flags({ async: loop.isAsync, break: loop.hasBreak, return: loop.hasReturn });
    return `loop ${loop.index} ${loop.kind} ${this.at(loop)} depth ${loop.depth}${parent}${marks}: ${parts.join(" ")}`;
  }

  private statementLines(statements: readonly Statement[], indent: string): string[] {
    return statements.flatMap((statement) => this.statement(statement, indent));
  }

  private statement(statement: Statement, indent: string): string[] {
    const prefix = `${indent}${this.at(statement)} `;
    const block = (label: string, body: readonly Statement[]) =>
      body.length === 0 ? [] : [`${indent}${label}`, ...this.statementLines(body, `${indent}  `)];
    switch (statement.kind) {
      case "if":
        return [`${prefix}if ${sexp(statement.test)}`, ...block("then", statement.body), ...block("else", statement.orElse)];
      case "for":
        return [
          `${prefix}for ${statement.loop}${flags({ async: statement.isAsync })} ${sexp(statement.target)} in ${sexp(statement.iterable)}`,
          ...block("do", statement.body),
          ...block("else", statement.orElse),
        ];
      case "while":
        return [
          `${prefix}while ${statement.loop} ${sexp(statement.test)}`,
          ...block("do", statement.body),
          ...block("else", statement.orElse),
        ];
      case "try":
        return [
          `${prefix}try`,
          ...block("do", statement.body),
          ...statement.handlers.flatMap((h) =>
            block(`except ${this.at(h)} ${h.type ? sexp(h.type) : ""} ${h.name ?? ""}`.trimEnd(), h.body),
          ),
          ...block("else", statement.orElse),
          ...block("finally", statement.finalBody),
        ];
      case "with":
        return [
          `${prefix}with${flags({ async: statement.isAsync })} ${statement.items.map((i) => (i.target ? `${sexp(i.context)} as ${sexp(i.target)}` : sexp(i.context))).join(", ")}`,
          ...block("do", statement.body),
        ];
      case "match":
        return [
          `${prefix}match ${sexp(statement.subject)}`,
          ...statement.cases.flatMap((c) =>
            block(`case ${this.at(c)} ${c.patterns.map(sexp).join(" ")}${c.guard ? ` if ${sexp(c.guard)}` : ""}`, c.body),
          ),
        ];
      default:
        return [`${prefix}${simpleStatement(statement)}`];
    }
  }
}

function simpleStatement(statement: Statement): string {
  switch (statement.kind) {
    case "expression":
      return sexp(statement.value);
    case "assign":
      return `${statement.targets.map(sexp).join(" = ")} = ${sexp(statement.value)}`;
    case "augAssign":
      return `${sexp(statement.target)} ${statement.operator}= ${sexp(statement.value)}`;
    case "annAssign":
      return `${sexp(statement.target)}: ${sexp(statement.annotation)}${statement.value ? ` = ${sexp(statement.value)}` : ""}`;
    case "return":
      return `return ${optional(statement.value)}`.trimEnd();
    case "raise":
      return `raise ${optional(statement.exception)}${statement.cause ? ` from ${sexp(statement.cause)}` : ""}`.trimEnd();
    case "assert":
      return `assert ${sexp(statement.test)} ${optional(statement.message)}`.trimEnd();
    case "delete":
      return `delete ${statement.targets.map(sexp).join(" ")}`;
    case "global":
    case "nonlocal":
      return `${statement.kind} ${statement.names.join(" ")}`;
    case "import":
      return `import ${statement.imports.join(" ")}`;
    case "functionDef":
      return `def ${statement.function}`;
    case "classDef":
      return `class ${statement.class}`;
    case "unknown":
      return `unknown ${statement.expressions.map(sexp).join(" ")}`.trimEnd();
    default:
      return statement.kind;
  }
}

/** One expression, `(call (name f) (int 1))`. */
export function sexp(e: Expression): string {
  switch (e.kind) {
    case "name":
      return e.name;
    case "constant":
      return constant(e);
    case "fString":
      return list("fString", ...e.values.map(sexp));
    case "list":
    case "tuple":
    case "set":
      return list(e.kind, ...e.elements.map(sexp));
    case "dict":
      return list("dict", ...e.entries.map(({ key, value }) => (key ? `${sexp(key)}: ${sexp(value)}` : `**${sexp(value)}`)));
    case "listComp":
    case "setComp":
    case "dictComp":
    case "generator":
      return list(
        e.kind,
        e.value ? `${sexp(e.element)}: ${sexp(e.value)}` : sexp(e.element),
        ...e.clauses.map((c) =>
          list(
            `for ${c.loop}${flags({ async: c.isAsync })}`,
            sexp(c.target),
            "in",
            sexp(c.iterable),
            ...c.conditions.map((i) => `if ${sexp(i)}`),
          ),
        ),
      );
    case "attribute":
      return list(".", sexp(e.value), e.name);
    case "subscript":
      return list("[]", sexp(e.value), sexp(e.index));
    case "slice":
      return list("slice", e.lower ? sexp(e.lower) : "_", e.upper ? sexp(e.upper) : "_", e.step ? sexp(e.step) : "_");
    case "call":
      return list("call", sexp(e.callee), ...e.args.map(sexp), ...e.keywords.map(keyword));
    case "unary":
      return list(e.operator, sexp(e.operand));
    case "binary":
    case "boolean":
      return list(e.operator, sexp(e.left), sexp(e.right));
    case "compare":
      return list("compare", sexp(e.left), ...e.comparators.flatMap((right, i) => [e.operators[i] ?? "?", sexp(right)]));
    case "conditional":
      return list("if", sexp(e.test), sexp(e.body), sexp(e.orElse));
    case "lambda":
      return list("lambda", `(${e.params.map(param).join(" ")})`, sexp(e.body));
    case "await":
    case "starred":
      return list(e.kind, sexp(e.value));
    case "yield":
    case "yieldFrom":
      return list(e.kind, optional(e.value));
    case "named":
      return list(":=", e.target.name, sexp(e.value));
    case "unknown":
      return list("unknown", ...e.expressions.map(sexp));
  }
}

function constant(e: Extract<Expression, { kind: "constant" }>): string {
  if (e.type === "none" || e.type === "ellipsis") return e.type;
  if (e.type === "bool") return e.number === 1 ? "true" : "false";
  if (e.type === "str" || e.type === "bytes") {
    const text = e.text ?? "";
    const size = e.size === text.length ? "" : ` of ${e.size}`;
    return `${e.type === "bytes" ? "b" : ""}${JSON.stringify(text)}${size}`;
  }
  return e.type === "int" ? String(e.number) : `${e.type}:${e.number ?? "?"}`;
}

function list(...parts: string[]): string {
  return `(${parts.filter((part) => part !== "").join(" ")})`;
}

function optional(e: Expression | undefined): string {
  return e === undefined ? "" : sexp(e);
}

function keyword(k: KeywordArgument): string {
  return k.name === undefined ? `**${sexp(k.value)}` : `${k.name}=${sexp(k.value)}`;
}

function param(p: ParamFact): string {
  const mark = { positional: "", keyword: "kw ", varargs: "*", kwargs: "**" }[p.kind];
  return `${mark}${p.name}${p.annotation ? `:${sexp(p.annotation)}` : ""}${p.defaultValue ? `=${sexp(p.defaultValue)}` : ""}`;
}

function flags(marks: Readonly<Record<string, boolean>>): string {
  const set = Object.keys(marks).filter((name) => marks[name]);
  return set.length === 0 ? "" : ` {${set.join(" ")}}`;
}
