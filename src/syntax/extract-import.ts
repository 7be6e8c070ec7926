import { type Extraction, textOf } from "./extraction";
import type { Statement } from "./file-facts";
import { Field, Kind } from "./node-kinds";
import { childInField, childOfKind, NO_NODE, type NodeIndex } from "./syntax-table";

type ImportedName = { readonly name: string; readonly alias?: string };

/** `import a.b as c, d`, `from ..a import b as c`, `from a import *`. */
export function extractImport(x: Extraction, node: NodeIndex, kind: Kind): Statement {
  const start = x.table.starts[node] as number;
  const end = x.table.ends[node] as number;
  const first = x.imports.length;
  if (kind === Kind.ImportStatement) {
    for (const { name, alias } of importedNames(x, node)) addImport(x, start, end, { module: name, level: 0, alias });
  } else if (kind === Kind.FutureImportStatement) {
    addImport(x, start, end, { module: "__future__", level: 0, names: importedNames(x, node) });
  } else {
    const isStar = childOfKind(x.table, node, Kind.WildcardImport) !== NO_NODE;
    addImport(x, start, end, { ...importedModule(x, node), names: isStar ? [{ name: "*" }] : importedNames(x, node) });
  }
  const imports: number[] = [];
  for (let index = first; index < x.imports.length; index++) imports.push(index);
  return { kind: "import", start, end, imports };
}

interface ImportParts {
  readonly module: string;
  readonly level: number;
  readonly names?: readonly ImportedName[];
  readonly alias?: string;
}

function addImport(x: Extraction, start: number, end: number, parts: ImportParts): void {
  x.imports.push({
    start,
    end,
    owner: x.function.index,
    module: parts.module,
    level: parts.level,
    names: parts.names,
    alias: parts.alias,
    typeCheckingOnly: x.typeCheckingOnly,
    conditional: x.conditional,
  });
}

function importedNames(x: Extraction, node: NodeIndex): ImportedName[] {
  const { table } = x;
  const names: ImportedName[] = [];
  const nodeEnd = table.nexts[node] as number;
  for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
    if (table.fields[child] !== Field.Name) continue;
    if (table.kinds[child] === Kind.AliasedImport) {
      names.push({ name: dotted(x, childInField(table, child, Field.Name)), alias: textOf(x, childInField(table, child, Field.Alias)) });
    } else if (table.missing[child] === 0) names.push({ name: dotted(x, child) });
  }
  return names.filter(({ name }) => name !== "");
}

function importedModule(x: Extraction, node: NodeIndex): { module: string; level: number } {
  const { table } = x;
  const module = childInField(table, node, Field.ModuleName);
  if (module === NO_NODE) return { module: "", level: 0 };
  if (table.kinds[module] !== Kind.RelativeImport) return { module: dotted(x, module), level: 0 };
  const prefix = childOfKind(table, module, Kind.ImportPrefix);
  // One child token for each dot.
  const level = prefix === NO_NODE ? 0 : (table.nexts[prefix] as number) - prefix - 1;
  return { module: dotted(x, childOfKind(table, module, Kind.DottedName)), level };
}

/** The text of a dotted name without the white space or comments that may stand between its parts. */
function dotted(x: Extraction, node: NodeIndex): string {
  if (node === NO_NODE) return "";
  const text = textOf(x, node);
  return /[\s#\\]/.test(text) ? text.replace(/#.*|[\s\\]+/g, "") : text;
}
