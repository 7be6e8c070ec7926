/**
 * What Breakeven's server and its clients say to each other beyond the language server protocol. Plain shapes without types of a
 * protocol library: any editor can speak it. Addresses are URIs, lines are 1-based as in the Assessment.
 */
import type { Assessment, PanelContent } from "../report";

/** Every method with its direction. */
export const methods = {
  /** Client -> server, request: AssessParams -> AssessResult. Honours `workDoneToken` and cancellation. */
  assess: "breakeven/assess",
  /** Client -> server, request: FolderParams -> AssessmentSnapshot or null before the first assessment. */
  assessment: "breakeven/assessment",
  /** Server -> client, notification: FolderParams. The assessment of the folder is a new one, or others of its paths are stale. */
  assessmentChanged: "breakeven/assessmentChanged",
  /** Client -> server, request: ExplainParams -> Explanation or null where there is nothing to explain. */
  explain: "breakeven/explain",
  /** Client -> server, request: RuleParams -> RulePage or null for an unknown rule. */
  rulePage: "breakeven/rulePage",
  /** Client -> server, request: RenderParams -> RenderedAssessment or null before the first assessment. */
  render: "breakeven/render",
  /**
   * Client -> server, request: ImportProfileParams -> ImportProfileResult. The profiles take the place of those before, and the folder is
   * assessed with them. One that cannot be used is among the failed; then all stays as it was. Honours `workDoneToken` and cancellation.
   */
  importProfile: "breakeven/importProfile",
  /** Client -> server, request: ClearProfileParams -> null. Back to the estimate. */
  clearProfile: "breakeven/clearProfile",
  /** Client -> server, request: CompareProfilesParams -> CompareProfilesResult. The folder is assessed first when it has not been. */
  compareProfiles: "breakeven/compareProfiles",
  /** Client -> server, request: LineHeatParams -> LineHeatResult or null without a profile. Ask again after edits and after `assessmentChanged`. */
  lineHeat: "breakeven/lineHeat",
  /** Client -> server, request: CallTreeParams -> CallTreeResult or null without a profile. */
  callTree: "breakeven/callTree",
  /** Client -> server, request without parameters -> PanelContent. */
  panelContent: "breakeven/panelContent",
  /** Client -> server, request without parameters -> StatusParams. */
  status: "breakeven/status",
  /** Server -> client, notification: StatusParams. */
  statusChanged: "breakeven/statusChanged",
  /** Server -> client, for files that the server cannot reach itself (in a browser, in a virtual workspace): FileParams -> base64. */
  readFile: "breakeven/readFile",
  /** FileParams -> DirectoryEntry[]. */
  listFiles: "breakeven/listFiles",
  /** FileParams -> FileStat or null. */
  stat: "breakeven/stat",
  /** AssetParams -> base64 of a file that belongs to the tool. */
  readAsset: "breakeven/readAsset",
} as const;

export interface AssessParams {
  /** Undefined: every folder. */
  readonly folder?: string;
  readonly workDoneToken?: number | string;
}

/** Folders that could not be assessed, with the reason; the others are ready to be asked for. */
export interface AssessResult {
  readonly failed: readonly { readonly folder: string; readonly message: string }[];
}

export interface FolderParams {
  readonly folder: string;
}

export interface AssessmentSnapshot {
  readonly folder: string;
  readonly assessment: Assessment;
  /** ISO time. */
  readonly assessedAt: string;
  /** Paths, relative to the folder, edited since. */
  readonly stalePaths: readonly string[];
}

export interface ExplainParams {
  readonly uri: string;
  readonly line: number;
}

export interface Explanation {
  readonly markdown: string;
  readonly folder: string;
  readonly hotspot?: string;
}

export interface ImportProfileParams {
  /** Files of any known format. */
  readonly uris: readonly string[];
  /** How much each counts; 1 where not said. */
  readonly weights?: readonly number[];
  /** Undefined: every folder, and of several only those that the profile fits. */
  readonly folder?: string;
  readonly workDoneToken?: number | string;
}

export interface ImportProfileResult {
  readonly imported: readonly ImportedProfile[];
  /** In words, with file, place and reason. */
  readonly failed: readonly { readonly folder: string; readonly message: string }[];
}

export interface ImportedProfile extends FolderParams {
  /** Enough of it was found in the folder: it ranks. */
  readonly ranks: boolean;
  /** 0 for a tracing profiler. */
  readonly samples: number;
  /** Part of the CPU time in functions of the folder. */
  readonly mappedShare: number;
  /** Part of what looks like the program's own code that was found in the folder. */
  readonly ownMappedShare: number;
  readonly warnings: readonly string[];
}

export interface CompareProfilesParams {
  /** Undefined: the first folder. */
  readonly folder?: string;
  /** Files of any known format; several of a side are several runs. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface CompareProfilesResult {
  /** For people. */
  readonly markdown: string;
}

export interface ClearProfileParams {
  /** Undefined: every folder. */
  readonly folder?: string;
}

export interface LineHeatParams {
  /** Of a document in a folder, open or not. */
  readonly uri: string;
}

/** Shares are of the whole CPU time of the profile, 0..1. Lines are those of the text as it is now, also between assessments. */
export interface LineHeatResult {
  /** Tool and file, as hotspots have it. */
  readonly source: string;
  readonly samples: number;
  /** In the order of the lines. */
  readonly lines: readonly MeasuredLine[];
  /** Functions of the file with measured time, in the order of the lines. */
  readonly functions: readonly MeasuredFunctionLine[];
}

export interface MeasuredLine {
  readonly line: number;
  /** The line itself, with the native code that it calls. */
  readonly share: number;
  /** The native part of `share`; 0 also where the profiler does not tell. */
  readonly native: number;
  /** With the Python functions that it calls. */
  readonly total: number;
  /** The function was edited after the recording: the line may be another. */
  readonly isStale: boolean;
}

export interface MeasuredFunctionLine {
  readonly qualname: string;
  /** Line of `def`; 1 for the module. */
  readonly line: number;
  readonly share: number;
  readonly total: number;
  readonly isStale: boolean;
}

export interface CallTreeParams extends FolderParams {
  /** Nodes with a smaller share are left out; 0.001 when not said. */
  readonly leastShare?: number;
  /** So many nodes at most, the largest; 2000 when not said. */
  readonly limit?: number;
}

export interface CallTreeResult {
  /** A parent comes before its children; children of one parent are largest first. */
  readonly nodes: readonly CallTreeNode[];
  readonly source: string;
  readonly samples: number;
}

export interface CallTreeNode {
  /** Index in `nodes`; -1 for a root. */
  readonly parent: number;
  readonly name: string;
  /** Relative to the folder for its own code (`own`), else as the profiler wrote it. */
  readonly path?: string;
  /** 1-based line of the function, for the folder's own code. */
  readonly line?: number;
  /** With callees, and without. */
  readonly share: number;
  readonly self: number;
  /** `unmapped`: looks like the folder's own and was not found in it. */
  readonly kind: "own" | "library" | "native" | "unmapped";
}

export interface RuleParams {
  /** Id or code. */
  readonly rule: string;
}

export interface RulePage {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly markdown: string;
}

export type RenderFormat = "json" | "markdown" | "html" | "sarif";

export interface RenderParams extends FolderParams {
  readonly format: RenderFormat;
}

export interface RenderedAssessment {
  readonly text: string;
}

export type PanelContentResult = PanelContent;

export interface FolderStatus {
  readonly folder: string;
  /** `idle`: not assessed yet. `stale`: edited since. `failed`: `message` says why. */
  readonly state: "idle" | "assessing" | "ready" | "stale" | "failed";
  readonly message?: string;
  /** Python files found; 0 when there is nothing to assess. */
  readonly files?: number;
  readonly hotspots?: number;
  readonly confidence?: "high" | "medium" | "low";
  /** Imported profiles: tool and file, samples, and whether they rank. */
  readonly profile?: { readonly source: string; readonly samples: number; readonly ranks: boolean };
}

export interface StatusParams {
  readonly folders: readonly FolderStatus[];
}

export interface FileParams {
  readonly uri: string;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: "file" | "directory" | "other";
  readonly isLink: boolean;
}

export interface FileStat {
  readonly kind: "file" | "directory" | "other";
  readonly size: number;
  readonly modified: number;
}

export interface AssetParams {
  readonly name: string;
}

/** What a client may say in `initializationOptions`, beside the settings of its configuration section. */
export interface InitializationOptions {
  /** The client has the commands below: code lenses and code actions use them. Without, they use commands of the server. */
  readonly clientCommands?: boolean;
  /** Absolute path of a folder on the server's machine where it may keep what it found out about files; without it, nothing is kept. */
  readonly cacheFolder?: string;
  /** Settings for editors that do not answer `workspace/configuration`. */
  readonly settings?: Record<string, unknown>;
}

/** Commands that a client with `clientCommands` registers; arguments in the docstring. */
export const clientCommands = {
  /** { folder: string; hotspot: string } */
  showHotspot: "breakeven.showHotspot",
  /** { rule: string } */
  explainRule: "breakeven.explainRule",
} as const;

export interface ShowHotspotArguments {
  readonly folder: string;
  readonly hotspot: string;
}

export interface ExplainRuleArguments {
  readonly rule: string;
}

/** Commands of the server itself, for editors without those; same arguments. They answer with a message of the editor. */
export const serverCommands = {
  assess: "breakeven.server.assess",
  explainHotspot: "breakeven.server.explainHotspot",
  explainRule: "breakeven.server.explainRule",
} as const;
