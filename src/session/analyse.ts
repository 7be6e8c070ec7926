/** The pure stages in their order: facts -> graph -> heat -> advice -> report. */
import { adviseProjectInSteps } from "../advice";
import type { CancellationToken } from "../base";
import type { ProjectGraph } from "../graph";
import { estimateHeatInSteps, functionsNamed, type HeatMap } from "../heat";
import type { Knowledge } from "../knowledge";
import { type MapOptions, type MappedProfiles, mapProfiles, type WeightedProfile } from "../profile";
import { type Assessment, buildAssessment } from "../report";
import type { FileFacts } from "../syntax";
import { SettingsError } from "./contract";
import type { Configuration } from "./find-configuration";
import type { GraphKeeper } from "./graph-keeper";
import type { ConfigurationFile } from "./parse-configuration";

export interface AnalysisInput {
  readonly root: string;
  readonly files: readonly FileFacts[];
  readonly configuration: Configuration;
  /** Configuration files of folders below the root, nearest wins. */
  readonly nested: readonly { readonly folder: string; readonly file: ConfigurationFile }[];
  readonly knowledge: Knowledge;
  readonly skipped: Assessment["project"]["skipped"];
  readonly problems: Assessment["project"]["problems"];
  readonly version: string;
  /** Folder that paths are relative to: `root`, or that of the single file. */
  readonly folder: string;
  /** Dotted name of the package that the folder is. */
  readonly rootPackage?: string;
  readonly profiles: readonly WeightedProfile[];
  readonly graphs: GraphKeeper;
  /** The estimate of the answer before. */
  readonly previous: HeatMap | undefined;
  /** The graph may be an updated one (graph-keeper.ts). */
  readonly mayUpdate: boolean;
  /** A mistake in the settings throws SettingsError; otherwise it is among the problems. */
  readonly strict: boolean;
}

export interface Analysis {
  readonly assessment: Assessment;
  readonly graph: ProjectGraph;
  readonly heat: HeatMap;
  /** The estimate, before a profile had its say. */
  readonly estimate: HeatMap;
  readonly mapped: MappedProfiles | undefined;
  /** How profiles are joined with the project. */
  readonly mapOptions: MapOptions;
}

/** `breathe` is awaited between the stages, and `pause` in the midst of them: a cancel or another request gets its turn. */
export async function analyse(
  input: AnalysisInput,
  token: CancellationToken,
  breathe: (stage: string) => Promise<void>,
  pause: () => Promise<void> | undefined,
): Promise<Analysis> {
  const { configuration, knowledge } = input;
  const { settings } = configuration;
  await breathe("calls");
  const { rootPackage, mayUpdate } = input;
  // A profile is joined with the offsets of the text of today.
  const mayKeepPlaces = input.profiles.length === 0;
  const question = { libraryTypes: knowledge.types, token, rootPackage, mayUpdate, mayKeepPlaces };
  const graph = await drive(input.graphs.graphOf(input.files, question), pause);
  const mistakes = unknownEntryPoints(graph, settings.entryPoints);
  if (input.strict && mistakes[0] !== undefined) throw new SettingsError(mistakes[0]);
  await breathe("heat");
  const steps = estimateHeatInSteps(graph, knowledge, {
    entryPoints: settings.entryPoints,
    includeTests: settings.includeTests,
    consoleScripts: configuration.consoleScripts,
    previous: input.previous,
    keep: !input.strict,
    token,
  });
  const heat = await drive(steps, pause);
  if (input.profiles.length > 0) await breathe("profiles");
  const mapped = input.profiles.length === 0 ? undefined : mapProfiles(input.profiles, graph, mapOptions(input));
  await breathe("advice");
  const { rustExperience, runsPerDay, secondsPerRun, costPerHour, developerCostPerHour } = settings;
  const assumptions = { rustExperience, runsPerDay, secondsPerRun, costPerHour, developerCostPerHour };
  const advising = adviseProjectInSteps({
    graph,
    heat,
    knowledge,
    measured: mapped?.measured,
    settings: {
      disabledRules: settings.disabledRules,
      ignoredPaths: ignoredPaths(input),
      python: configuration.python,
      freeThreaded: settings.pythonVersion?.endsWith("t"),
      hotspotLimit: settings.limit,
      minimumShare: settings.minimumShare,
      rustExperience,
      running: assumptions,
    },
  });
  const advice = await drive(advising, pause);
  await pause();
  const assessment = buildAssessment({
    version: input.version,
    root: input.root,
    python: configuration.requiresPython,
    skipped: input.skipped,
    problems: [
      ...mistakes.map((message) => ({ path: ".", message, kind: "settings" as const })),
      ...profileProblems(mapped),
      ...input.problems,
    ],
    assumptions,
    graph,
    advice,
    knowledge,
  });
  return { assessment, graph, heat: advice.heat, estimate: heat, mapped, mapOptions: mapOptions(input) };
}

async function drive<Result>(steps: Generator<void, Result>, pause: () => Promise<void> | undefined): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const waiting = pause();
    if (waiting !== undefined) await waiting;
  }
}

function mapOptions({ folder, knowledge }: AnalysisInput): MapOptions {
  const { libraries } = knowledge;
  return {
    root: folder,
    isLibrary: (name) => libraries.find(name) !== undefined,
    isStandardLibrary: (name) => libraries.isStandardLibrary(name),
  };
}

/** A profile that does not fit must not rank without a word, nor be left out without one. */
function profileProblems(mapped: MappedProfiles | undefined): Assessment["project"]["problems"] {
  if (mapped === undefined || mapped.measured.ranks) return [];
  const { ownMappedShare, unmapped, sources } = mapped.measured;
  const found = `${Math.floor(ownMappedShare * 100)} % of what looks like the program's own code was found in the folder assessed`;
  const most = unmapped[0] === undefined ? "" : `; not found, for one: ${unmapped[0].frame}, ${unmapped[0].reason}`;
  const remedy = "assess the folder that the program was recorded from, or record again";
  return sources.map(({ file }) => ({
    path: file,
    message: `the profile does not rank: only ${found}${most}; ${remedy}`,
    kind: "profile" as const,
  }));
}

/** A misspelt entry point would change every figure without a word. */
function unknownEntryPoints(graph: ProjectGraph, wanted: readonly string[]): string[] {
  return wanted
    .filter((entry) => functionsNamed(graph, entry).length === 0)
    .map(
      (entry) =>
        `entry point "${entry}": there is no such file or function among the files assessed; write FILE or FILE:function, relative to the folder assessed`,
    );
}

/** Per-file settings of the root and of folders with their own configuration, whose globs and switched-off rules speak of what is below them. */
function ignoredPaths({ configuration, nested, root }: AnalysisInput): { glob: string; rules: readonly string[] }[] {
  const above = configuration.folder === undefined || configuration.folder === root ? "" : root.slice(configuration.folder.length + 1);
  const own = Object.entries(configuration.settings.perFileIgnores).map(([glob, rules]) => ({
    glob: above !== "" && glob.startsWith(`${above}/`) ? glob.slice(above.length + 1) : glob,
    rules,
  }));
  const below = nested.flatMap(({ folder, file }) => [
    ...Object.entries(file.settings?.perFileIgnores ?? {}).map(([glob, rules]) => ({
      glob: `${folder}/${glob.includes("/") ? glob : `**/${glob}`}`,
      rules,
    })),
    ...(file.settings?.disabledRules?.length ? [{ glob: `${folder}/**`, rules: file.settings.disabledRules }] : []),
  ]);
  return [...own, ...below];
}
