/** Every frame of one profile with what it is: a place in the project, a library, native code, or something that was not found. */
import type { ProjectGraph } from "../../graph";
import type { RawProfile } from "../contract";
import { type FileFunctions, indexFile } from "./file-functions";
import { type FileMatch, type FramesOfPath, findFiles, type ProjectFiles } from "./find-files";
import { type FramePlace, placeFrames, type WeightedFrame } from "./place-frames";

export type Place =
  | ({ readonly kind: "own" } & FramePlace)
  /** Python outside the project; `name` is its package. */
  | { readonly kind: "library"; readonly name: string }
  | { readonly kind: "native" }
  /** Looks like the project's own and is not there. */
  | { readonly kind: "unmapped"; readonly reason: string };

export interface PlacedProfile {
  readonly profile: RawProfile;
  /** By index in `profile.frames`. */
  readonly places: readonly Place[];
}

export interface MapOptions {
  /** Absolute path of the assessed folder, with `/`. */
  readonly root: string;
  /** Whether a top-level name is a known package, beside those that the project imports. */
  isLibrary(topLevelName: string): boolean;
  /** Whether a top-level name ships with Python. */
  isStandardLibrary(topLevelName: string): boolean;
}

export function createProjectFiles(graph: ProjectGraph, { root, isLibrary, isStandardLibrary }: MapOptions): ProjectFiles {
  const indexed = new Map<string, FileFunctions>();
  const paths = [...graph.files.keys()];
  let byFunction: Map<string, string[]> | undefined;
  let externals: Set<string> | undefined;
  const imported = (name: string) => {
    externals ??= new Set(paths.flatMap((path) => graph.externalImports(path).map((it) => it.split(".")[0] as string)));
    return externals.has(name);
  };
  return {
    root: root.replace(/\/+$/, ""),
    paths,
    file(path) {
      const known = indexed.get(path);
      if (known !== undefined) return known;
      const made = indexFile(graph, graph.files.get(path) as NonNullable<ReturnType<typeof graph.files.get>>);
      indexed.set(path, made);
      return made;
    },
    withFunction(name) {
      byFunction ??= filesByFunction(graph);
      return byFunction.get(name) ?? [];
    },
    isLibrary: (name) => imported(name) || isStandardLibrary(name) || isLibrary(name),
    isDependency: (name) => imported(name) && !isStandardLibrary(name),
  };
}

function filesByFunction(graph: ProjectGraph): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { path, fact } of graph.functions) {
    const known = found.get(fact.name);
    if (known === undefined) found.set(fact.name, [path]);
    else if (known.at(-1) !== path) known.push(path);
  }
  return found;
}

/** `anchors` say where frames were found before; what is not found by them is looked for as if it were the first time. */
export function placeProfile(
  profile: RawProfile,
  project: ProjectFiles,
  anchored: (frame: number) => FramePlace | undefined = () => undefined,
): PlacedProfile {
  const weights = weightsOf(profile);
  const groups = new Map<string, number[]>();
  const places = new Array<Place>(profile.frames.length).fill({ kind: "native" });
  profile.frames.forEach((frame, index) => {
    if (frame.isNative) return;
    const place = anchored(index);
    if (place !== undefined) {
      places[index] = { kind: "own", ...place };
      return;
    }
    const known = groups.get(frame.file);
    if (known === undefined) groups.set(frame.file, [index]);
    else known.push(index);
  });
  const weighted = (indices: readonly number[]): WeightedFrame[] =>
    indices.map((index) => ({ frame: profile.frames[index] as RawProfile["frames"][number], weight: weights[index] as number }));
  const framesOfPaths = [...groups].map(([written, indices]): FramesOfPath => ({ written, frames: weighted(indices) }));
  const matches = findFiles(framesOfPaths, project);
  for (const [written, indices] of groups) {
    const match = matches.get(written) as FileMatch;
    if (match.kind !== "project") {
      const place: Place = match.kind === "library" ? { kind: "library", name: match.name } : { kind: "unmapped", reason: match.reason };
      for (const index of indices) places[index] = place;
      continue;
    }
    const found = placeFrames(weighted(indices), project.file(match.path));
    indices.forEach((index, at) => {
      const place = found[at];
      places[index] =
        place === undefined
          ? { kind: "unmapped", reason: `${match.path} has no function of this name (renamed or removed since the recording)` }
          : { kind: "own", ...place };
    });
  }
  return { profile, places };
}

/** Own time by frame; every frame counts a little, so that those that only call have a say in what is what. */
function weightsOf({ frames, nodes }: RawProfile): Float64Array {
  const weights = new Float64Array(frames.length);
  let whole = 0;
  for (const { frame, self } of nodes) {
    const time = self.python + self.native + self.waiting;
    weights[frame] = (weights[frame] as number) + time;
    whole += time;
  }
  const least = whole === 0 ? 1 : (whole / frames.length) * 1e-3;
  return weights.map((weight) => weight + least);
}
