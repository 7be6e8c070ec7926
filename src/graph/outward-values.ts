/**
 * Everything about a file that other files' code can notice: its definitions and their values, what its functions return, what its methods
 * assign, and what its calls pass on. Two versions of a file with the same description can stand for each other in the graph.
 */
import { type ClassFact, type Expression, type FunctionFact, type FunctionIndex, textWithoutPlaces } from "../syntax";
import type { ClassScope, Definition, ElementSource, Scope } from "./definitions";
import { definitionsAtEnd } from "./find-definitions";
import { MAX_SITES, MAX_USED } from "./infer-parameters";
import type { Inference } from "./inference";
import { isAbstractMethod } from "./link/abstract-method";
import type { SourceModule } from "./module-table";
import type { Value, Values } from "./values";

export function describeOutward(inference: Inference, module: SourceModule): string {
  return new OutwardDescription(inference, module).write();
}

/** What the rest of the file can notice as well, of some of its functions; all else of the file is the same in both versions. */
export function describeFunctions(inference: Inference, module: SourceModule, indices: ReadonlySet<FunctionIndex>): string {
  return new OutwardDescription(inference, module, indices).writeFunctions();
}

class OutwardDescription {
  private readonly lines: string[] = [];

  constructor(
    private readonly inference: Inference,
    private readonly module: SourceModule,
    /** Undefined for all. */
    private readonly only?: ReadonlySet<FunctionIndex>,
  ) {}

  writeFunctions(): string {
    const { file, names } = this.module;
    for (const fact of file.functions) if (this.speaksOf(fact.index)) this.function(fact);
    for (const [name, elements] of (names.functions[0] as Scope).elements) this.elements(name, elements);
    for (const fact of file.classes) this.stores(fact.index);
    this.foreignStores();
    this.calls();
    return this.lines.join("\n");
  }

  private speaksOf(owner: FunctionIndex): boolean {
    return this.only === undefined || this.only.has(owner);
  }

  write(): string {
    const { file, names } = this.module;
    this.lines.push(`exports ${file.exportedNames?.join(" ") ?? "-"}`);
    for (const fact of file.imports) {
      const list = fact.names?.map(({ name, alias }) => `${name}=${alias ?? ""}`).join(" ") ?? fact.alias ?? "";
      this.lines.push(`import ${fact.owner} ${fact.level} ${fact.module} ${list} ${fact.typeCheckingOnly}`);
    }
    this.scope(names.functions[0] as Scope, file.length);
    for (const fact of file.functions) this.function(fact);
    for (const fact of file.classes) this.class(fact.index);
    this.foreignStores();
    this.calls();
    return this.lines.join("\n");
  }

  private function(fact: FunctionFact): void {
    const id = this.module.functionBase + fact.index;
    const params = fact.params.map(
      ({ name, kind, annotation, defaultValue }) => `${name}:${kind}:${textOf(annotation)}=${textOf(defaultValue)}`,
    );
    const handedBack = this.inference.project.scopeOf(id).returns.map((value) => (value.kind === "name" ? value.name : ""));
    const flags = [fact.isAsync, fact.isGenerator, isAbstractMethod(fact), this.module.names.neverRun.has(fact.index)].map(Number).join("");
    this.lines.push(
      `def ${fact.qualname} ${fact.parent} ${fact.ownerClass} ${flags} (${params.join(",")}) ${textOf(fact.returns)} ${handedBack.join(" ")}`,
      `  @${fact.decorators.map(textOf).join(" @")}`,
      `  -> ${describe(this.inference, this.inference.returnValues(id))}`,
    );
  }

  private class(index: number): void {
    const fact = this.module.file.classes[index];
    const scope = this.module.names.classes[index] as ClassScope;
    if (!fact) return;
    const keywords = fact.keywords.map(({ name, value }) => `${name}=${textOf(value)}`);
    this.lines.push(
      `class ${fact.qualname} ${fact.owner} (${[...fact.bases.map(textOf), ...keywords].join(", ")}) @${fact.decorators.map(textOf).join(" @")}`,
    );
    this.scope(scope, scope.bodyEnd);
    this.stores(index);
  }

  private stores(index: number): void {
    const scope = this.module.names.classes[index] as ClassScope;
    for (const [name, stores] of scope.stores) {
      for (const store of stores) if (this.speaksOf(store.owner)) this.lines.push(`  self.${name} = ${this.sourceValues(store)}`);
    }
    for (const [name, elements] of scope.storeElements) this.elements(`self.${name}`, elements);
    const { methods } = this.module.file.classes[index] as ClassFact;
    if (!methods.some((method) => this.speaksOf(method))) return;
    for (const [name, uses] of this.inference.duckTypes.usesOfClass(this.module.classBase + index))
      this.lines.push(`  self.${name}: ${[...uses].sort().join(" ")}`);
  }

  private foreignStores(): void {
    for (const [name, stores] of this.module.names.foreignStores) {
      for (const store of stores)
        if (this.speaksOf(store.owner))
          this.lines.push(`${this.valuesOf(store.owner, store.receiver)}.${name} = ${this.sourceValues(store)}`);
    }
  }

  private scope(scope: Scope, end: number): void {
    for (const name of scope.names.keys()) {
      const definitions = definitionsAtEnd(scope, name, end);
      this.lines.push(`  ${name}: ${definitions.map((definition) => this.definition(definition)).join(" | ")}`);
    }
    for (const [name, elements] of scope.elements) this.elements(name, elements);
  }

  private definition(definition: Definition): string {
    const { source } = definition;
    const size = source.kind === "value" || source.kind === "annotated" ? sizeOf(source.value) : "";
    return `${source.kind} ${describe(this.inference, this.inference.definition(this.module, definition))} ${size}`;
  }

  private elements(name: string, elements: readonly ElementSource[]): void {
    for (const element of elements) {
      if (!this.speaksOf(element.owner)) continue;
      const key = element.key
        ? describe(this.inference, this.inference.evaluate(this.module.functionBase + element.owner, element.key))
        : "";
      this.lines.push(`  ${name}[${key}] ${element.spread ? "*" : ""}= ${this.sourceValues(element)}`);
      if (element.nested) this.elements(`${name}[]`, [element.nested]);
    }
  }

  private valuesOf(owner: number, expression: Expression): string {
    return describe(this.inference, this.inference.evaluate(this.module.functionBase + owner, expression));
  }

  private sourceValues({ owner, source }: Pick<ElementSource, "owner" | "source">): string {
    return describe(this.inference, this.inference.source(this.module, this.module.functionBase + owner, source));
  }

  /** Calls that could tell a function of the project what its parameters are. */
  private calls(): void {
    const { inference, module } = this;
    for (const [name, calls] of module.names.calls) {
      if (!inference.project.definesName(name)) continue;
      const lines: string[] = [];
      for (const { owner, call } of calls) {
        if (lines.length >= MAX_SITES) break;
        if (!this.speaksOf(owner)) continue;
        if (call.args.length === 0 && call.keywords.length === 0) continue;
        const values = (expression: Expression) => this.valuesOf(owner, expression);
        const args = [...call.args.map(values), ...call.keywords.map((keyword) => `${keyword.name}=${values(keyword.value)}`)];
        lines.push(`${name}: ${values(call.callee)} (${args.join(", ")})`);
      }
      // As long as all calls count, one more like those before tells nothing new.
      const all = inference.project.callsNamed(name, module, MAX_USED + 1).length <= MAX_USED;
      this.lines.push(...(all ? new Set(lines) : lines));
    }
  }
}

function describe(inference: Inference, values: Values): string {
  return values.map((value) => describeOne(inference, value)).join("|");
}

function describeOne(inference: Inference, value: Value): string {
  switch (value.kind) {
    case "instance":
      return `${value.name}#${value.classId ?? ""}${value.certainty}[${value.args.map((arg) => describe(inference, arg)).join(";")}]`;
    case "class":
      return `class ${value.classId} ${value.orSubclass}`;
    case "function":
      return `def ${value.id} ${value.given} ${value.decorated ?? ""} ${value.receiver ? describeOne(inference, value.receiver) : ""}`;
    case "lambda":
      // What the body gives is part of what others see; a lambda that gives itself says no more.
      return `lambda ${value.owner} ${value.lambda.body.kind === "lambda" ? "" : kindsOf(inference.evaluate(value.owner, value.lambda.body))}`;
    case "module":
      return `module ${value.place}`;
    case "external":
      return value.name;
    case "super":
      return `super ${value.classId} ${describeOne(inference, value.receiver)}`;
  }
}

function kindsOf(values: Values): string {
  return values
    .map(
      (value) =>
        `${value.kind} ${value.kind === "instance" || value.kind === "external" ? value.name : value.kind === "function" ? value.id : ""}`,
    )
    .join("|");
}

/** What others can read off a value for their loop counts: a number, how many elements are written down, or how it is computed. */
function sizeOf(value: Expression | undefined): string {
  switch (value?.kind) {
    case undefined:
      return "";
    case "list":
    case "tuple":
    case "set":
      return `${value.elements.length}${value.elements.some(({ kind }) => kind === "starred") ? "*" : ""}`;
    case "dict":
      return `${value.entries.length}${value.entries.some(({ key }) => key === undefined) ? "*" : ""}`;
    default:
      return textOf(value);
  }
}

/** The expression without its place. */
function textOf(expression: Expression | undefined): string {
  return expression === undefined ? "" : textWithoutPlaces(expression);
}
