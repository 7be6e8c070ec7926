/**
 * What the engine knows of one Python file after one pass over its syntax tree: plain, serialisable data.
 *
 * Statements and expressions follow the vocabulary of Python's own `ast` module, reduced to what the later stages ask for.
 * Offsets are UTF-16 code units into the file's text; `lineStarts` turns them into lines. Nothing here points into a
 * WASM heap and nothing is changed after extraction.
 */
import type { TextRange } from "../base";

/** Index of a function in `FileFacts.functions`; 0 is the module's own code. */
export type FunctionIndex = number;
/** Index of a class in `FileFacts.classes`. */
export type ClassIndex = number;
/** Index of a loop in `FunctionFact.loops` of the function that owns it. */
export type LoopIndex = number;

export interface FileFacts {
  /** Path relative to the assessed root, with `/`. */
  readonly path: string;
  /** Hash of the decoded text, for caches and staleness. */
  readonly contentHash: string;
  /** UTF-16 length of the text. */
  readonly length: number;
  readonly lineStarts: readonly number[];
  /** Lines that hold something other than white space. */
  readonly nonBlankLines: number;
  /** `functions[0]` is the module (`qualname` `<module>`); then every `def` in source order, methods and nested ones too. */
  readonly functions: readonly FunctionFact[];
  readonly classes: readonly ClassFact[];
  readonly imports: readonly ImportFact[];
  /** Names listed in a literal `__all__`, or undefined when there is none. */
  readonly exportedNames?: readonly string[];
  /** Suppression comments: `# breakeven: ignore`, `# breakeven: ignore[BE401]`, `# breakeven: ignore-file[...]`. */
  readonly directives: readonly SuppressionDirective[];
  /** What could not be read or parsed. The rest of the file is still described. */
  readonly problems: readonly SyntaxProblem[];
  /** A comment in the head of the file says that it is generated ("@generated", "do not edit", ...). */
  readonly generated: boolean;
}

export interface SyntaxProblem extends TextRange {
  readonly code: "syntax-error" | "decoding-error" | "too-deep" | "too-large" | "null-byte" | "python-2";
  /** One sentence that names the reason; file and line are added by who prints it. */
  readonly message: string;
}

export interface SuppressionDirective extends TextRange {
  readonly scope: "line" | "file";
  /** The 1-based line whose code it speaks of (the comment's own line, or the next code line when it stands alone). */
  readonly line: number;
  /** Codes or rule ids in brackets; undefined when all are meant. */
  readonly codes?: readonly { readonly code: string; readonly start: number; readonly end: number }[];
}

export interface ImportFact extends TextRange {
  /** Function whose body holds the statement; 0 for module level. */
  readonly owner: FunctionIndex;
  /** `import a.b` -> `a.b`; `from ..c import d` -> `c` with level 2; `from . import x` -> "" with level 1. */
  readonly module: string;
  readonly level: number;
  /** undefined for `import module`; for `from` imports the names, `*` for a star import. */
  readonly names?: readonly { readonly name: string; readonly alias?: string }[];
  /** `import a.b as c` -> c. */
  readonly alias?: string;
  /** Inside `if TYPE_CHECKING:`. */
  readonly typeCheckingOnly: boolean;
  /** Inside `try:` with an `except ImportError` (or any except), or its handler. */
  readonly conditional: boolean;
}

/** The range starts at `def` or `async`, after the decorators, and ends with the last token of the body that is not a comment. */
export interface FunctionFact extends TextRange {
  readonly index: FunctionIndex;
  readonly name: string;
  /** Python's `__qualname__` without `<locals>`; `<module>` for the module. */
  readonly qualname: string;
  /** Enclosing function; undefined for the module. A method of a top-level class has 0. */
  readonly parent?: FunctionIndex;
  /** Class whose body holds the `def` directly. */
  readonly ownerClass?: ClassIndex;
  /** Offsets of the name in the `def` line. */
  readonly nameRange: TextRange;
  /** Range of the suite, without decorators and signature. */
  readonly bodyRange: TextRange;
  readonly params: readonly ParamFact[];
  readonly returns?: Expression;
  readonly decorators: readonly Expression[];
  readonly body: readonly Statement[];
  readonly isAsync: boolean;
  /** Has `yield` or `yield from` of its own. */
  readonly isGenerator: boolean;
  readonly docstring?: TextRange;
  /** Loops of this function's own body in source order, comprehension clauses too; those of nested `def`s belong to these. */
  readonly loops: readonly LoopFact[];
  /** Names declared `global` or `nonlocal`. */
  readonly globals: readonly string[];
  readonly nonlocals: readonly string[];
}

export interface ParamFact extends TextRange {
  readonly name: string;
  readonly kind: "positional" | "keyword" | "varargs" | "kwargs";
  readonly annotation?: Expression;
  readonly defaultValue?: Expression;
}

/** The range starts at `class`, after the decorators. */
export interface ClassFact extends TextRange {
  readonly index: ClassIndex;
  readonly name: string;
  readonly qualname: string;
  readonly nameRange: TextRange;
  /** Function whose body holds the class; 0 for module level. */
  readonly owner: FunctionIndex;
  /** Class whose body holds it directly. */
  readonly ownerClass?: ClassIndex;
  readonly bases: readonly Expression[];
  readonly keywords: readonly KeywordArgument[];
  readonly decorators: readonly Expression[];
  /** Statements of the class body, without the bodies of its methods (these are `functions`). */
  readonly body: readonly Statement[];
  readonly methods: readonly FunctionIndex[];
  /** A literal `__slots__` is assigned. */
  readonly hasSlots: boolean;
}

/** The range is that of the whole statement with its `else`, or of the whole comprehension, for each of its clauses. */
export interface LoopFact extends TextRange {
  readonly index: LoopIndex;
  readonly kind: "for" | "while" | "comprehension";
  /** 1 for an outermost loop of the function. */
  readonly depth: number;
  readonly parent?: LoopIndex;
  /** `for` and comprehension clauses: target and iterable; `while`: test. */
  readonly target?: Expression;
  readonly iterable?: Expression;
  readonly test?: Expression;
  readonly isAsync: boolean;
  readonly hasBreak: boolean;
  /** `return` or `raise` in the body, outside nested functions. */
  readonly hasReturn: boolean;
}

export type Statement =
  | ExpressionStatement
  | AssignStatement
  | AugAssignStatement
  | AnnAssignStatement
  | ReturnStatement
  | RaiseStatement
  | AssertStatement
  | DeleteStatement
  | SimpleStatement
  | ScopeStatement
  | ImportStatement
  | IfStatement
  | ForStatement
  | WhileStatement
  | TryStatement
  | WithStatement
  | MatchStatement
  | FunctionDefStatement
  | ClassDefStatement
  | UnknownStatement;

export interface ExpressionStatement extends TextRange {
  readonly kind: "expression";
  readonly value: Expression;
}
export interface AssignStatement extends TextRange {
  readonly kind: "assign";
  /** `a = b = value` has two targets. */
  readonly targets: readonly Expression[];
  readonly value: Expression;
}
export interface AugAssignStatement extends TextRange {
  readonly kind: "augAssign";
  readonly target: Expression;
  readonly operator: BinaryOperator;
  readonly value: Expression;
}
export interface AnnAssignStatement extends TextRange {
  readonly kind: "annAssign";
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value?: Expression;
}
export interface ReturnStatement extends TextRange {
  readonly kind: "return";
  readonly value?: Expression;
}
export interface RaiseStatement extends TextRange {
  readonly kind: "raise";
  readonly exception?: Expression;
  readonly cause?: Expression;
}
export interface AssertStatement extends TextRange {
  readonly kind: "assert";
  readonly test: Expression;
  readonly message?: Expression;
}
export interface DeleteStatement extends TextRange {
  readonly kind: "delete";
  readonly targets: readonly Expression[];
}
export interface SimpleStatement extends TextRange {
  readonly kind: "pass" | "break" | "continue";
}
export interface ScopeStatement extends TextRange {
  readonly kind: "global" | "nonlocal";
  readonly names: readonly string[];
}
export interface ImportStatement extends TextRange {
  readonly kind: "import";
  /** Indices in `FileFacts.imports` (`import a, b` makes two). */
  readonly imports: readonly number[];
}
export interface IfStatement extends TextRange {
  readonly kind: "if";
  readonly test: Expression;
  readonly body: readonly Statement[];
  /** `elif` is an `if` as the only statement here, as in Python's `ast`. */
  readonly orElse: readonly Statement[];
}
export interface ForStatement extends TextRange {
  readonly kind: "for";
  readonly loop: LoopIndex;
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly orElse: readonly Statement[];
  readonly isAsync: boolean;
}
export interface WhileStatement extends TextRange {
  readonly kind: "while";
  readonly loop: LoopIndex;
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orElse: readonly Statement[];
}
export interface TryStatement extends TextRange {
  readonly kind: "try";
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orElse: readonly Statement[];
  readonly finalBody: readonly Statement[];
}
export interface ExceptHandler extends TextRange {
  readonly type?: Expression;
  readonly name?: string;
  readonly body: readonly Statement[];
}
export interface WithStatement extends TextRange {
  readonly kind: "with";
  readonly items: readonly { readonly context: Expression; readonly target?: Expression }[];
  readonly body: readonly Statement[];
  readonly isAsync: boolean;
}
export interface MatchStatement extends TextRange {
  readonly kind: "match";
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}
export interface MatchCase extends TextRange {
  /** Names and dotted values that the pattern binds or compares, as expressions; its exact shape is not kept. */
  readonly patterns: readonly Expression[];
  readonly guard?: Expression;
  readonly body: readonly Statement[];
}
/** The range includes the decorators. */
export interface FunctionDefStatement extends TextRange {
  readonly kind: "functionDef";
  readonly function: FunctionIndex;
}
/** The range includes the decorators. */
export interface ClassDefStatement extends TextRange {
  readonly kind: "classDef";
  readonly class: ClassIndex;
}
/** Code that did not parse. Expressions found inside are kept where they are whole. */
export interface UnknownStatement extends TextRange {
  readonly kind: "unknown";
  readonly expressions: readonly Expression[];
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "//" | "%" | "**" | "@" | "<<" | ">>" | "&" | "|" | "^";
export type UnaryOperator = "+" | "-" | "~" | "not";
export type CompareOperator = "<" | "<=" | "==" | "!=" | ">=" | ">" | "in" | "not in" | "is" | "is not";

export type Expression =
  | NameExpression
  | ConstantExpression
  | FStringExpression
  | CollectionExpression
  | DictExpression
  | ComprehensionExpression
  | AttributeExpression
  | SubscriptExpression
  | SliceExpression
  | CallExpression
  | UnaryExpression
  | BinaryExpression
  | BooleanExpression
  | CompareExpression
  | ConditionalExpression
  | LambdaExpression
  | AwaitExpression
  | YieldExpression
  | StarredExpression
  | NamedExpression
  | UnknownExpression;

export interface NameExpression extends TextRange {
  readonly kind: "name";
  readonly name: string;
}
export interface ConstantExpression extends TextRange {
  readonly kind: "constant";
  readonly type: "int" | "float" | "complex" | "str" | "bytes" | "bool" | "none" | "ellipsis";
  /** int, float: the number (an int past 2^53 as nearest float); bool: 0 or 1. */
  readonly number?: number;
  /** str and bytes: the decoded text, cut at 200 UTF-16 units; concatenated literals are joined. */
  readonly text?: string;
  /** str and bytes: length of the whole value. */
  readonly size?: number;
}
export interface FStringExpression extends TextRange {
  readonly kind: "fString";
  readonly values: readonly Expression[];
}
export interface CollectionExpression extends TextRange {
  readonly kind: "list" | "tuple" | "set";
  readonly elements: readonly Expression[];
}
export interface DictExpression extends TextRange {
  readonly kind: "dict";
  /** A `**mapping` entry has no key. */
  readonly entries: readonly { readonly key?: Expression; readonly value: Expression }[];
}
export interface ComprehensionExpression extends TextRange {
  readonly kind: "listComp" | "setComp" | "dictComp" | "generator";
  readonly element: Expression;
  /** dictComp only: `element` is the key. */
  readonly value?: Expression;
  readonly clauses: readonly ComprehensionClause[];
}
export interface ComprehensionClause extends TextRange {
  readonly loop: LoopIndex;
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
  readonly isAsync: boolean;
}
export interface AttributeExpression extends TextRange {
  readonly kind: "attribute";
  readonly value: Expression;
  readonly name: string;
}
export interface SubscriptExpression extends TextRange {
  readonly kind: "subscript";
  readonly value: Expression;
  /** `a[i, j]` is a tuple. */
  readonly index: Expression;
}
export interface SliceExpression extends TextRange {
  readonly kind: "slice";
  readonly lower?: Expression;
  readonly upper?: Expression;
  readonly step?: Expression;
}
export interface KeywordArgument extends TextRange {
  /** undefined for `**mapping`. */
  readonly name?: string;
  readonly value: Expression;
}
export interface CallExpression extends TextRange {
  readonly kind: "call";
  readonly callee: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly KeywordArgument[];
}
export interface UnaryExpression extends TextRange {
  readonly kind: "unary";
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}
export interface BinaryExpression extends TextRange {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface BooleanExpression extends TextRange {
  readonly kind: "boolean";
  readonly operator: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}
export interface CompareExpression extends TextRange {
  readonly kind: "compare";
  readonly left: Expression;
  readonly operators: readonly CompareOperator[];
  readonly comparators: readonly Expression[];
}
export interface ConditionalExpression extends TextRange {
  readonly kind: "conditional";
  readonly test: Expression;
  readonly body: Expression;
  readonly orElse: Expression;
}
export interface LambdaExpression extends TextRange {
  readonly kind: "lambda";
  readonly params: readonly ParamFact[];
  readonly body: Expression;
}
export interface AwaitExpression extends TextRange {
  readonly kind: "await";
  readonly value: Expression;
}
export interface YieldExpression extends TextRange {
  readonly kind: "yield" | "yieldFrom";
  readonly value?: Expression;
}
export interface StarredExpression extends TextRange {
  readonly kind: "starred";
  readonly value: Expression;
}
export interface NamedExpression extends TextRange {
  readonly kind: "named";
  readonly target: NameExpression;
  readonly value: Expression;
}
export interface UnknownExpression extends TextRange {
  readonly kind: "unknown";
  readonly expressions: readonly Expression[];
}
