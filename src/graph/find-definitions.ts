/**
 * Python's scopes: which definitions a name may refer to at an offset. Inside a scope the last definition that is certain to have run
 * wins over earlier ones; those in branches, and those later in an enclosing loop, stay candidates. From outside a scope the state at its
 * end counts.
 */
import type { ClassIndex, FunctionIndex } from "../syntax";
import type { ClassScope, Definition, FunctionScope, Scope } from "./definitions";
import type { SourceModule } from "./module-table";

const MAX_CANDIDATES = 12;
const MAX_STEPS = 48;
const MAX_LATER = 4;
const NONE: readonly Definition[] = Object.freeze([]);

/** Definitions of `name` as seen at `offset` of function `owner`, innermost scope first; empty when no scope of the file has it. */
export function findDefinitions(module: SourceModule, owner: FunctionIndex, name: string, offset: number): readonly Definition[] {
  const { names, file } = module;
  const scope = names.functions[owner] as FunctionScope;
  const inClass = classAt(module, scope, offset);
  if (inClass) {
    const found = visibleDefinitions(inClass, name, offset);
    if (found.length > 0) return found;
  }
  if (owner !== 0) {
    if (scope.globals.has(name)) return definitionsAtEnd(names.functions[0] as Scope, name, file.length);
    const local = visibleDefinitions(scope, name, offset);
    if (local.length > 0) return local;
    for (let parent = file.functions[owner]?.parent ?? 0; parent !== 0; parent = file.functions[parent]?.parent ?? 0) {
      const outer = names.functions[parent] as FunctionScope;
      const end = file.functions[parent]?.end ?? file.length;
      const found = outer.globals.has(name)
        ? definitionsAtEnd(names.functions[0] as Scope, name, file.length)
        : definitionsAtEnd(outer, name, end);
      if (found.length > 0) return found;
    }
    return definitionsAtEnd(names.functions[0] as Scope, name, file.length);
  }
  return visibleDefinitions(scope, name, offset);
}

/** The innermost class body of `scope` that holds `offset`. */
function classAt(module: SourceModule, scope: FunctionScope, offset: number): ClassScope | undefined {
  let found: ClassScope | undefined;
  let low = 0;
  let high = scope.classes.length - 1;
  // Classes come in source order, inner after outer: look at those that start before the offset, from the nearest back.
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (module.names.classes[scope.classes[middle] as ClassIndex]!.bodyStart <= offset) low = middle + 1;
    else high = middle - 1;
  }
  for (let index = high, steps = 0; index >= 0 && steps < MAX_STEPS; index--, steps++) {
    const candidate = module.names.classes[scope.classes[index] as ClassIndex] as ClassScope;
    if (offset < candidate.bodyEnd) {
      found = candidate;
      break;
    }
  }
  return found;
}

/** Definitions of `name` in `scope` that a use at `offset` may see. */
function visibleDefinitions(scope: Scope, name: string, offset: number): readonly Definition[] {
  const definitions = scope.names.get(name);
  if (definitions === undefined) return NONE;
  if (definitions.length === 1) return single(definitions, offset);
  const last = lastBefore(definitions, offset);
  const found: Definition[] = [];
  for (let index = last, steps = 0; index >= 0 && steps < MAX_STEPS && found.length < MAX_CANDIDATES; index--, steps++) {
    const definition = definitions[index] as Definition;
    const inside = definition.block.start <= offset && offset <= definition.block.end;
    if (definition.scoped) {
      if (!inside || isHidden(definition, offset)) continue;
      if (found.length === 0) return [definition];
    }
    found.push(definition);
    if (inside) break;
  }
  for (let index = last + 1, later = 0; index < definitions.length && later < MAX_LATER && index < last + MAX_STEPS; index++) {
    const definition = definitions[index] as Definition;
    if (definition.scoped || offset < definition.block.loopStart || definition.block.loopEnd < offset) continue;
    found.push(definition);
    later++;
  }
  // A use before any definition: in a loop that was not seen, or code that would fail. Any definition is better than none.
  return found.length > 0 ? found : definitions.filter((definition) => !definition.scoped).slice(0, MAX_CANDIDATES);
}

function single(definitions: readonly Definition[], offset: number): readonly Definition[] {
  const only = definitions[0] as Definition;
  if (!only.scoped) return definitions;
  return only.block.start <= offset && offset <= only.block.end && !isHidden(only, offset) ? definitions : NONE;
}

function isHidden(definition: Definition, offset: number): boolean {
  const { hidden } = definition;
  return hidden !== undefined && hidden.start <= offset && offset < hidden.end;
}

function lastBefore(definitions: readonly Definition[], offset: number): number {
  let low = 0;
  let high = definitions.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((definitions[middle] as Definition).from <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** What `name` may be once `scope`, which ends at `end`, has run. */
export function definitionsAtEnd(scope: Scope, name: string, end: number): readonly Definition[] {
  const definitions = scope.names.get(name);
  if (definitions === undefined) return NONE;
  if (definitions.length === 1) return (definitions[0] as Definition).scoped ? NONE : definitions;
  const found: Definition[] = [];
  for (let index = definitions.length - 1; index >= 0 && found.length < MAX_CANDIDATES; index--) {
    const definition = definitions[index] as Definition;
    if (definition.scoped) continue;
    found.push(definition);
    if (definition.block.end >= end) break;
  }
  return found;
}
