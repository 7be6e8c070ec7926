/** Names: through the scopes of the file, star imports and built-ins; and names of modules as seen from elsewhere. */
import type { FileFacts, ImportFact, NameExpression } from "../syntax";
import { isBuiltinName } from "./builtin-names";
import type { FunctionId } from "./contract";
import type { Definition, Scope } from "./definitions";
import { definitionsAtEnd, findDefinitions } from "./find-definitions";
import type { Inference } from "./inference";
import type { SourceModule } from "./module-table";
import { external, NOTHING, union, type Values } from "./values";

export function evaluateName(inference: Inference, owner: FunctionId, expression: NameExpression): Values {
  const module = inference.project.moduleOf(owner);
  const definitions = findDefinitions(module, owner - module.functionBase, expression.name, expression.start);
  let values = NOTHING;
  for (const definition of definitions) values = union(values, inference.definition(module, definition));
  if (definitions.length > 0) return isKnown(values) || !isVariable(definitions) ? values : byUse(inference, owner, expression, values);
  const starred = starMember(inference, module, expression.name);
  if (starred.length > 0) return starred;
  if (isBuiltinName(expression.name)) return external(`builtins.${expression.name}`);
  return externalStar(inference, module, expression.name);
}

function isKnown(values: Values): boolean {
  return values.some((value) => value.kind !== "instance" || value.name !== "builtins.NoneType");
}

function isVariable(definitions: readonly Definition[]): boolean {
  return definitions.every(({ source }) => source.kind !== "import" && source.kind !== "function" && source.kind !== "class");
}

/** A variable of the function itself that nothing gives a type may show it by how it is used. */
function byUse(inference: Inference, owner: FunctionId, expression: NameExpression, values: Values): Values {
  return inference.project.scopeOf(owner).names.has(expression.name)
    ? union(inference.duckTypes.ofVariable(owner, expression.name), values)
    : values;
}

/** Answers for module attributes, see `Inference.moduleMember`. */
export class ModuleMembers {
  private readonly keys = new Map<string, Map<string, object>>();

  constructor(private readonly inference: Inference) {}

  member(place: string, name: string): Values {
    return this.inference.memo.answer(this.key(place, name), () => this.compute(place, name));
  }

  private compute(place: string, name: string): Values {
    const { inference } = this;
    const module = inference.project.modules.at(place);
    let values = NOTHING;
    if (module) {
      const scope = module.names.functions[0] as Scope;
      for (const definition of definitionsAtEnd(scope, name, module.file.length)) {
        values = union(values, inference.definition(module, definition));
      }
      if (values.length > 0) return values;
    }
    const inner = !module || module.isPackage ? inference.project.modules.submodule(place, name) : undefined;
    if (inner !== undefined) return [{ kind: "module", place: inner }];
    if (!module) return NOTHING;
    const starred = starMember(inference, module, name);
    return starred.length > 0 ? starred : externalStar(inference, module, name);
  }

  private key(place: string, name: string): object {
    let names = this.keys.get(place);
    if (!names) {
      names = new Map();
      this.keys.set(place, names);
    }
    let key = names.get(name);
    if (!key) {
      key = {};
      names.set(name, key);
    }
    return key;
  }
}

/** `name` from the star imports of `module`, the last one first. */
function starMember(inference: Inference, module: SourceModule, name: string): Values {
  const stars = module.names.functions[0]?.starImports ?? [];
  for (let index = stars.length - 1; index >= 0; index--) {
    const { module: text, level } = stars[index] as ImportFact;
    const place = inference.project.modules.resolve(text, level, module);
    const target = place === undefined ? undefined : inference.project.modules.at(place);
    if (!target || target === module || !isExported(target.file, name)) continue;
    const values = inference.moduleMember(target.place, name);
    if (values.length > 0) return values;
  }
  return NOTHING;
}

function isExported(file: FileFacts, name: string): boolean {
  return file.exportedNames ? file.exportedNames.includes(name) : !name.startsWith("_");
}

/** A name that is bound nowhere may come from the only star import of something outside. */
function externalStar(inference: Inference, module: SourceModule, name: string): Values {
  for (const { module: text, level } of module.names.functions[0]?.starImports ?? []) {
    if (level === 0 && inference.project.modules.resolve(text, 0, module) === undefined) return external(`${text}.${name}`);
  }
  return NOTHING;
}
