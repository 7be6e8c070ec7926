/** What the graph room hands on: functions, classes and modules of the project, what names resolve to, and who calls whom. */
import type { TextRange } from "../base";
import type { CallExpression, ClassFact, Expression, FileFacts, FunctionFact, FunctionIndex } from "../syntax";

/** Index of a function in `ProjectGraph.functions`. */
export type FunctionId = number;
/** Index of a class in `ProjectGraph.classes`. */
export type ClassId = number;

export interface FunctionNode {
  readonly id: FunctionId;
  readonly path: string;
  /** With line starts that fit the function's offsets: they may be others than those of the file in `ProjectGraph.files`. */
  readonly file: FileFacts;
  readonly fact: FunctionFact;
  /** Dotted module name, `pkg.sub.mod`; a package's `__init__` is the package itself. */
  readonly module: string;
  readonly classId?: ClassId;
  /** Enclosing function; the module's own function for top-level ones, undefined for a module. */
  readonly parent?: FunctionId;
  /** The same object in each update of the graph, as long as neither the function nor anything that it can notice has changed but in place. */
  readonly likeness: object;
  /** A decorator keeps its results (`functools.lru_cache`, `cached_property`): calls are many, runs few. */
  readonly memoised?: boolean;
}

export interface ClassNode {
  readonly id: ClassId;
  readonly path: string;
  readonly file: FileFacts;
  readonly fact: ClassFact;
  readonly module: string;
  /** Itself first, then its project bases in method resolution order. */
  readonly mro: readonly ClassId[];
  /** Dotted names of bases outside the project, of the whole MRO: `enum.Enum`, `django.db.models.Model`. */
  readonly externalBases: readonly string[];
  readonly subclasses: readonly ClassId[];
  readonly methods: ReadonlyMap<string, FunctionId>;
  /** Types of attributes as assigned in methods or annotated in the body. */
  readonly attributes: ReadonlyMap<string, SimpleType>;
}

/** A simple type by its dotted name: `builtins.list`, `numpy.ndarray`, `pandas.DataFrame`, or a project class. */
export interface SimpleType {
  readonly name: string;
  readonly classId?: ClassId;
  /** Element types: list[T], set[T], iterator[T] -> [T]; dict[K, V] -> [K, V]; tuple[A, B] -> [A, B]. */
  readonly args?: readonly SimpleType[];
}

/** What an expression names. External names are dotted: `numpy.dot`, `builtins.len`, and for methods of values whose type is known `pandas.DataFrame.apply`, `builtins.list.append`. */
export type SymbolTarget =
  | { readonly kind: "function"; readonly functions: readonly FunctionId[] }
  | { readonly kind: "class"; readonly classId: ClassId }
  | { readonly kind: "module"; readonly module: string }
  | { readonly kind: "external"; readonly name: string }
  | { readonly kind: "unknown" };

export type CallEdgeKind =
  | "name"
  | "constructor"
  | "self"
  | "typed"
  | "override"
  | "unique-name"
  | "ambiguous-name"
  | "property"
  | "operator"
  | "reference"
  | "dispatch"
  | "decorator"
  | "module-run";

export interface CallSite {
  /** The call, or the expression that calls without call syntax (operator, property, iteration, `with`). */
  readonly expression: Expression | CallExpression;
  readonly range: TextRange;
  /** Chance that a run of this site reaches the callee. */
  readonly share: number;
  /** The site hands the callee to something that calls it once for each element: `map(f, xs)`, `sorted(xs, key=f)`. */
  readonly perElement?: boolean;
}

/** One function that an expression may run. */
export interface CalleeAt {
  readonly callee: FunctionId;
  /** Chance that a run of the expression reaches it. */
  readonly share: number;
  readonly kind: CallEdgeKind;
  readonly perElement?: boolean;
}

/** `caller` may run `callee`. One edge per (caller, callee, kind). */
export interface CallEdge {
  readonly caller: FunctionId;
  readonly callee: FunctionId;
  readonly kind: CallEdgeKind;
  /** Chance that a run of one of the sites reaches this callee: 1 when resolved, less when spread over candidates. The largest of the sites. */
  readonly share: number;
  readonly sites: readonly CallSite[];
}

export interface CallGraph {
  readonly edges: readonly CallEdge[];
  /** Edges by caller and by callee. */
  readonly outgoing: readonly (readonly CallEdge[])[];
  readonly incoming: readonly (readonly CallEdge[])[];
  /** Strongly connected components, callees before callers; `componentOf[id]` indexes `components`. */
  readonly components: readonly (readonly FunctionId[])[];
  readonly componentOf: readonly number[];
}

export interface ProjectGraph {
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly ClassNode[];
  /** Dotted module name -> path. */
  readonly modules: ReadonlyMap<string, string>;
  readonly calls: CallGraph;
  /** Share of call expressions whose callee was resolved (project, external or builtin), 0..1. */
  readonly resolvedCallShare: number;
  functionId(path: string, index: FunctionIndex): FunctionId;
  /** Type of `expression` where it stands in `owner`; undefined when not known. */
  typeOf(owner: FunctionId, expression: Expression): SimpleType | undefined;
  /** What `expression` (a name, attribute or callee) refers to in `owner`. */
  resolve(owner: FunctionId, expression: Expression): SymbolTarget;
  /** Calls of project functions at this very expression; empty when none is known. */
  calleesAt(owner: FunctionId, expression: Expression): readonly CalleeAt[];
  /** Dotted external names imported anywhere in the file: `numpy`, `django.db`. */
  externalImports(path: string): readonly string[];
}

/** Facts on libraries' types that the caller supplies from `knowledge/` (structural: this room does not import it). */
export interface LibraryTypes {
  /** Type of the value that calling this dotted name gives: `pandas.read_csv` -> `pandas.DataFrame`, `builtins.str.split` -> list[str]. */
  returnType(callable: string): SimpleType | undefined;
  /** Type of an attribute or property of a type: (`pandas.DataFrame`, `values`) -> `numpy.ndarray`. */
  attributeType(type: string, attribute: string): SimpleType | undefined;
  /** Type of `value[...]`. */
  subscriptType(type: string): SimpleType | undefined;
}
