/**
 * Which constraint dominates, and what in the project speaks for each of the three. What an import shows is data
 * (`constraints` in `knowledge/framework.yaml`); the rest comes from the heat and from what was advised.
 */
import { lineAt } from "../base";
import type { FileFacts } from "../syntax";
import { timeBasis } from "./apply-profile";
import type { AdviceInput, AdvisedHotspot, Recommendation, Verdict } from "./contract";

type Constraint = Verdict["dominantConstraint"];
type Signs = readonly { readonly id: Constraint; readonly evidence: readonly string[] }[];

/** Functions whose common share says whether the heat is in few places. */
const few = 3;
const concentrated = 0.5;
/** Below this share of the hottest function no single place matters. */
const spread = 0.1;
const memoryRules: ReadonlySet<string> = new Set(["large-number-list", "many-objects-without-slots"]);
const threadRule = "threads-around-cpu-loop";
const shownPlaces = 3;

/** In the order of the question: developer time, run time, reliability. `gain` is that of moving all that is worth it. */
export function constraintSigns(
  input: AdviceInput,
  hotspots: readonly AdvisedHotspot[],
  { gain, workloads }: { readonly gain: number; readonly workloads: Verdict["workloads"] },
): Signs {
  const warm = warmFiles(input);
  return [
    { id: "developer-time", evidence: [...developerTimeSigns(input, hotspots, gain), ...importSigns(input, "developer-time", warm)] },
    { id: "run-time", evidence: [...runTimeSigns(hotspots, gain, workloads), ...importSigns(input, "run-time", warm)] },
    { id: "reliability", evidence: [...threadSigns(hotspots), ...importSigns(input, "reliability", warm)] },
  ];
}

/** Run time where moving is advised; reliability where nothing is, but two things in the project ask for it. */
export function dominantConstraint(recommendation: Recommendation, signs: Signs): Constraint {
  if (recommendation === "hybrid" || recommendation === "rust-service" || recommendation === "dataframe-engine") return "run-time";
  const asked = signs.find(({ id }) => id === "reliability")?.evidence.length ?? 0;
  return asked >= 2 ? "reliability" : "developer-time";
}

function developerTimeSigns(input: AdviceInput, hotspots: readonly AdvisedHotspot[], gain: number): string[] {
  const { heat, graph } = input;
  const signs: string[] = [];
  const elsewhere = heat.mix.io + heat.mix.native;
  if (elsewhere >= 0.5)
    signs.push(`${percent(elsewhere)} of the ${timeBasis(input)} time is waiting or native code: faster own code is hardly felt`);
  if (heat.bound.kind === "library") signs.push("what computes is mostly inside Python libraries of others");
  const hottest = shareOf(hotspots[0]);
  if (hotspots.length > 0 && hottest < spread) signs.push(`little heat in any one place: the hottest function takes ${percent(hottest)}`);
  if (gain < 1.15) signs.push("moving all that is worth it would gain less than 15 %");
  const scripts = heat.entryPoints.filter(({ kind }) => kind === "main");
  if (scripts.length > 0 && scripts.length === heat.entryPoints.length) {
    const paths = [...new Set(scripts.map(({ id }) => graph.functions[id]?.path ?? ""))];
    signs.push(`started as a script: ${listed(paths)}`);
  }
  return signs;
}

function runTimeSigns(hotspots: readonly AdvisedHotspot[], gain: number, workloads: Verdict["workloads"]): string[] {
  const signs: string[] = [];
  const hottest = hotspots.slice(0, few);
  const share = hottest.reduce((sum, it) => sum + shareOf(it), 0);
  if (share >= concentrated) {
    const names = hottest.filter((it) => shareOf(it) >= 0.01).map(({ function: node }) => node.fact.qualname);
    signs.push(
      `heat concentrated in few functions: ${names.join(", ")} ${names.length === 1 ? "takes" : "take"} ${percent(share)} of the Python time`,
    );
  }
  if (gain >= 1.15) signs.push(`moving all that is worth it makes it about ${Number(gain.toPrecision(2))}x as fast`);
  const containers = placesOf(hotspots, (rule) => memoryRules.has(rule));
  if (containers.length > 0) signs.push(`large containers of small objects in ${listed(containers)}`);
  for (const { kind, evidence } of workloads) if (kind === "real-time-latency") signs.push(`a latency budget: ${evidence.join(", ")}`);
  return signs;
}

function threadSigns(hotspots: readonly AdvisedHotspot[]): string[] {
  const places = placesOf(hotspots, (rule) => rule === threadRule);
  return places.length > 0 ? [`threads around computing code in ${listed(places)}`] : [];
}

interface FoundImport {
  readonly module: string;
  readonly file: FileFacts;
  readonly start: number;
}

/** One line for each kind of import that `knowledge/` counts, with the first place that shows it. */
function importSigns(input: AdviceInput, constraint: Constraint, warm: readonly FileFacts[]): string[] {
  const signs = input.knowledge.framework.constraints.find(({ id }) => id === constraint)?.imports ?? [];
  const found = importsOf(
    warm,
    signs.map(({ modules }) => modules),
  );
  return signs.flatMap(({ shows }, index) => {
    const places = found[index] ?? [];
    const [first] = places;
    if (first === undefined) return [];
    const others = new Set(places.map(({ file }) => file.path)).size - 1;
    const place = `${first.file.path}:${lineAt(first.file.lineStarts, first.start)}`;
    return [`${place} imports ${first.module}: ${shows}${others > 0 ? `; ${others} more ${others === 1 ? "file" : "files"}` : ""}`];
  });
}

/** For each list of modules the imports of one of them, or of what is inside it. */
function importsOf(files: readonly FileFacts[], lists: readonly (readonly string[])[]): FoundImport[][] {
  const found: FoundImport[][] = lists.map(() => []);
  const listsOf = new Map<string, number[]>();
  for (const [index, modules] of lists.entries()) {
    for (const name of modules) listsOf.set(name, [...(listsOf.get(name) ?? []), index]);
  }
  for (const file of files) {
    for (const { module, level, typeCheckingOnly, start } of file.imports) {
      if (level !== 0 || typeCheckingOnly) continue;
      const met = new Set<number>();
      for (let end = module.length; end > 0; end = module.lastIndexOf(".", end - 1)) {
        for (const index of listsOf.get(module.slice(0, end)) ?? []) met.add(index);
      }
      for (const index of met) found[index]?.push({ module, file, start });
    }
  }
  return found;
}

/** Files that hold code which is not cold. */
function warmFiles({ graph, heat }: AdviceInput): FileFacts[] {
  return [...graph.files.values()].filter(({ path, functions }) => {
    const first = graph.functionId(path, 0);
    return functions.some((_, index) => heat.functions[first + index]?.cold === undefined);
  });
}

function placesOf(hotspots: readonly AdvisedHotspot[], matches: (rule: string) => boolean): string[] {
  return hotspots.filter(({ advice }) => advice.some(({ rule }) => matches(rule))).map(({ function: node }) => node.fact.qualname);
}

function listed(names: readonly string[]): string {
  const rest = names.length - shownPlaces;
  return names.slice(0, shownPlaces).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

function shareOf(hotspot: AdvisedHotspot | undefined): number {
  return hotspot?.measured?.share ?? hotspot?.heat.heat ?? 0;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
