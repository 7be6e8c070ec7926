/**
 * The names of one file: where each is bound, by what, and from where on it holds. Built from the facts of that file alone, so it can be
 * kept as long as the facts are.
 */
import type { TextRange } from "../base";
import type {
  BinaryOperator,
  CallExpression,
  ClassIndex,
  Expression,
  FileFacts,
  FunctionIndex,
  ImportFact,
  LambdaExpression,
  NameExpression,
} from "../syntax";

/** Steps into a tuple: an index, or -1 for a starred rest. */
export type UnpackPath = readonly number[];

/** What gives a name its value. */
export type DefinitionSource =
  | { readonly kind: "value"; readonly value: Expression; readonly path: UnpackPath }
  | { readonly kind: "element"; readonly iterable: Expression; readonly path: UnpackPath }
  | { readonly kind: "enter"; readonly context: Expression; readonly path: UnpackPath }
  | { readonly kind: "annotated"; readonly annotation: Expression; readonly value?: Expression }
  | { readonly kind: "import"; readonly fact: ImportFact; readonly name?: string }
  | { readonly kind: "function"; readonly index: FunctionIndex }
  | { readonly kind: "class"; readonly index: ClassIndex }
  | { readonly kind: "parameter"; readonly function: FunctionIndex; readonly position: number }
  | {
      readonly kind: "lambdaParameter";
      readonly lambda: LambdaExpression;
      readonly position: number;
      /** The call that the lambda is an argument of. */
      readonly call?: CallExpression;
    }
  | {
      readonly kind: "augmented";
      readonly target: NameExpression;
      readonly operator: BinaryOperator;
      readonly value: Expression;
    }
  | { readonly kind: "narrowed"; readonly subject: NameExpression; readonly classes: Expression }
  | { readonly kind: "exception"; readonly type?: Expression }
  | { readonly kind: "unknown" };

export interface Definition {
  readonly name: string;
  readonly source: DefinitionSource;
  /** Function in which the source is evaluated. */
  readonly owner: FunctionIndex;
  /** Offset from which the name is bound so. */
  readonly from: number;
  readonly block: Block;
  /** Seen inside its block only: comprehension variables, lambda parameters, narrowed names. */
  readonly scoped: boolean;
  /** Part of the block where a scoped name is not yet bound. */
  readonly hidden: TextRange | undefined;
}

/** Statements that run whenever a definition among them has run: uses inside, after it, see it for certain. */
export interface Block extends TextRange {
  /** Outermost loop of the scope that holds the block; -1 when there is none. */
  readonly loopStart: number;
  readonly loopEnd: number;
}

/** Something put into a container: `xs.append(value)`, `table[key] = value`, `xs.extend(values)`. */
export interface ElementSource {
  readonly owner: FunctionIndex;
  readonly key?: Expression;
  readonly source: DefinitionSource;
  /** `source` is a container whose elements are added. */
  readonly spread: boolean;
  /** What is added to an element of the container, `table[key].append(value)`; then `source` says nothing. */
  readonly nested?: ElementSource;
}

/** `receiver.name = value` where the receiver is not the method's own object. */
export interface ForeignStore {
  readonly owner: FunctionIndex;
  readonly receiver: Expression;
  readonly source: DefinitionSource;
}

export interface AttributeStore {
  readonly owner: FunctionIndex;
  readonly source: DefinitionSource;
}

export interface Scope {
  /** By name, sorted by `from`. */
  readonly names: Map<string, Definition[]>;
  /** Names of an enclosing or the module scope that this one declares. */
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
  readonly starImports: ImportFact[];
  readonly elements: Map<string, ElementSource[]>;
}

export interface FunctionScope extends Scope {
  readonly returns: Expression[];
  readonly yields: Expression[];
  readonly delegates: Expression[];
  /** Classes whose body runs as part of this function, outer before inner. */
  readonly classes: ClassIndex[];
}

export interface ClassScope extends Scope {
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** `self.name = value` and `cls.name = value` in the methods. */
  readonly stores: Map<string, AttributeStore[]>;
  /** What is put into `self.name`. */
  readonly storeElements: Map<string, ElementSource[]>;
}

export type MethodBinding = "instance" | "class" | "static";

export interface LocalCall {
  readonly owner: FunctionIndex;
  readonly call: CallExpression;
}

export interface FileIndex {
  readonly file: FileFacts;
  readonly functions: readonly FunctionScope[];
  readonly classes: readonly ClassScope[];
  /** How a method takes its first parameter; undefined for functions. */
  readonly bindings: readonly (MethodBinding | undefined)[];
  /** Functions that are written for type checkers: under `if TYPE_CHECKING`, or overload signatures. They never run. */
  readonly neverRun: ReadonlySet<FunctionIndex>;
  /** Calls by the last name of their callee. */
  readonly calls: ReadonlyMap<string, readonly LocalCall[]>;
  readonly foreignStores: ReadonlyMap<string, readonly ForeignStore[]>;
}
