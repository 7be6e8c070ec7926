/** An assessment as rich as a real one, with names that try to break out of text. */
import { type Assessment, assessmentSchema, type Hotspot } from "../../../src/report";

export const hostileName = '<img src=x onerror="window.__broken=1">.py';

interface Sketch {
  readonly path: string;
  readonly qualname: string;
  readonly line: number;
  readonly length: number;
  readonly heat: number;
  readonly mix: readonly [number, number, number];
  readonly target: Hotspot["advice"][number]["target"];
  readonly rule: string;
  readonly message: string;
  readonly speedup?: readonly [number, number, number];
  readonly hours?: readonly [number, number];
  readonly confidence?: "high" | "medium" | "low";
  readonly alternatives?: readonly [string, readonly [number, number, number], readonly [number, number], string][];
  readonly blockers?: readonly [string, number, string][];
  readonly loops?: readonly [number, number, number, number, number, number, string][];
  readonly measured?: number;
}

const sketches: readonly Sketch[] = [
  {
    path: "orbit/simulation/nbody.py",
    qualname: "Simulation.advance",
    line: 88,
    length: 26,
    heat: 0.41,
    mix: [0.97, 0.03, 0],
    target: "pyo3",
    rule: "numeric-loop-nest",
    message: "Move this pairwise loop to Rust: two nested loops over bodies do arithmetic on floats and nothing else.",
    speedup: [18, 42, 80],
    hours: [6, 16],
    confidence: "high",
    alternatives: [
      ["numpy", [4, 9, 20], [3, 8], "Broadcasting over pairs needs n² memory; fine up to some thousand bodies."],
      ["numba", [15, 35, 70], [1, 4], "Same loop, compiled at first call; adds a large dependency and start-up."],
      ["mypyc", [1.5, 3, 5], [2, 5], "Needs annotations; lists of floats stay lists of objects."],
    ],
    blockers: [["callback-into-python", 104, "Calls self.on_step, which any user of the class may replace."]],
    loops: [
      [91, 112, 1, 200, 1000, 5000, "for body in self.bodies: list of unknown length (prior)"],
      [94, 108, 2, 200, 1000, 5000, "for other in self.bodies: list of unknown length (prior)"],
      [96, 98, 3, 3, 3, 3, "range(3) is literal"],
    ],
    measured: 0.44,
  },
  {
    path: "orbit/io/ephemeris.py",
    qualname: "load_rows",
    line: 12,
    length: 31,
    heat: 0.17,
    mix: [0.62, 0.2, 0.18],
    target: "polars",
    rule: "csv-rows-by-hand",
    message: "Read the table with Polars: rows are split, converted and grouped by hand.",
    speedup: [5, 9, 20],
    hours: [2, 6],
    confidence: "medium",
    alternatives: [["library", [3, 5, 8], [1, 3], "pyarrow.csv reads the same file; grouping stays to be written."]],
    loops: [[18, 40, 1, 10000, 250000, 5000000, "for line in handle: lines of a file (prior)"]],
  },
  {
    path: "orbit/api/serialise.py",
    qualname: "to_json",
    line: 40,
    length: 9,
    heat: 0.08,
    mix: [0.3, 0.7, 0],
    target: "library",
    rule: "slow-json",
    message: "Use orjson here: the same call, a compiled encoder.",
    speedup: [3, 6, 11],
    hours: [0.5, 2],
    confidence: "high",
  },
  {
    path: "orbit/simulation/grid.py",
    qualname: "relax",
    line: 30,
    length: 18,
    heat: 0.07,
    mix: [1, 0, 0],
    target: "numpy",
    rule: "elementwise-loop",
    message: "Work on the whole grid at once: each element is computed from its neighbours of the last round.",
    speedup: [12, 30, 90],
    hours: [1, 4],
    confidence: "high",
    loops: [
      [34, 44, 1, 512, 512, 512, "range(SIZE), SIZE = 512"],
      [35, 44, 2, 512, 512, 512, "range(SIZE), SIZE = 512"],
    ],
  },
  {
    path: "orbit/catalogue/search.py",
    qualname: "Index.lookup.<lambda>",
    line: 71,
    length: 6,
    heat: 0.05,
    mix: [1, 0, 0],
    target: "stdlib",
    rule: "membership-in-list",
    message: "Test membership in a set: the list is walked for every name.",
    speedup: [2, 8, 60],
    hours: [0.2, 1],
    confidence: "medium",
  },
  {
    path: "orbit/api/client.py",
    qualname: "fetch_all",
    line: 15,
    length: 22,
    heat: 0.05,
    mix: [0.04, 0.01, 0.95],
    target: "keep",
    rule: "waits-for-io",
    message: "Leave it: it waits for the network, and would wait as long in any language.",
    confidence: "high",
  },
  {
    path: "orbit/simulation/solver.py",
    qualname: "solve",
    line: 9,
    length: 12,
    heat: 0.04,
    mix: [0.03, 0.97, 0],
    target: "keep",
    rule: "already-native",
    message: "Leave it: the time is inside numpy.linalg.solve, which is compiled already.",
    confidence: "high",
  },
  {
    path: "orbit/plugins/registry.py",
    qualname: "Registry.__getattr__",
    line: 55,
    length: 14,
    heat: 0.03,
    mix: [0.9, 0.1, 0],
    target: "keep",
    rule: "too-dynamic",
    message: "Leave it: attributes are looked up by name at run time, so nothing can be compiled.",
    confidence: "medium",
    blockers: [["dynamic-attribute", 60, "getattr with a computed name"]],
  },
  {
    path: `orbit/uploads/${hostileName}`,
    qualname: "</script><b>parse</b>",
    line: 3,
    length: 8,
    heat: 0.02,
    mix: [1, 0, 0],
    target: "keep",
    rule: "too-small",
    message: 'Leave it: <img src=x onerror="window.__broken=1"> a loop this small does not pay for its boundary.',
    confidence: "low",
  },
  {
    path: "orbit/api/client.py",
    qualname: "retry_with_exponential_backoff_and_a_rather_long_function_name",
    line: 120,
    length: 30,
    heat: 0.012,
    mix: [0.1, 0, 0.9],
    target: "keep",
    rule: "waits-for-io",
    message: "Leave it: it sleeps.",
    confidence: "high",
  },
];

export function sampleAssessment(): Assessment {
  const hotspots = sketches.map(toHotspot);
  return assessmentSchema.parse({
    schema: "breakeven.assessment/1",
    tool: { name: "breakeven", version: "0.1.0" },
    project: {
      root: "/home/dev/orbit",
      files: 148,
      lines: 23810,
      functions: 1204,
      python: ">=3.10",
      frameworks: ["fastapi", "typer"],
      nativeDependencies: ["numpy", "pandas"],
      skipped: [
        { path: ".venv", reason: "virtual environment" },
        { path: `build/${hostileName}`, reason: "build output" },
      ],
      problems: [{ path: "orbit/legacy/old.py", line: 12, message: "Python 2 print statement: the rest of the file was read." }],
      mix: { python: 0.64, native: 0.21, io: 0.15 },
      entryPoints: [
        { path: "orbit/cli.py", qualname: "main", kind: "console-script", evidence: "project.scripts in pyproject.toml" },
        { path: "orbit/api/routes.py", qualname: "positions", kind: "route", evidence: '@app.get("/positions")' },
      ],
    },
    assumptions: { rustExperience: "learning" },
    verdict: {
      recommendation: "hybrid",
      summary:
        "Keep the project in Python and move one loop to Rust: it takes 44% of the CPU time, and everything else has a cheaper cure.",
      confidence: "medium",
      confidenceReasons: ["Loop sizes are estimated: the number of bodies is not in the source.", "A profile covers 44% of the time."],
      dominantConstraint: "run-time",
      constraints: [
        { id: "developer-time", evidence: ["started as a script: orbit/cli.py"] },
        {
          id: "run-time",
          evidence: [
            "heat concentrated in few functions: Simulation.advance, load_rows, to_json take 69 % of the Python time",
            "moving all that is worth it makes it about 1.9x as fast",
          ],
        },
        {
          id: "reliability",
          evidence: ["orbit/plugins/registry.py:3 imports ctypes: calls native code by hand, where a wrong type is a crash"],
        },
      ],
      bound: "own-python",
      workloads: [
        {
          kind: "cpu-bound",
          share: 0.61,
          evidence: ["orbit/simulation/nbody.py:88 nested loops over bodies", "orbit/simulation/grid.py:30 loop over a grid"],
        },
        { kind: "io-bound", share: 0.15, evidence: ["orbit/api/client.py:15 requests in a loop"] },
        { kind: "start-up", share: 0.02, evidence: ["orbit/cli.py:1 console script that imports pandas"] },
      ],
      evidence: ["One function takes 44% of the CPU time, measured.", "5 places are worth changing; one of them needs Rust."],
      wouldChange: ["Fewer than about 100 bodies per run: then NumPy is enough.", "A profile of the API under load that shows waiting."],
    },
    hotspots,
    findings: [],
  });
}

/** The same project grown to `count` hotspots, for the long list. */
export function largeAssessment(count: number): Assessment {
  const sample = sampleAssessment();
  const hotspots = Array.from({ length: count }, (_, index) => {
    const model = sample.hotspots[index % sample.hotspots.length]!;
    return {
      ...model,
      id: `h${index}`,
      rank: index + 1,
      path: `part${index % 40}/${model.path}`,
      qualname: `${model.qualname}_${index}`,
      heat: 0.9 / count,
    };
  });
  return { ...sample, hotspots };
}

/** Everything stays: the answer that has to look as good as the others. */
export function nothingToMove(): Assessment {
  const sample = sampleAssessment();
  const hotspots = sample.hotspots
    .filter(({ advice }) => advice[0]!.target === "keep")
    .map((hotspot, index) => ({ ...hotspot, rank: index + 1 }));
  return {
    ...sample,
    project: { ...sample.project, mix: { python: 0.12, native: 0.2, io: 0.68 } },
    verdict: {
      ...sample.verdict,
      recommendation: "stay-python",
      summary: "Leave it in Python: the program waits for the network most of the time, and no place gains enough to pay for a rewrite.",
      confidence: "high",
      bound: "io",
      dominantConstraint: "developer-time",
      constraints: [
        { id: "developer-time", evidence: ["88 % of the estimated time is waiting or native code: faster own code is hardly felt"] },
        { id: "run-time", evidence: [] },
        { id: "reliability", evidence: [] },
      ],
      evidence: ["No place is worth changing: 68% of the time is waiting."],
      workloads: [{ kind: "io-bound", share: 0.68, evidence: ["orbit/api/client.py:15 requests in a loop"] }],
    },
    hotspots,
  };
}

export const excerptOf = (hotspot: Hotspot): { firstLine: number; lines: string[] } => ({
  firstLine: hotspot.startLine,
  lines:
    hotspot.qualname === "Simulation.advance"
      ? advanceCode.split("\n")
      : ["def example(value):", '    """<script>window.__broken = 1</script>"""', "    return value"],
});

const advanceCode = `    def advance(self, dt):
        """Move every body by one step; <script>window.__broken=1</script> is only text."""
        softening = self.softening ** 2
        for body in self.bodies:
            ax = ay = az = 0.0
            x, y, z = body.position
            for other in self.bodies:
                distance = [0.0, 0.0, 0.0]
                for axis in range(3):
                    delta = other.position[axis] - body.position[axis]
                    distance[axis] = delta
                squared = sum(d * d for d in distance) + softening
                inverse = 1.0 / math.sqrt(squared) ** 3
                ax += distance[0] * other.mass * inverse
                ay += distance[1] * other.mass * inverse
                az += distance[2] * other.mass * inverse
                self.on_step(body, other)
                if squared > self.limit:
                    self.escaped.append(body)
                    continue

            body.velocity[0] += ax * dt
            body.velocity[1] += ay * dt
            body.velocity[2] += az * dt
            body.energy = None
        return self`;

function toHotspot(sketch: Sketch, index: number): Hotspot {
  const share = sketch.measured ?? sketch.heat;
  const times = (values: readonly [number, number, number]) => ({ low: values[0], mid: values[1], high: values[2] });
  const speedup = times(sketch.speedup ?? [1, 1, 1]);
  const whole = (factor: number) => 1 / (1 - share * 0.64 + (share * 0.64) / factor);
  const basis =
    sketch.target === "keep" ? "Nothing to gain." : "Measured kernels of the same kind, median of ratios; see the benchmark folder.";
  return {
    id: `h${index}`,
    rank: index + 1,
    path: sketch.path,
    qualname: sketch.qualname,
    startLine: sketch.line,
    endLine: sketch.line + sketch.length,
    heat: sketch.heat,
    ...(sketch.measured ? { measured: { share: sketch.measured, total: sketch.measured, source: "profile.pstats", lines: [] } } : {}),
    mix: { python: sketch.mix[0], native: sketch.mix[1], io: sketch.mix[2] },
    loops: (sketch.loops ?? []).map(([startLine, endLine, depth, low, mid, high, evidence]) => ({
      startLine,
      endLine,
      kind: "for",
      depth,
      trips: { low, mid, high, evidence },
    })),
    callers: [
      { path: "orbit/simulation/run.py", qualname: "run", line: 33, frequency: 1200 },
      { path: "orbit/cli.py", qualname: "main", line: 20, frequency: 1 },
    ].slice(0, index % 3),
    frequency: 1200 / (index + 1),
    advice: [
      {
        rule: sketch.rule,
        code: `BE${101 + index * 100}`,
        target: sketch.target,
        confidence: sketch.confidence ?? "medium",
        message: sketch.message,
        speedup: { ...speedup, basis },
        wholeProgram: times([whole(speedup.low), whole(speedup.mid), whole(speedup.high)]),
        effort: { lowHours: sketch.hours?.[0] ?? 0, highHours: sketch.hours?.[1] ?? 0 },
        blockers: (sketch.blockers ?? []).map(([code, line, message]) => ({ code, line, message })),
        evidence: [
          { message: "All values in the loop are floats or come from lists of floats.", line: sketch.line + 6 },
          { message: "No call leaves the module." },
        ],
        sources: [],
        alternatives: (sketch.alternatives ?? []).map(([target, factors, hours, note]) => ({
          target: target as "numpy",
          speedup: { ...times(factors), basis },
          effort: { lowHours: hours[0], highHours: hours[1] },
          note,
        })),
        ...(sketch.target === "pyo3" ? { paysFrom: "about 60 bodies" } : {}),
        startLine: sketch.line,
        endLine: sketch.line + sketch.length,
      },
    ],
  };
}
