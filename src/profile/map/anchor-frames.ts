/**
 * Where the frames of a profile were found the first time, kept so that they are found again while the text is edited: by the function's
 * path and name, or else by its shape, and within the function by what its lines do.
 */
import type { FunctionId, ProjectGraph } from "../../graph";
import type { FileFunctions, PlacedFunction } from "./file-functions";
import type { ProjectFiles } from "./find-files";
import { type FunctionShape, matchLines, shapeOf } from "./function-shape";
import type { FramePlace } from "./place-frames";
import type { Place, PlacedProfile } from "./place-profile";

export interface FrameAnchor {
  readonly function: FunctionAnchor;
  /** Line from the first one of the function (0); undefined when the format told none. */
  readonly offset: number | undefined;
  readonly isStale: boolean;
}

interface FunctionAnchor {
  readonly path: string;
  readonly qualname: string;
  /** Place among functions of the same qualified name in the file. */
  readonly ordinal: number;
  readonly shape: FunctionShape;
}

/** One for each frame of the profile; undefined for frames that are not the project's own. */
export function anchorFrames({ places }: PlacedProfile): readonly (FrameAnchor | undefined)[] {
  const functions = new Map<FunctionId, FunctionAnchor>();
  return places.map((place: Place) => {
    if (place.kind !== "own") return undefined;
    const { placed, line, isStale } = place;
    const known = functions.get(placed.id) ?? anchorFunction(placed);
    functions.set(placed.id, known);
    return { function: known, offset: line === undefined ? undefined : line - placed.firstLine, isStale };
  });
}

function anchorFunction(placed: PlacedFunction): FunctionAnchor {
  const { fact, file, path } = placed.node;
  const same = file.functions.filter(({ qualname }) => qualname === fact.qualname);
  return { path, qualname: fact.qualname, ordinal: same.indexOf(fact), shape: shapeOf(placed) };
}

/** Finds anchored frames in the project as it is now. */
export class AnchorFinder {
  private readonly found = new Map<FunctionAnchor, FoundFunction | undefined>();

  constructor(
    private readonly graph: ProjectGraph,
    private readonly project: ProjectFiles,
  ) {}

  /** Undefined when the function is gone. */
  place({ function: anchor, offset, isStale }: FrameAnchor): FramePlace | undefined {
    if (!this.found.has(anchor)) this.found.set(anchor, this.find(anchor));
    const found = this.found.get(anchor);
    if (found === undefined) return undefined;
    const { placed, lines } = found;
    if (offset === undefined) return { placed, line: undefined, isStale: isStale || lines !== undefined };
    const now = lines === undefined ? offset : (lines.get(offset) ?? nearest(lines, offset));
    const line = Math.min(placed.endLine, Math.max(placed.firstLine, placed.firstLine + now));
    return { placed, line, isStale: isStale || lines !== undefined };
  }

  private find(anchor: FunctionAnchor): FoundFunction | undefined {
    const file = this.graph.files.has(anchor.path) ? this.project.file(anchor.path) : undefined;
    const here = file && functionsOf(file).filter(({ node }) => node.fact.qualname === anchor.qualname);
    const same = here?.[anchor.ordinal] ?? here?.[0];
    if (same !== undefined) return compare(anchor, same);
    const renamed = file && functionsOf(file).find((one) => shapeOf(one).hash === anchor.shape.hash);
    if (renamed !== undefined && anchor.shape.lines.length > 1) return { placed: renamed, lines: undefined };
    return this.findMoved(anchor);
  }

  /** In a file that was renamed, or to which the function was moved as it is. */
  private findMoved(anchor: FunctionAnchor): FoundFunction | undefined {
    const name = anchor.qualname.split(".").at(-1) as string;
    for (const path of this.project.withFunction(name)) {
      const moved = functionsOf(this.project.file(path)).find(
        (one) => one.node.fact.qualname === anchor.qualname && shapeOf(one).hash === anchor.shape.hash,
      );
      if (moved !== undefined) return { placed: moved, lines: undefined };
    }
    return undefined;
  }
}

interface FoundFunction {
  readonly placed: PlacedFunction;
  /** By line of then; undefined when nothing in the function has changed. */
  readonly lines: ReadonlyMap<number, number> | undefined;
}

function compare(anchor: FunctionAnchor, placed: PlacedFunction): FoundFunction {
  const shape = shapeOf(placed);
  return { placed, lines: shape.hash === anchor.shape.hash ? undefined : matchLines(anchor.shape, shape) };
}

function functionsOf(file: FileFunctions): readonly PlacedFunction[] {
  return [file.module, ...file.all];
}

/** A line that is gone counts for the last one above that is still there. */
function nearest(lines: ReadonlyMap<number, number>, offset: number): number {
  let best = -1;
  for (const before of lines.keys()) if (before <= offset && before > best) best = before;
  return best < 0 ? offset : (lines.get(best) as number);
}
