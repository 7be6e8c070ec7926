/** Look-ups of library types. What a type does not list itself is asked of the type it extends. */
import type { LibraryTypeTable, TypeRef } from "./contract";
import { namesIn } from "./schema/common";
import type { LibraryTypeEntry } from "./schema/types";
import { parseTypeExpression } from "./type-expression";

export interface LibraryTypeData {
  /** Earliest file first: later ones win member by member. */
  readonly types: readonly (readonly [name: string, entry: LibraryTypeEntry])[];
  readonly functions: readonly (readonly [module: string, results: Readonly<Record<string, string>>])[];
}

interface Members {
  extends?: string;
  iterates?: TypeRef;
  subscript?: TypeRef;
  readonly attributes: Map<string, TypeRef>;
  readonly methods: Map<string, TypeRef>;
}

/** Longest chain of `extends` that is followed: a circle ends there. */
const maximumChain = 12;

export function buildLibraryTypeTable(data: LibraryTypeData): LibraryTypeTable {
  const types = new Map<string, Members>();
  for (const [name, entry] of data.types) addMembers(types, name, entry);
  const functions = new Map<string, TypeRef>();
  for (const [module, results] of data.functions) addResults(functions, `${module}.`, results);

  function ask(type: string, read: (members: Members) => TypeRef | undefined): TypeRef | undefined {
    for (let name: string | undefined = type, left = maximumChain; name !== undefined && left > 0; left--) {
      const members = types.get(name);
      if (!members) return undefined;
      const found = read(members);
      if (found) return found;
      name = members.extends;
    }
    return undefined;
  }

  return Object.freeze({
    returnType(callable: string): TypeRef | undefined {
      const known = functions.get(callable);
      if (known) return known;
      const dot = callable.lastIndexOf(".");
      const method = callable.slice(dot + 1);
      const found =
        dot < 0 ? undefined : ask(callable.slice(0, dot), (members) => members.methods.get(method) ?? iterator(method, members));
      return found ?? (types.has(callable) ? parseTypeExpression(callable) : undefined);
    },
    attributeType: (type: string, attribute: string) => ask(type, (members) => members.attributes.get(attribute)),
    subscriptType: (type: string) => ask(type, (members) => members.subscript),
    elementType: (type: string) => ask(type, (members) => members.iterates),
  });
}

function iterator(method: string, { iterates }: Members): TypeRef | undefined {
  return method === "__iter__" && iterates ? Object.freeze({ name: "typing.Iterator", args: Object.freeze([iterates]) }) : undefined;
}

function addMembers(types: Map<string, Members>, name: string, entry: LibraryTypeEntry): void {
  let members = types.get(name);
  if (!members) {
    members = { attributes: new Map(), methods: new Map() };
    types.set(name, members);
  }
  if (entry.extends !== undefined) members.extends = entry.extends;
  if (entry.iterates !== undefined) members.iterates = parseTypeExpression(entry.iterates);
  if (entry.subscript !== undefined) members.subscript = parseTypeExpression(entry.subscript);
  addResults(members.attributes, "", entry.attributes ?? {});
  addResults(members.methods, "", entry.methods ?? {});
}

/** `results` lists names by type. */
function addResults(table: Map<string, TypeRef>, prefix: string, results: Readonly<Record<string, string>>): void {
  for (const written of Object.keys(results)) {
    const type = parseTypeExpression(written);
    if (type) for (const name of namesIn(results[written] as string)) table.set(prefix + name, type);
  }
}
