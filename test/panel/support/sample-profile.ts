/** A project with an imported profile, and call trees of all sizes. */
import type { CallFrame } from "../../../src/panel/model/flame";
import type { Assessment, AssessmentProfile } from "../../../src/report";
import { hostileName, sampleAssessment } from "./sample-assessment";

export const sampleProfile: AssessmentProfile = {
  sources: [
    { file: "orbits.txt", format: "collapsed", tool: "py-spy", clock: "cpu", isDeterministic: false, samples: 1_204, weight: 2 },
    { file: `${hostileName}.pstats`, format: "pstats", tool: "cProfile", clock: "wall", isDeterministic: true, samples: 0, weight: 1 },
  ],
  ranks: true,
  samples: 1_204,
  mappedShare: 0.82,
  ownMappedShare: 0.97,
  mix: { python: 0.7, native: 0.2, library: 0.1, waiting: 0 },
  libraries: [{ name: "numpy", share: 0.08 }],
  agreement: { common: 4, of: 5, correlation: 0.71 },
  unmapped: [{ frame: `${hostileName}:7 <img>`, share: 0.02, reason: "no such file in the project" }],
  warnings: ["orbits.txt: 2 lines were cut off"],
};

export function profiledAssessment(profile: AssessmentProfile = sampleProfile): Assessment {
  return { ...sampleAssessment(), profile };
}

/**
 * <module> 1.0
 *   Simulation.advance 0.6 -> relax 0.25 -> numpy.dot 0.2
 *   load 0.3 -> csv.reader 0.1, <hostile> 0.1
 *   tiny 0.0004
 */
export function sampleCallTree(): CallFrame[] {
  const own = { kind: "own" } as const;
  return [
    { parent: -1, name: "<module>", path: "orbit/cli.py", line: 1, share: 1, self: 0.0996, ...own },
    { parent: 0, name: "Simulation.advance", path: "orbit/simulation/nbody.py", line: 88, share: 0.6, self: 0.35, ...own },
    { parent: 1, name: "relax", path: "orbit/simulation/grid.py", line: 30, share: 0.25, self: 0.05, ...own },
    { parent: 2, name: "dot", path: "numpy/_core/multiarray.so", share: 0.2, self: 0.2, kind: "native" },
    { parent: 0, name: "load", path: "orbit/io/ephemeris.py", line: 12, share: 0.3, self: 0.1, ...own },
    { parent: 4, name: "reader", path: "/opt/python/lib/csv.py", share: 0.1, self: 0.1, kind: "library" },
    { parent: 4, name: '<img src=x onerror="window.__broken=1">', path: `gone/${hostileName}`, share: 0.1, self: 0.1, kind: "unmapped" },
    { parent: 0, name: "tiny", path: "orbit/api/routes.py", line: 5, share: 0.0004, self: 0.0004, ...own },
  ];
}

/** `count` nodes: chains of callers that split, ever narrower. */
export function largeCallTree(count: number, fanOut = 3): CallFrame[] {
  const frames: CallFrame[] = [];
  for (let index = 0; index < count; index++) {
    const parent = index === 0 ? -1 : Math.floor((index - 1) / fanOut);
    const share = index === 0 ? 1 : (frames[parent]!.share * 0.99) / fanOut;
    const kind = (["own", "library", "native", "unmapped"] as const)[index % 4]!;
    frames.push({
      parent,
      name: `function_${index}`,
      path: `part${index % 40}/module.py`,
      line: 1 + index,
      share,
      self: share * 0.01,
      kind,
    });
  }
  return frames;
}
