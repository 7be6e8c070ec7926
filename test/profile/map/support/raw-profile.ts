/** Profiles and projects written down by hand, as short as they can be read. */
import { buildGraph, type ProjectGraph } from "../../../../src/graph";
import type { MeasuredFunction, MeasuredProfile, ProfileFrame, RawProfile, TimeKind } from "../../../../src/profile";
import { type MappedProfiles, mapProfiles } from "../../../../src/profile";
import { loadProjectKnowledge } from "../../../support/knowledge";
import { extractFacts } from "../../../support/python-parser";

/** Stacks like `main@app.py:10;f@lib.py:3`, outermost first, with their weight; `f@lib.py/3` tells the first line, `[name]` is native. */
export function rawProfile(
  stacks: Readonly<Record<string, number | Partial<Record<TimeKind, number>>>>,
  more: Partial<RawProfile> = {},
): RawProfile {
  const frames: ProfileFrame[] = [];
  const nodes: { parent: number; frame: number; self: Record<TimeKind, number>; total?: number }[] = [];
  const frameIndex = new Map<string, number>();
  const nodeIndex = new Map<string, number>();
  for (const [stack, weight] of Object.entries(stacks)) {
    let parent = -1;
    for (const part of stack.split(";")) {
      const frame = frameIndex.get(part) ?? frames.push(parseFrame(part)) - 1;
      frameIndex.set(part, frame);
      const key = `${parent} ${frame}`;
      const node = nodeIndex.get(key) ?? nodes.push({ parent, frame, self: { python: 0, native: 0, waiting: 0 } }) - 1;
      nodeIndex.set(key, node);
      parent = node;
    }
    const last = nodes[parent] as (typeof nodes)[number];
    const isNative = frames[last.frame]?.isNative === true;
    const amounts = typeof weight === "number" ? { [isNative ? "native" : "python"]: weight } : weight;
    for (const [kind, amount] of Object.entries(amounts)) last.self[kind as TimeKind] += amount;
  }
  return {
    format: "collapsed",
    tool: "py-spy",
    source: "profile.txt",
    unit: "samples",
    clock: "cpu",
    isDeterministic: false,
    sampleCount: 1000,
    frames,
    nodes,
    tracks: [],
    warnings: [],
    ...more,
  };
}

function parseFrame(text: string): ProfileFrame {
  if (text.startsWith("[")) return { file: "", name: text.slice(1, -1), isNative: true };
  const match = /^(.+?)@(.*?)(?:([:/])(\d+))?$/.exec(text);
  if (match === null) throw new Error(`no frame: ${text}`);
  const [, name, file, sign, number] = match as unknown as [string, string, string, string | undefined, string | undefined];
  return {
    name,
    file,
    ...(sign === ":" ? { line: Number(number) } : {}),
    ...(sign === "/" ? { firstLine: Number(number) } : {}),
  };
}

export async function graphOf(files: Readonly<Record<string, string>>): Promise<ProjectGraph> {
  const facts = await Promise.all(Object.entries(files).map(([path, text]) => extractFacts(path, text)));
  return buildGraph(facts, { libraryTypes: loadProjectKnowledge().types });
}

export interface Mapped extends MappedProfiles {
  readonly graph: ProjectGraph;
  /** By `path:qualname`. */
  of(name: string): MeasuredFunction | undefined;
  /** Functions with time of their own, `path:qualname`, hottest first. */
  readonly hottest: readonly string[];
}

const standardLibrary = new Set(["json", "re", "threading", "asyncio", "copy"]);

export async function map(
  files: Readonly<Record<string, string>>,
  profiles: RawProfile | readonly { profile: RawProfile; weight: number }[],
  root = "/home/me/project",
): Promise<Mapped> {
  const graph = await graphOf(files);
  const inputs = Array.isArray(profiles) ? profiles : [{ profile: profiles as RawProfile, weight: 1 }];
  const mapped = mapProfiles(inputs, graph, { root, isLibrary: () => false, isStandardLibrary: (name) => standardLibrary.has(name) });
  const nameOf = (id: number) => `${graph.functions[id]?.path}:${graph.functions[id]?.fact.qualname}`;
  const byName = new Map([...mapped.measured.functions].map(([id, time]) => [nameOf(id), time]));
  return {
    ...mapped,
    graph,
    of: (name) => byName.get(name),
    hottest: [...byName]
      .filter(([, { self }]) => self > 0)
      .sort(([, a], [, b]) => b.self - a.self)
      .map(([name]) => name),
  };
}

export function reasons({ unmapped }: MeasuredProfile): string {
  return unmapped.map(({ frame, reason }) => `${frame}: ${reason}`).join("\n");
}
