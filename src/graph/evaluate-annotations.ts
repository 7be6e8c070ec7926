/** Annotations (PEP 484, 585, 604): which objects they describe. */
import type { Expression, SubscriptExpression } from "../syntax";
import type { FunctionId } from "./contract";
import { findDefinitions } from "./find-definitions";
import type { Inference } from "./inference";
import { parseAnnotation } from "./parse-annotation";
import { instanceOf, NONE, NOTHING, union, unionAll, type Values } from "./values";

/** Names of `typing` and `collections.abc` and what they mean here. Empty: says nothing of the object. */
const TYPING_NAMES: ReadonlyMap<string, string> = new Map([
  ["List", "builtins.list"],
  ["Dict", "builtins.dict"],
  ["Set", "builtins.set"],
  ["FrozenSet", "builtins.frozenset"],
  ["Tuple", "builtins.tuple"],
  ["Deque", "collections.deque"],
  ["DefaultDict", "collections.defaultdict"],
  ["OrderedDict", "collections.OrderedDict"],
  ["Counter", "collections.Counter"],
  ["Text", "builtins.str"],
  ["AnyStr", "builtins.str"],
  ["ByteString", "builtins.bytes"],
  ["IO", "io.TextIOWrapper"],
  ["TextIO", "io.TextIOWrapper"],
  ["BinaryIO", "io.BufferedReader"],
  ["Pattern", "re.Pattern"],
  ["Match", "re.Match"],
  ["Generator", "builtins.generator"],
  ["AsyncGenerator", "builtins.async_generator"],
  ["Mapping", "builtins.dict"],
  ["MutableMapping", "builtins.dict"],
]);
const SILENT = new Set([
  "Any",
  "Callable",
  "Protocol",
  "Generic",
  "Literal",
  "LiteralString",
  "NoReturn",
  "Never",
  "Hashable",
  "Self",
  "TypeAlias",
  "object",
  "Type",
  "type",
]);
const TRANSPARENT = new Set(["Optional", "ClassVar", "Final", "Annotated", "Required", "NotRequired", "ReadOnly", "InitVar", "Unpack"]);
const TYPING_MODULE = /^(typing|typing_extensions|collections\.abc|_typeshed)\.(\w+)$/;

export function evaluateAnnotation(inference: Inference, owner: FunctionId, expression: Expression): Values {
  switch (expression.kind) {
    case "constant": {
      if (expression.type === "none") return NONE;
      const inner = expression.type === "str" ? parseAnnotation(expression) : undefined;
      return inner ? evaluateAnnotation(inference, owner, inner) : NOTHING;
    }
    case "binary":
      return expression.operator === "|"
        ? union(evaluateAnnotation(inference, owner, expression.left), evaluateAnnotation(inference, owner, expression.right))
        : NOTHING;
    case "subscript":
      return subscripted(inference, owner, expression);
    case "name":
    case "attribute":
      return named(inference, owner, expression);
    default:
      return NOTHING;
  }
}

function named(inference: Inference, owner: FunctionId, expression: Expression): Values {
  const values = inference.evaluate(owner, expression);
  let result = NOTHING;
  for (const value of values) {
    if (value.kind === "class") result = union(result, inference.instance(value.classId));
    else if (value.kind === "external") result = union(result, outsideType(value.name, []));
  }
  return result.length > 0 ? result : aliased(inference, owner, expression);
}

/** `Number = Union[int, float]` at module level, used as an annotation. */
function aliased(inference: Inference, owner: FunctionId, expression: Expression): Values {
  if (expression.kind !== "name") return NOTHING;
  const module = inference.project.moduleOf(owner);
  const [definition, other] = findDefinitions(module, owner - module.functionBase, expression.name, expression.start);
  if (!definition || other || definition.source.kind !== "value") return NOTHING;
  const { value } = definition.source;
  if (value.kind !== "subscript" && value.kind !== "binary") return NOTHING;
  let key = aliasKeys.get(value);
  if (!key) {
    key = {};
    aliasKeys.set(value, key);
  }
  return inference.memo.answer(key, () => evaluateAnnotation(inference, module.functionBase + definition.owner, value));
}

/** An alias is remembered apart from the value of the same expression. */
const aliasKeys = new WeakMap<Expression, object>();

function outsideType(name: string, args: readonly Values[]): Values {
  if (name.endsWith("()")) return NOTHING;
  const typing = TYPING_MODULE.exec(name);
  const short = typing ? (typing[2] as string) : name.startsWith("builtins.") ? name.slice("builtins.".length) : undefined;
  if (short !== undefined && SILENT.has(short)) return NOTHING;
  if (!typing) return instanceOf(name, args);
  const known = TYPING_NAMES.get(short as string);
  return instanceOf(known ?? `collections.abc.${short}`, args);
}

function subscripted(inference: Inference, owner: FunctionId, expression: SubscriptExpression): Values {
  const heads = inference.evaluate(owner, expression.value);
  const inner = expression.index.kind === "tuple" ? expression.index.elements : [expression.index];
  const arg = (index: number) => (inner[index] ? evaluateAnnotation(inference, owner, inner[index] as Expression) : NOTHING);
  let result = NOTHING;
  for (const head of heads) {
    if (head.kind === "class") result = union(result, inference.instance(head.classId));
    if (head.kind !== "external") continue;
    const short = head.name.slice(head.name.lastIndexOf(".") + 1);
    if (short === "Union") result = union(result, unionAll(inner.map((_, index) => arg(index))));
    else if (TRANSPARENT.has(short)) result = union(result, short === "Optional" ? union(arg(0), NONE) : arg(0));
    else if (short === "Type" || short === "type") result = union(result, classesNamed(inference, owner, inner[0]));
    else if (!SILENT.has(short)) {
      const args = inner.filter((item) => !(item.kind === "constant" && item.type === "ellipsis")).map((_, index) => arg(index));
      result = union(result, outsideType(head.name, args));
    }
  }
  return result;
}

/** `Type[C]` is the class itself. */
function classesNamed(inference: Inference, owner: FunctionId, expression: Expression | undefined): Values {
  const values = expression ? inference.evaluate(owner, expression) : NOTHING;
  return values.map((value) => (value.kind === "class" ? { ...value, orSubclass: true } : value));
}
