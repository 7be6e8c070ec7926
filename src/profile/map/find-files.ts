/**
 * Which assessed file is meant by a path in a profile. A recording may come from another checkout, a container, an installed copy, or from
 * before a file was renamed. So the path proposes, by its longest common end with the project's paths, and the content decides: the
 * functions that the profile names there must be in the file. A file without candidate by name is looked for by its functions.
 */
import type { ProfileFrame } from "../contract";
import type { FileFunctions, PlacedFunction } from "./file-functions";
import { readFrameName } from "./frame-name";
import { type PathOrigin, packageOf, readFramePath } from "./frame-path";

/** What is known of the files around the profile's frames. */
export interface ProjectFiles {
  /** Absolute path of the assessed folder, with `/`. */
  readonly root: string;
  readonly paths: readonly string[];
  file(path: string): FileFunctions;
  /** Files that have a function of this name. */
  withFunction(name: string): readonly string[];
  /** Packages that the project imports or that ship with Python, by top-level name. */
  isLibrary(topLevelName: string): boolean;
  /** Packages that the project imports and that do not ship with Python. */
  isDependency(topLevelName: string): boolean;
}

export type FileMatch =
  | { readonly kind: "project"; readonly path: string }
  | { readonly kind: "library"; readonly name: string }
  | { readonly kind: "missing"; readonly reason: string };

/** Frames of one path with the weight that they have in the profile. */
export interface FramesOfPath {
  readonly written: string;
  readonly frames: readonly { readonly frame: ProfileFrame; readonly weight: number }[];
}

/** Part of the weight whose functions must be in a file for it to be taken, by how much its path says already. */
const fitOfExactPath = 0;
const fitOfLongSuffix = 0.3;
const fitOfName = 0.5;
const fitOfInstalled = 0.6;
const fitOfRenamed = 0.7;
/** A part of an installed package's path is enough when so many functions stand at their very place. */
const placesOfPart = 3;
const fitOfPart = 0.8;
/** Names that a renamed file is recognised by. */
const namesOfRenamed = 2;

export function findFiles(groups: readonly FramesOfPath[], project: ProjectFiles): ReadonlyMap<string, FileMatch> {
  const byBase = new Map<string, string[]>();
  for (const path of project.paths) {
    const base = path.slice(path.lastIndexOf("/") + 1);
    byBase.set(base, [...(byBase.get(base) ?? []), path]);
  }
  const found = new Map<string, FileMatch>();
  const undecided: { group: FramesOfPath; origin: PathOrigin; candidates: Candidate[] }[] = [];
  const prefixes = new Map<string, number>();
  for (const group of groups) {
    const origin = readFramePath(group.written);
    const candidates = origin.kind === "none" ? [] : rate(origin, group, byBase.get(origin.segments.at(-1) ?? "") ?? [], project);
    const match = decide(origin, candidates, project);
    if (match === undefined) undecided.push({ group, origin, candidates });
    else {
      found.set(group.written, match);
      if (match.kind === "project") votePrefix(prefixes, origin, match.path);
    }
  }
  const libraryFolders = findLibraryFolders(
    undecided.map(({ origin }) => origin),
    prefixes,
    project,
  );
  const hasFolders = groups.some(({ written }) => /[^<]*[/\\]/.test(written));
  for (const { group, origin, candidates } of undecided) {
    const match =
      decideByPrefix(origin, candidates, prefixes) ??
      (candidates.every(({ fit = 0 }) => fit === 0) ? asLibrary(origin, libraryFolders, hasFolders) : undefined) ??
      findRenamed(group, origin, found, project);
    found.set(group.written, match);
  }
  return found;
}

/**
 * Folders that hold packages although their path does not say so (`pip install --target`, a zip, a container's own place): where something
 * that the project imports lies, its own libraries lie too. A folder in which the project's own files were found is none.
 */
function findLibraryFolders(
  origins: readonly PathOrigin[],
  prefixes: ReadonlyMap<string, number>,
  project: ProjectFiles,
): ReadonlySet<string> {
  const own = new Set([...prefixes.keys()].map((key) => key.split("\n")[0]));
  const folders = new Set<string>();
  for (const origin of origins) {
    if (origin.kind !== "file" || !origin.isAbsolute) continue;
    const at = origin.segments.findIndex((segment, index) => index < origin.segments.length - 1 && project.isDependency(segment));
    const folder = origin.segments.slice(0, at).join("/");
    if (at > 0 && !own.has(folder)) folders.add(folder);
  }
  return folders;
}

/** What lies in a folder of libraries; and a bare file name in a profile that writes no folders at all, which may be anything. */
function asLibrary(origin: PathOrigin, folders: ReadonlySet<string>, hasFolders: boolean): FileMatch | undefined {
  if (origin.kind !== "file") return undefined;
  const { segments } = origin;
  if (!hasFolders && segments.length === 1) return { kind: "library", name: "files that are not in the project" };
  for (let depth = segments.length - 1; depth > 0; depth--) {
    if (folders.has(segments.slice(0, depth).join("/"))) return { kind: "library", name: packageOf(segments.slice(depth)) };
  }
  return undefined;
}

interface Candidate {
  readonly path: string;
  /** Path segments that agree, from the end. */
  readonly common: number;
  /** All segments of the profile's path, or all of the project's, agree. */
  readonly isWhole: boolean;
  readonly isExact: boolean;
  /** Part of the weight of named functions that the file has; undefined when the profile names none. */
  readonly fit: number | undefined;
  /** The same for functions at their very place, and how many these are. */
  readonly placed: number;
  readonly places: number;
}

function rate(
  origin: Exclude<PathOrigin, { kind: "none" }>,
  group: FramesOfPath,
  paths: readonly string[],
  project: ProjectFiles,
): Candidate[] {
  const rootName = project.root.slice(project.root.lastIndexOf("/") + 1);
  const full = `${project.root}/`;
  const written = group.written.replaceAll("\\", "/");
  return paths.map((path) => {
    const own = path.split("/");
    const common = commonEnd(origin.segments, [rootName, ...own]);
    const fit = fitOf(group, project.file(path));
    const isExact = written === `${full}${path}`;
    return { path, common, isWhole: common >= Math.min(origin.segments.length, own.length), isExact, ...fit };
  });
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/** Undefined: nothing, or several that are equally good. */
function decide(origin: PathOrigin, candidates: readonly Candidate[], project: ProjectFiles): FileMatch | undefined {
  if (origin.kind === "none") {
    const frozen = /^<frozen (.*)>$/.exec(origin.label);
    if (frozen !== null) return { kind: "library", name: packageOf((frozen[1] as string).split(".")) };
    return { kind: "library", name: origin.label === "" ? "code without a file" : `code without a file, ${origin.label}` };
  }
  const good = candidates.filter((candidate) => isGood(candidate, origin)).sort(better);
  const [best, next] = good;
  if (best !== undefined && (next === undefined || better(best, next) < 0)) return { kind: "project", path: best.path };
  if (origin.kind === "installed") return { kind: "library", name: origin.package };
  if (best === undefined && !origin.isAbsolute && project.isLibrary(packageOf(origin.segments))) {
    return { kind: "library", name: packageOf(origin.segments) };
  }
  return undefined;
}

function isGood({ common, isWhole, isExact, fit, placed, places }: Candidate, origin: Exclude<PathOrigin, { kind: "none" }>): boolean {
  if (isExact) return (fit ?? 1) >= fitOfExactPath;
  // Another package may have a file of the same name: all that follows the installation's folder must agree.
  if (origin.kind === "installed") {
    if (isWhole && common >= 2 && places >= placesOfPart && placed >= fitOfPart) return true;
    return common >= origin.segments.length && fit !== undefined && fit >= fitOfInstalled;
  }
  if (fit === undefined) return isWhole && (common >= 2 || !origin.isAbsolute);
  return fit >= (common >= 3 || (isWhole && common >= 2) ? fitOfLongSuffix : fitOfName);
}

/** Order of candidates, best first: 0 when nothing tells them apart. */
function better(a: Candidate, b: Candidate): number {
  return (
    Number(b.isExact) - Number(a.isExact) ||
    Number((b.fit ?? 0) >= fitOfName) - Number((a.fit ?? 0) >= fitOfName) ||
    b.common - a.common ||
    Math.round(((b.fit ?? 0) - (a.fit ?? 0)) * 20) ||
    Math.round((b.placed - a.placed) * 20)
  );
}

function fitOf({ frames }: FramesOfPath, file: FileFunctions): Pick<Candidate, "fit" | "placed" | "places"> {
  let all = 0;
  let named = 0;
  let placed = 0;
  const places = new Set<PlacedFunction>();
  for (const { frame, weight } of frames) {
    const name = readFrameName(frame.name);
    if (name.isModule || name.isNameless) continue;
    const candidates = functionsNamed(file, name.plain, name.qualified);
    const isClass = candidates.length === 0 && file.ownerOfClass(name.plain, frame.line ?? frame.firstLine) !== undefined;
    all += weight;
    if (candidates.length > 0 || isClass) named += weight;
    const here = candidates.find((one) => holds(one, frame));
    if (here === undefined) continue;
    placed += weight;
    places.add(here);
  }
  return all === 0 ? { fit: undefined, placed: 0, places: 0 } : { fit: named / all, placed: placed / all, places: places.size };
}

/** By qualified name where there is one and the file knows it, else by the plain name. */
export function functionsNamed(file: FileFunctions, plain: string, qualified: string): readonly PlacedFunction[] {
  const byName = file.byName.get(plain) ?? [];
  if (qualified === "") return byName;
  const exact = byName.filter(({ node }) => node.fact.qualname === qualified);
  return exact.length > 0 ? exact : byName.filter(({ node }) => node.fact.qualname.endsWith(`.${qualified}`));
}

export function holds({ firstLine, defLine, endLine }: PlacedFunction, frame: ProfileFrame): boolean {
  if (frame.firstLine !== undefined) return frame.firstLine === firstLine || frame.firstLine === defLine;
  return frame.line !== undefined && firstLine <= frame.line && frame.line <= endLine;
}

/** `/app/src/pkg/a.py` found as `src/pkg/a.py` says that `/app/` stands for the root. */
function votePrefix(prefixes: Map<string, number>, origin: PathOrigin, path: string): void {
  if (origin.kind !== "file") return;
  const own = path.split("/");
  const common = commonEnd(origin.segments, own);
  const key = prefixKey(origin.segments.slice(0, -common), own.slice(0, -common));
  prefixes.set(key, (prefixes.get(key) ?? 0) + 1);
}

function prefixKey(written: readonly string[], own: readonly string[]): string {
  return `${written.join("/")}\n${own.join("/")}`;
}

/** Between files of the same name, what the other files of the profile say decides. */
function decideByPrefix(
  origin: PathOrigin,
  candidates: readonly Candidate[],
  prefixes: ReadonlyMap<string, number>,
): FileMatch | undefined {
  if (origin.kind !== "file") return undefined;
  const votes = candidates
    .map((candidate) => {
      const own = candidate.path.split("/");
      let most = 0;
      for (let common = 1; common <= Math.min(own.length, origin.segments.length, candidate.common); common++) {
        most = Math.max(most, prefixes.get(prefixKey(origin.segments.slice(0, -common), own.slice(0, -common))) ?? 0);
      }
      return { candidate, most };
    })
    .sort((a, b) => b.most - a.most);
  const [best, next] = votes;
  if (best === undefined || best.most === 0 || best.most === next?.most || (best.candidate.fit ?? 1) === 0) return undefined;
  return { kind: "project", path: best.candidate.path };
}

/** A file that has the profile's functions under another name, and that no other path of the profile is found in. */
function findRenamed(group: FramesOfPath, origin: PathOrigin, found: ReadonlyMap<string, FileMatch>, project: ProjectFiles): FileMatch {
  const names = new Set(
    group.frames.map(({ frame }) => readFrameName(frame.name)).flatMap(({ plain }) => (isDistinctive(plain) ? [plain] : [])),
  );
  const taken = new Set([...found.values()].map((match) => (match.kind === "project" ? match.path : "")));
  const label = origin.kind === "none" ? group.written : origin.segments.slice(-2).join("/");
  if (names.size >= namesOfRenamed) {
    const counts = new Map<string, number>();
    for (const name of names) for (const path of project.withFunction(name)) counts.set(path, (counts.get(path) ?? 0) + 1);
    const rated = [...counts].filter(([path]) => !taken.has(path)).sort(([, a], [, b]) => b - a);
    const [best, next] = rated;
    if (best !== undefined && best[1] >= fitOfRenamed * names.size && best[1] !== next?.[1]) return { kind: "project", path: best[0] };
  }
  return { kind: "missing", reason: `no assessed file is ${label} or has its functions` };
}

function isDistinctive(name: string): boolean {
  return name !== "" && !/^(<.*>|__\w+__|main|run|test|get|set|wrapper|inner|close|open|read|write)$/.test(name);
}
