/** Reads the profiles of two sides, joins each with the project, and says what changed and how far that can be believed. */
import { type CancellationToken, lineAt } from "../base";
import type { ProjectGraph } from "../graph";
import { type ComparedRun, compareProfiles, type MapOptions, mapProfiles } from "../profile";
import { comparisonSchemaId, type ProfileComparison } from "../report";
import { type Host, type ProfileRequest, SettingsError } from "./contract";
import { readProfiles } from "./read-profiles";

export interface CompareInput {
  readonly host: Host;
  readonly graph: ProjectGraph;
  readonly options: MapOptions;
  readonly root: string;
  readonly version: string;
}

/** Throws ProfileError or HostFileError for the first file that cannot be used, SettingsError for a side without one. */
export async function compareRuns(
  input: CompareInput,
  before: readonly ProfileRequest[],
  after: readonly ProfileRequest[],
  token: CancellationToken,
): Promise<ProfileComparison> {
  const sides = [await runsOf(input, before, token), await runsOf(input, after, token)] as const;
  const compared = compareProfiles(...sides);
  const side = (index: 0 | 1, requests: readonly ProfileRequest[]) => ({
    files: requests.map(({ path }) => path),
    tools: [...new Set(sides[index].map(({ profile }) => profile.tool))],
    samples: index === 0 ? compared.samplesBefore : compared.samplesAfter,
    seconds: index === 0 ? compared.secondsBefore : compared.secondsAfter,
  });
  return {
    schema: comparisonSchemaId,
    tool: { name: "breakeven", version: input.version },
    root: input.root,
    before: side(0, before),
    after: side(1, after),
    functions: compared.functions.map(({ id, ...shares }) => {
      const node = input.graph.functions[id] as ProjectGraph["functions"][number];
      return { path: node.path, qualname: node.fact.qualname, startLine: lineAt(node.file.lineStarts, node.fact.start), ...shares };
    }),
    notes: notesOn(...sides),
  };
}

async function runsOf({ host, graph, options }: CompareInput, requests: readonly ProfileRequest[], token: CancellationToken) {
  if (requests.length === 0) throw new SettingsError("a comparison needs at least one profile from before and one from after");
  const profiles = await readProfiles(host, requests, token);
  return profiles.map((one): ComparedRun => ({ profile: one.profile, measured: mapProfiles([one], graph, options).measured }));
}

function notesOn(before: readonly ComparedRun[], after: readonly ComparedRun[]): string[] {
  const runs = [...before, ...after];
  const tools = (side: readonly ComparedRun[]) => [...new Set(side.map(({ profile }) => profile.tool))].sort().join(" and ");
  const notes: string[] = [];
  if (tools(before) !== tools(after))
    notes.push(
      `Before was recorded by ${tools(before)}, after by ${tools(after)}: tools differ in what they see, so part of the difference is theirs.`,
    );
  if (runs.some(({ profile }) => profile.isDeterministic))
    notes.push(
      "A tracing profiler slows calls down: functions that are called often look larger than they are, and of a single run no error can be told.",
    );
  if (before.length < 3 || after.length < 3)
    notes.push(
      "Differences from run to run (input, warm-up, load of the machine) are seen only with several profiles of each side; three or more tell them.",
    );
  if (runs.some(({ profile }) => profile.unit !== "seconds"))
    notes.push(
      "Shares are of each side's own time: where one function got faster, the shares of all others grow without their having changed.",
    );
  for (const { profile, measured } of runs) {
    if (!measured.ranks)
      notes.push(
        `${profile.source}: only ${Math.round(measured.ownMappedShare * 100)} % of what looks like the program's own code was found in the project; it may be of something else.`,
      );
  }
  return notes;
}
