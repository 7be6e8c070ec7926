/** Which workloads of `knowledge/workloads.yaml` the project shows, with the share of its files or heat and the files that show it. */
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
  const found = [cpuBound(input), ...importSigns.map((sign) => imported(input, sign)), memory(input)];
  return found.filter((it) => it !== undefined).sort((a, b) => b.share - a.share);
}

function cpuBound(input: AdviceInput): Workload | undefined {
  const share = input.heat.bound.shares.ownPython;
  if (share < 0.1) return undefined;
  return {
    kind: "cpu-bound",
    share,
    evidence: [`about ${Math.round(share * 100)} % of the ${timeBasis(input)} work is the project's own Python`],
  };
}

/** Share of the files that import a package of these categories; with waiting, its part of the work when that is larger. */
function imported({ graph, knowledge, heat }: AdviceInput, { workload, categories }: Sign): Workload | undefined {
  const packages = new Set<string>();
  const files: string[] = [];
  for (const path of graph.files.keys()) {
    const names = graph.externalImports(path).filter((name) => categories.has(knowledge.libraries.find(name)?.category ?? ""));
    if (names.length === 0) continue;
    files.push(path);
    for (const name of names) packages.add(name.split(".")[0] as string);
  }
  if (files.length === 0) return undefined;
  const share = files.length / graph.files.size;
  const shown = files.slice(0, shownFiles).join(", ") + (files.length > shownFiles ? ` and ${files.length - shownFiles} more` : "");
  const evidence = [`${[...packages].sort().slice(0, 5).join(", ")} in ${shown}`];
  return { kind: workload, share: workload === "io-bound" ? Math.max(share, heat.bound.shares.io) : share, evidence };
}

/** Places that build large containers of Python objects in a loop. */
function memory({ graph, heat }: AdviceInput): Workload | undefined {
  const places = heat.functions.filter(
    ({ cold, loops }) => cold === undefined && loops.some(({ trips }) => trips.exact && trips.mid >= largeTrips),
  );
  if (places.length === 0) return undefined;
  const share = Math.min(
    1,
    places.reduce((sum, { heat: own }) => sum + own, 0),
  );
  const names = places.slice(0, shownFiles).map(({ id }) => graph.functions[id]?.fact.qualname ?? "");
  return { kind: "memory", share, evidence: [`loops of ${largeTrips.toLocaleString("en")} rounds and more in ${names.join(", ")}`] };
}
