/** The measured programs: one JSON file each, as the truth folder's README describes them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface TruthFunction {
  readonly path: string;
  readonly qualname: string;
  readonly line: number;
  /** Share of the samples. */
  readonly self: number;
  readonly total: number;
}

export interface TruthProgram {
  readonly program: string;
  readonly cpuBound: boolean;
  readonly bound: string;
  readonly workload: string;
  readonly source: {
    readonly kind: string;
    readonly package?: string;
    readonly version?: string;
    readonly roots: readonly string[];
    readonly loc: number;
    readonly functions: number;
  };
  readonly functions: readonly TruthFunction[];
}

/** Programs with fewer functions are easy for any order; the score tells them apart. */
export const LARGE_FROM = 40;

export function loadTruth(folder: string): readonly TruthProgram[] {
  const profiles = join(folder, "profiles");
  return readdirSync(profiles)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(profiles, name), "utf8")) as TruthProgram);
}

/** Programs of one package are not independent: they are held out together. The small benchmarks are one package each. */
export function packageOf(program: TruthProgram): string {
  const { kind, roots, version } = program.source;
  const last = (roots[0] as string).split("/").at(-1) as string;
  return kind === "stdlib" ? `stdlib:${last}` : `${program.source.package ?? program.program}@${version ?? ""}:${last}`;
}
