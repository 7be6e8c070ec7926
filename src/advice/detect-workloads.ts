/** Which workloads of `knowledge/workloads.yaml` the project shows, with the share of its files or heat and the files that show it. */
import type { FunctionHeat } from "../heat";
import { timeBasis } from "./apply-profile";
import type { AdviceInput, Verdict } from "./contract";

type Workload = Verdict["workloads"][number];

interface Sign {
  readonly workload: string;
  readonly categories: ReadonlySet<string>;
}

const importSigns: readonly Sign[] = [
  {
    workload: "io-bound",
    categories: new Set(["web-framework", "http-client", "database", "network", "queue", "cloud", "async", "scraping", "serverless"]),
  },
  { workload: "tabular", categories: new Set(["dataframe"]) },
  { workload: "gpu-machine-learning", categories: new Set(["gpu", "ml"]) },
  { workload: "start-up", categories: new Set(["cli", "serverless"]) },
  { workload: "real-time-latency", categories: new Set(["audio", "game", "control"]) },
];

/** Above this many elements a container of Python objects weighs in memory. */
const largeTrips = 100_000;
const shownFiles = 3;

/** Largest share first; a workload without a sign is left out. */
export function detectWorkloads(input: AdviceInput): readonly Workload[] {
  const imports = categorisedImports(input);
  const found = [cpuBound(input), ...importSigns.map((sign) => imported(input, imports, sign)), memory(input)];
  return found.filter((it) => it !== undefined).sort((a, b) => b.share - a.share);
}

function cpuBound(input: AdviceInput): Workload | undefined {
  const share = input.heat.bound.shares.ownPython;
  if (share < 0.1) return undefined;
  return {
    kind: "cpu-bound",
    share,
    evidence: [`${share >= 0.5 ? "most" : "part"} of what computes is the project's own Python (${timeBasis(input)})`],
  };
}

interface CategorisedImport {
  readonly path: string;
  readonly name: string;
  readonly category: string;
}

/** Imports from outside whose category is known, file by file. */
function categorisedImports({ graph, knowledge }: AdviceInput): CategorisedImport[] {
  const categories = new Map<string, string>();
  const categoryOf = (name: string): string => {
    let category = categories.get(name);
    if (category === undefined) {
      category = knowledge.libraries.find(name)?.category ?? "";
      categories.set(name, category);
    }
    return category;
  };
  const found: CategorisedImport[] = [];
  for (const path of graph.files.keys()) {
    for (const name of graph.externalImports(path)) {
      const category = categoryOf(name);
      if (category !== "") found.push({ path, name, category });
    }
  }
  return found;
}

/** Share of the files that import a package of these categories; with waiting, its part of the work when that is larger. */
function imported(
  { graph, heat }: AdviceInput,
  imports: readonly CategorisedImport[],
  { workload, categories }: Sign,
): Workload | undefined {
  const showing = imports.filter(({ category }) => categories.has(category));
  const packages = new Set(showing.map(({ name }) => name.split(".")[0] as string));
  const files = [...new Set(showing.map(({ path }) => path))];
  if (files.length === 0) return undefined;
  const share = files.length / graph.files.size;
  const shown = files.slice(0, shownFiles).join(", ") + (files.length > shownFiles ? ` and ${files.length - shownFiles} more` : "");
  const evidence = [`${[...packages].sort().slice(0, 5).join(", ")} in ${shown}`];
  return { kind: workload, share: workload === "io-bound" ? Math.max(share, heat.bound.shares.io) : share, evidence };
}

/** Places that build large containers of Python objects in a loop. */
function memory({ graph, heat }: AdviceInput): Workload | undefined {
  const places: FunctionHeat[] = [];
  for (const [id, trips] of heat.exactTrips.entries()) {
    const own = trips >= largeTrips ? heat.functions[id] : undefined;
    if (own !== undefined && own.cold === undefined) places.push(own);
  }
  if (places.length === 0) return undefined;
  const share = Math.min(
    1,
    places.reduce((sum, { heat: own }) => sum + own, 0),
  );
  const names = places.slice(0, shownFiles).map(({ id }) => graph.functions[id]?.fact.qualname ?? "");
  return { kind: "memory", share, evidence: [`loops of ${largeTrips.toLocaleString("en")} rounds and more in ${names.join(", ")}`] };
}
