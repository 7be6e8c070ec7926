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
