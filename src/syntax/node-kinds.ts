import type { Language } from "web-tree-sitter";

/**
 * The node types of tree-sitter-python that extraction tells apart, as small numbers. The grammar's own ids shift from release to
 * release; these are looked up by name once. Groups are contiguous, so that "is an expression" is a comparison.
 */
export enum Kind {
  /** A named node that extraction has no word for. */
  Other = 0,

  // Expressions.
  Identifier,
  Integer,
  Float,
  True,
  False,
  None,
  Ellipsis,
  String,
  ConcatenatedString,
  Attribute,
  Call,
  Subscript,
  BinaryOperator,
  UnaryOperator,
  NotOperator,
  BooleanOperator,
  ComparisonOperator,
  ConditionalExpression,
  Lambda,
  NamedExpression,
  Await,
  Yield,
  List,
  Tuple,
  Set,
  Dictionary,
  ListComprehension,
  SetComprehension,
  DictionaryComprehension,
  GeneratorExpression,
  ParenthesizedExpression,
  ExpressionList,
  PatternList,
  TuplePattern,
  ListPattern,
  ListSplat,
  ListSplatPattern,
  DictionarySplatPattern,
  ParenthesizedListSplat,
  AsPattern,
  AsPatternTarget,
  Slice,
  DottedName,
  Type,
  GenericType,
  UnionType,
  MemberType,
  ConstrainedType,
  SplatType,
  /** Not an expression: the last of the group. */
  EndOfExpressions,

  // Statements.
  ExpressionStatement,
  ReturnStatement,
  IfStatement,
  ForStatement,
  WhileStatement,
  TryStatement,
  WithStatement,
  MatchStatement,
  FunctionDefinition,
  ClassDefinition,
  DecoratedDefinition,
  ImportStatement,
  ImportFromStatement,
  FutureImportStatement,
  RaiseStatement,
  AssertStatement,
  DeleteStatement,
  PassStatement,
  BreakStatement,
  ContinueStatement,
  GlobalStatement,
  NonlocalStatement,
  TypeAliasStatement,
  PrintStatement,
  ExecStatement,
  /** Not a statement: the last of the group. */
  EndOfStatements,

  // Parts of statements and expressions.
  Module,
  Block,
  Assignment,
  AugmentedAssignment,
  ElifClause,
  ElseClause,
  ExceptClause,
  FinallyClause,
  WithClause,
  WithItem,
  CaseClause,
  CasePattern,
  KeywordPattern,
  Decorator,
  KeywordArgument,
  DictionarySplat,
  Pair,
  ForInClause,
  IfClause,
  Chevron,
  LambdaParameters,
  DefaultParameter,
  TypedParameter,
  TypedDefaultParameter,
  KeywordSeparator,
  TypeParameter,
  AliasedImport,
  RelativeImport,
  ImportPrefix,
  WildcardImport,
  StringStart,
  StringContent,
  EscapeSequence,
  EscapeInterpolation,
  Interpolation,
  FormatExpression,

  // Extras: may stand between any two children.
  Comment,
  LineContinuation,
  Error,

  /** A keyword, operator or bracket that no case below names. */
  Token,
  Comma,
  Colon,
  Async,
  From,
  If,
  Else,
  OpenParenthesis,
  OpenBracket,
  OpenBrace,
  Plus,
  Minus,
  Star,
  Slash,
  DoubleSlash,
  Percent,
  DoubleStar,
  At,
  ShiftLeft,
  ShiftRight,
  Ampersand,
  Bar,
  Caret,
  Tilde,
  PlusAssign,
  MinusAssign,
  StarAssign,
  SlashAssign,
  DoubleSlashAssign,
  PercentAssign,
  DoubleStarAssign,
  AtAssign,
  ShiftLeftAssign,
  ShiftRightAssign,
  AmpersandAssign,
  BarAssign,
  CaretAssign,
  And,
  Or,
  Less,
  LessEqual,
  Equal,
  NotEqual,
  Diamond,
  GreaterEqual,
  Greater,
  In,
  NotIn,
  Is,
  IsNot,
}

/** The grammar's fields that extraction asks for. */
export enum Field {
  None = 0,
  Alias,
  Arguments,
  Attribute,
  Body,
  Cause,
  Condition,
  Consequence,
  Definition,
  Function,
  Guard,
  Key,
  Left,
  ModuleName,
  Name,
  Operator,
  Parameters,
  ReturnType,
  Right,
  Subject,
  Superclasses,
  Type,
  Value,
}

const TOKEN_NAMES: Readonly<Record<string, Kind>> = {
  ",": Kind.Comma,
  ":": Kind.Colon,
  async: Kind.Async,
  from: Kind.From,
  if: Kind.If,
  else: Kind.Else,
  "(": Kind.OpenParenthesis,
  "[": Kind.OpenBracket,
  "{": Kind.OpenBrace,
  "+": Kind.Plus,
  "-": Kind.Minus,
  "*": Kind.Star,
  "/": Kind.Slash,
  "//": Kind.DoubleSlash,
  "%": Kind.Percent,
  "**": Kind.DoubleStar,
  "@": Kind.At,
  "<<": Kind.ShiftLeft,
  ">>": Kind.ShiftRight,
  "&": Kind.Ampersand,
  "|": Kind.Bar,
  "^": Kind.Caret,
  "~": Kind.Tilde,
  "+=": Kind.PlusAssign,
  "-=": Kind.MinusAssign,
  "*=": Kind.StarAssign,
  "/=": Kind.SlashAssign,
  "//=": Kind.DoubleSlashAssign,
  "%=": Kind.PercentAssign,
  "**=": Kind.DoubleStarAssign,
  "@=": Kind.AtAssign,
  "<<=": Kind.ShiftLeftAssign,
  ">>=": Kind.ShiftRightAssign,
  "&=": Kind.AmpersandAssign,
  "|=": Kind.BarAssign,
  "^=": Kind.CaretAssign,
  and: Kind.And,
  or: Kind.Or,
  "<": Kind.Less,
  "<=": Kind.LessEqual,
  "==": Kind.Equal,
  "!=": Kind.NotEqual,
  "<>": Kind.Diamond,
  ">=": Kind.GreaterEqual,
  ">": Kind.Greater,
  in: Kind.In,
  "not in": Kind.NotIn,
  is: Kind.Is,
  "is not": Kind.IsNot,
};

/** tree-sitter's id of ERROR nodes; the language's own tables end before it. */
export const ERROR_TYPE_ID = 0xffff;

/** The language's numeric ids translated to `Kind` and `Field`. */
export interface KindTable {
  /** Indexed by node type id. ERROR (65535) is not in it. */
  readonly kinds: Uint8Array;
  /** Indexed by field id. */
  readonly fields: Uint8Array;
}

/** Looks the grammar's names up. Throws when the grammar lacks a type that extraction relies on. */
export function createKindTable(language: Language): KindTable {
  const kinds = new Uint8Array(language.types.length);
  const named = numbersByGrammarName(Kind);
  const found = new Set<string>();
  language.types.forEach((type, id) => {
    if (type === undefined) return;
    if (language.nodeTypeIsNamed(id)) {
      kinds[id] = named.get(type) ?? Kind.Other;
      found.add(type);
    } else kinds[id] = TOKEN_NAMES[type] ?? Kind.Token;
  });
  const missing = ["module", "block", "function_definition", "class_definition", "call", "identifier"].filter((type) => !found.has(type));
  if (missing.length > 0)
    throw new Error(`The Python grammar has no ${missing.join(", ")}: it is not the one that Breakeven was built for.`);
  const fieldNumbers = numbersByGrammarName(Field);
  const fields = Uint8Array.from(language.fields, (name) => (name === null ? Field.None : (fieldNumbers.get(name) ?? Field.None)));
  return { kinds, fields };
}

/** `FunctionDefinition` -> `function_definition`, as the grammar writes it. */
function numbersByGrammarName(names: Readonly<Record<string, string | number>>): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [name, value] of Object.entries(names)) {
    if (typeof value !== "number") continue;
    const grammarName = name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
    numbers.set(grammarName, value);
  }
  return numbers;
}
