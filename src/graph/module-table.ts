/**
 * Which file an import means. A file is known by its place: its path without `.py`, a package by its folder. Imports are looked up as
 * Python would with the importer's own source root first, then the folders above it, then every other source root of the project
 * (`src/` layouts, several packages side by side). What is found nowhere is outside the project.
 */
import type { FileFacts } from "../syntax";
import { fileIndexOf } from "./collect-definitions";
import type { FileIndex } from "./definitions";

export interface SourceModule {
  readonly order: number;
  readonly file: FileFacts;
  readonly names: FileIndex;
  readonly place: string;
  /** Folder of the file. */
  readonly folder: string;
  readonly isPackage: boolean;
  /** Dotted name, unique in the project. */
  readonly name: string;
  /** Ids of the file's first function and class. */
  readonly functionBase: number;
  readonly classBase: number;
}

export class ModuleTable {
  readonly modules: readonly SourceModule[];
  private readonly byPlace = new Map<string, SourceModule>();
  /** Folders that hold Python files at any depth. */
  private readonly folders = new Set<string>();
  private readonly packages: ReadonlySet<string>;
  private readonly sourceRoots: readonly string[];
  private readonly found = new Map<string, string | undefined>();

  /** `rootPackage`: dotted name of the package that the assessed folder itself is, where it is one. */
  constructor(
    files: readonly FileFacts[],
    private readonly rootPackage: string | undefined,
  ) {
    const packages = new Set<string>();
    for (const file of files) {
      if (isPackagePath(file.path)) packages.add(placeOf(file.path));
      for (let folder = parentOf(file.path); !this.folders.has(folder); folder = parentOf(folder)) this.folders.add(folder);
    }
    const roots = new Set<string>();
    const taken = new Set<string>();
    const modules: SourceModule[] = [];
    let functionBase = 0;
    let classBase = 0;
    for (const file of files) {
      const place = placeOf(file.path);
      const isPackage = isPackagePath(file.path);
      const root = sourceRootOf(isPackage ? place : parentOf(place), packages);
      roots.add(root);
      const name = uniqueName(dottedName(place, root), place, taken);
      const folder = parentOf(file.path);
      const module = { order: modules.length, file, names: fileIndexOf(file), place, folder, isPackage, name, functionBase, classBase };
      modules.push(module);
      const known = this.byPlace.get(place);
      if (!known || (isPackage && !known.isPackage)) this.byPlace.set(place, module);
      functionBase += file.functions.length;
      classBase += file.classes.length;
    }
    this.modules = modules;
    this.packages = packages;
    this.sourceRoots = [...roots].sort((left, right) => left.length - right.length || (left < right ? -1 : 1));
  }

  replace(old: SourceModule, file: FileFacts): SourceModule {
    const module = { ...old, file, names: fileIndexOf(file) };
    (this.modules as SourceModule[])[old.order] = module;
    if (this.byPlace.get(old.place) === old) this.byPlace.set(old.place, module);
    return module;
  }

  at(place: string): SourceModule | undefined {
    return this.byPlace.get(place);
  }

  /** The module or folder below `place`, if there is one. */
  submodule(place: string, name: string): string | undefined {
    const inner = place === "" ? name : `${place}/${name}`;
    return this.exists(inner) ? inner : undefined;
  }

  /** Place of the module that `from <level dots><module>` or `import module` names in `from`; undefined when it is outside the project. */
  resolve(module: string, level: number, from: SourceModule): string | undefined {
    if (level > 0) return this.resolveRelative(module, level, from);
    const start = this.importRootOf(from);
    const key = `${start}\n${module}`;
    if (this.found.has(key)) return this.found.get(key);
    const place = this.search(module.replaceAll(".", "/"), start);
    this.found.set(key, place);
    return place;
  }

  private resolveRelative(module: string, level: number, from: SourceModule): string | undefined {
    let folder = from.isPackage ? from.place : parentOf(from.place);
    for (let step = 1; step < level; step++) {
      if (folder === "") return undefined;
      folder = parentOf(folder);
    }
    if (module === "") return folder;
    const place = join(folder, module.replaceAll(".", "/"));
    return this.exists(place) ? place : undefined;
  }

  /** The folder that Python would have on its path for this file: above its topmost package. */
  private importRootOf(from: SourceModule): string {
    return sourceRootOf(from.isPackage ? from.place : parentOf(from.place), this.packages);
  }

  private search(path: string, start: string): string | undefined {
    const folders: string[] = [];
    for (let folder = start; ; folder = parentOf(folder)) {
      folders.push(folder);
      if (folder === "") break;
    }
    for (const root of this.sourceRoots) if (!folders.includes(root)) folders.push(root);
    for (const folder of folders) if (this.byPlace.has(join(folder, path))) return join(folder, path);
    // A folder without `__init__` is a package too, but only where nothing else has that name.
    for (const folder of folders) if (this.folders.has(join(folder, path)) && join(folder, path) !== start) return join(folder, path);
    return this.insideRoot(path);
  }

  /** The assessed folder may itself be the package, so that its name is not part of any path. */
  private insideRoot(path: string): string | undefined {
    if (!this.packages.has("")) return undefined;
    const slash = path.indexOf("/");
    const root = this.rootPackage?.replaceAll(".", "/") ?? (slash < 0 ? path : path.slice(0, slash));
    if (path === root) return this.rootPackage === undefined ? undefined : "";
    const inside = path.startsWith(`${root}/`) ? path.slice(root.length + 1) : "";
    return inside !== "" && this.exists(inside) ? inside : undefined;
  }

  private exists(place: string): boolean {
    return this.byPlace.has(place) || this.folders.has(place);
  }
}

function isPackagePath(path: string): boolean {
  return path === "__init__.py" || path.endsWith("/__init__.py") || path === "__init__.pyi" || path.endsWith("/__init__.pyi");
}

function placeOf(path: string): string {
  return isPackagePath(path) ? parentOf(path) : path.replace(/\.pyi?$/, "");
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

function join(folder: string, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}

function sourceRootOf(folder: string, packages: ReadonlySet<string>): string {
  let root = folder;
  while (packages.has(root) && root !== "") root = parentOf(root);
  return root;
}

/** Relative to the source root for what lies in a package, else to the assessed folder without a leading `src` or `lib`. */
function dottedName(place: string, root: string): string {
  const inPackage = root === "" ? place : place.slice(root.length + 1);
  const path = inPackage.includes("/") || root === "" ? inPackage : place.replace(/^(src|lib|python)\//, "");
  return path === "" ? "__init__" : path.replaceAll("/", ".");
}

function uniqueName(name: string, place: string, taken: Set<string>): string {
  let unique = name;
  if (taken.has(unique)) unique = place.replaceAll("/", ".") || name;
  for (let count = 2; taken.has(unique); count++) unique = `${name}#${count}`;
  taken.add(unique);
  return unique;
}
