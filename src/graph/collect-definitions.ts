/** One walk over a file's statements that finds every binding, attribute store and call, see definitions.ts. */
import type { ClassIndex, Expression, FileFacts, FunctionFact, FunctionIndex, Statement } from "../syntax";
import { ExpressionCollector } from "./collect-expressions";
import type { FileIndex } from "./definitions";
import { narrowingsOf } from "./narrowings";
import { NO_PATH, ScopeRecorder } from "./scope-recorder";
import { forEachExpression, lastName } from "./walk-syntax";

const indices = new WeakMap<FileFacts, FileIndex>();

/** The index of `file`; computed once per facts object. */
export function fileIndexOf(file: FileFacts): FileIndex {
  let index = indices.get(file);
  if (index === undefined) {
    index = new DefinitionCollector(file).collect(file.functions);
    indices.set(file, index);
  }
  return index;
}

/** Whether the index of `file` is worked out already. */
export function hasFileIndex(file: FileFacts): boolean {
  return indices.has(file);
}

/** `index` is what `fileIndexOf(file)` would work out. */
export function setFileIndex(file: FileFacts, index: FileIndex): void {
  indices.set(file, index);
}

/** An index with what some functions of the file hold, and nothing else. */
export function collectDefinitions(file: FileFacts, only: ReadonlySet<FunctionIndex>): FileIndex {
  return new DefinitionCollector(file).collect(file.functions.filter(({ index }) => only.has(index)));
}

class DefinitionCollector {
  private readonly recorder: ScopeRecorder;
  private readonly expressions: ExpressionCollector;
  /** Inside `if TYPE_CHECKING:`. */
  private typeCheckingOnly = false;

  constructor(private readonly file: FileFacts) {
    this.recorder = new ScopeRecorder(file);
    this.expressions = new ExpressionCollector(this.recorder);
  }

  collect(functions: readonly FunctionFact[]): FileIndex {
    for (const fact of functions) {
      this.recorder.startFunction(fact);
      this.statements(fact.body);
    }
    return this.recorder.finish();
  }

  private expressionsOf(statement: Statement): void {
    forEachExpression(statement, this.expressions.collect);
  }

  private statements(statements: readonly Statement[]): void {
    for (const statement of statements) this.statement(statement);
  }

  private statement(statement: Statement): void {
    switch (statement.kind) {
      case "functionDef":
        this.functionDefinition(statement.function);
        return;
      case "classDef":
        this.classDefinition(statement.class);
        return;
      case "import":
        this.imports(statement.imports);
        return;
      case "assign":
        this.expressionsOf(statement);
        for (const target of statement.targets) this.recorder.assign(target, statement.value, NO_PATH, statement.end);
        return;
      case "annAssign":
        this.expressionsOf(statement);
        this.recorder.bind(
          statement.target,
          { kind: "annotated", annotation: statement.annotation, value: statement.value },
          statement.end,
        );
        return;
      case "augAssign":
        this.expressionsOf(statement);
        this.recorder.augment(statement);
        return;
      case "return":
        this.expressionsOf(statement);
        if (statement.value) this.recorder.function.returns.push(statement.value);
        return;
      case "assert":
        this.expressionsOf(statement);
        this.recorder.narrow(narrowingsOf(statement.test, true), statement.end, this.recorder.block.end, statement);
        return;
      default:
        this.compoundStatement(statement);
    }
  }

  private compoundStatement(statement: Statement): void {
    this.expressionsOf(statement);
    switch (statement.kind) {
      case "if":
        this.ifStatement(statement);
        return;
      case "for":
        this.recorder.inLoop(statement, () => {
          this.recorder.inBlock(statement.iterable.end, blockEnd(statement.body, statement.end), () => {
            this.recorder.bindPaths(
              statement.target,
              (path) => ({ kind: "element", iterable: statement.iterable, path }),
              statement.iterable.end,
            );
            this.statements(statement.body);
          });
          this.nested(statement.orElse);
        });
        return;
      case "while":
        this.recorder.inLoop(statement, () => {
          this.recorder.narrow(narrowingsOf(statement.test, true), statement.test.end, blockEnd(statement.body, statement.end));
          this.nested(statement.body);
          this.nested(statement.orElse);
        });
        return;
      case "try":
        this.nested(statement.body);
        for (const handler of statement.handlers) {
          this.recorder.inBlock(handler.start, handler.end, () => {
            if (handler.name) this.recorder.define(handler.name, { kind: "exception", type: handler.type }, handler.start);
            this.statements(handler.body);
          });
        }
        this.nested(statement.orElse);
        this.statements(statement.finalBody);
        return;
      case "with":
        for (const item of statement.items) {
          if (!item.target) continue;
          this.recorder.bindPaths(item.target, (path) => ({ kind: "enter", context: item.context, path }), item.target.end);
        }
        this.statements(statement.body);
        return;
      case "match":
        for (const branch of statement.cases) {
          this.recorder.inBlock(branch.start, branch.end, () => {
            for (const pattern of branch.patterns) this.recorder.bind(pattern, { kind: "unknown" }, branch.start);
            this.recorder.matchNarrowing(statement.subject, branch.patterns, branch.start, branch.end);
            this.statements(branch.body);
          });
        }
        return;
      default:
        return;
    }
  }

  /** Long `elif` chains are followed in a loop, not by recursion. */
  private ifStatement(first: Statement & { kind: "if" }): void {
    let statement = first;
    const start = this.recorder.block;
    for (;;) {
      this.recorder.narrow(narrowingsOf(statement.test, true), statement.test.end, blockEnd(statement.body, statement.end));
      const outside = this.typeCheckingOnly;
      if (isTypeChecking(statement.test)) this.typeCheckingOnly = true;
      this.nested(statement.body);
      this.typeCheckingOnly = outside;
      const inverse = narrowingsOf(statement.test, false);
      const next = statement.orElse[0];
      if (statement.orElse.length === 0) {
        if (inverse.length > 0 && leaves(statement.body)) this.recorder.narrow(inverse, statement.end, start.end);
        break;
      }
      if (inverse.length > 0) this.recorder.narrow(inverse, (next as Statement).start, statement.end);
      if (statement.orElse.length > 1 || next?.kind !== "if") {
        this.nested(statement.orElse);
        break;
      }
      this.recorder.block = { ...this.recorder.block, start: next.start, end: next.end };
      statement = next;
      this.expressionsOf(statement);
    }
    this.recorder.block = start;
  }

  private nested(statements: readonly Statement[]): void {
    const first = statements[0];
    if (first) this.recorder.inBlock(first.start, blockEnd(statements, first.end), () => this.statements(statements));
  }

  private functionDefinition(index: FunctionIndex): void {
    const fact = this.file.functions[index] as FunctionFact;
    // What only the type checker sees never runs; the method that it describes is another one or inherited.
    if (this.typeCheckingOnly || fact.decorators.some((decorator) => lastName(decorator) === "overload")) this.recorder.setNeverRun(index);
    else this.recorder.define(fact.name, { kind: "function", index }, fact.start);
    for (const decorator of fact.decorators) this.expressions.collect(decorator);
    for (const param of fact.params) if (param.defaultValue) this.expressions.collect(param.defaultValue);
  }

  private classDefinition(index: ClassIndex): void {
    const fact = this.file.classes[index];
    if (!fact) return;
    this.recorder.define(fact.name, { kind: "class", index }, fact.start);
    for (const expression of [...fact.decorators, ...fact.bases]) this.expressions.collect(expression);
    for (const keyword of fact.keywords) this.expressions.collect(keyword.value);
    this.recorder.inClass(index, () => this.statements(fact.body));
  }

  private imports(indices: readonly number[]): void {
    for (const index of indices) {
      const fact = this.file.imports[index];
      if (!fact) continue;
      if (!fact.names) {
        const bound = fact.alias ?? (fact.module.split(".")[0] as string);
        this.recorder.define(bound, { kind: "import", fact }, fact.end);
        continue;
      }
      for (const { name, alias } of fact.names) {
        if (name === "*") this.recorder.scope.starImports.push(fact);
        else this.recorder.define(alias ?? name, { kind: "import", fact, name }, fact.end);
      }
    }
  }
}

function blockEnd(statements: readonly Statement[], otherwise: number): number {
  return statements.at(-1)?.end ?? otherwise;
}

/** The block ends by leaving, so what follows the `if` runs only when its test was false. */
function leaves(statements: readonly Statement[]): boolean {
  const last = statements.at(-1);
  return last?.kind === "return" || last?.kind === "raise" || last?.kind === "continue" || last?.kind === "break";
}

function isTypeChecking(test: Expression): boolean {
  return (test.kind === "name" || test.kind === "attribute") && test.name === "TYPE_CHECKING";
}
