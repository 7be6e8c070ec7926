/** The one facade that command line, language server and panel call, and the port through which it reaches the world. */
import type { CancellationToken } from "../base";
import type { Knowledge } from "../knowledge";
import type { CallTreeNode, CallTreeOptions } from "../profile";
import type { Assessment, ProfileComparison, ReportFormat, TerminalOptions } from "../report";
import type { SyntaxAssets } from "../syntax";
import type { AnswerStore } from "./answer-store";
import type { FactsStore, ParseWorkers } from "./facts-store";
import type { Settings } from "./settings";

/** File access and environment; `node-host.ts` implements it for Node, the web language server over `vscode.workspace.fs` messages. */
export interface Host {
  /** Whole content. Throws HostFileError with a reason in words. */
  readFile(path: string): Promise<Uint8Array>;
  /** The same in pieces, for files of any size; without it, they are read whole. */
  readChunks?(path: string): AsyncIterable<Uint8Array>;
  /** Entries of a folder; links are reported as what they point at, with `realPath` for cycle checks. */
  readDirectory(path: string): Promise<readonly HostEntry[]>;
  /** With `isSizeEnough`, `realPath` may be the path itself: finding it costs several times as much as the rest. */
  stat(path: string, isSizeEnough?: boolean): Promise<HostStat | undefined>;
  /** Assets shipped with the tool: `web-tree-sitter.wasm`, `tree-sitter-python.wasm`, `knowledge.json`, `build-id`. */
  readAsset(name: string): Promise<Uint8Array>;
  /** Milliseconds, monotonic. */
  now(): number;
  /** Lets other work of the process run (timers, messages). */
  breathe(): Promise<void>;
  /** Facts of the project at `root` from earlier runs, in `folder`; without it, nothing outlives the process. */
  openFactsStore?(folder: string, root: string, version: string): Promise<FactsStore>;
  /** The last assessment of the same project. */
  openAnswerStore?(folder: string, root: string, version: string): AnswerStore;
  /** Threads that parse beside this one; without it, or undefined, there are none. `wanted`: how many somebody asked for. */
  startWorkers?(wanted: number | undefined, assets: SyntaxAssets): ParseWorkers | undefined;
}

export interface HostEntry {
  readonly name: string;
  readonly kind: "file" | "directory" | "other";
  readonly isLink: boolean;
}

export interface HostStat {
  readonly kind: "file" | "directory" | "other";
  readonly size: number;
  readonly modified: number;
  readonly realPath: string;
}

/** The reason of a HostFileError for what is not there. */
export const noSuchFile = "it does not exist (any more)";

export class HostFileError extends Error {
  override readonly name = "HostFileError";
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}

export interface AssessProgress {
  readonly phase: "discover" | "read" | "analyse" | "advise";
  readonly done: number;
  readonly total: number;
  readonly message: string;
}

/** A profile to import: absolute path, and how much it counts against others (1 when not said). */
export interface ProfileRequest {
  readonly path: string;
  readonly weight?: number;
}

export interface AssessRequest {
  /** Absolute path of the folder (or file) to assess, `/`-separated. */
  readonly root: string;
  /** Overrides what configuration files say (command line flags, editor settings). */
  readonly settings?: Partial<Settings>;
  /** Configuration file to use instead of the nearest one. */
  readonly configFile?: string;
  /** Measured profiles, which then rank. */
  readonly profiles?: readonly ProfileRequest[];
  readonly token?: CancellationToken;
  onProgress?(progress: AssessProgress): void;
}

/** A configuration mistake, bad path or the like: one clear line with file, place and remedy. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/** Read when a project is opened. */
export interface SessionOptions {
  /** Absolute path of the folder where facts and the last answer are kept between runs; undefined for none. */
  cacheFolder?: string;
  /** Threads that parse; undefined: as many as are worth it. */
  workers?: number;
}

/** Made by `createSession(host)`, which does nothing until the first call. */
export interface Session {
  /** Rules, sources and framework that every answer rests on; for rule pages and the panel's content. */
  knowledge(): Promise<Knowledge>;
  /** Assesses a folder from scratch or from what is still valid since the last time. Throws SettingsError, ProfileError, CancelledError. */
  assess(request: AssessRequest): Promise<Assessment>;
  /** Opens a long-lived project for editors: documents opened in it override the files on disk. */
  openProject(request: AssessRequest): Promise<Project>;
  /** Assesses, then tells why the function at a place (path relative to the root, 1-based line) is as hot as it is; undefined where no file is. */
  explain(request: AssessRequest, path: string, line: number): Promise<string | undefined>;
  /**
   * What changed between the profiles of two sides, each function with how sure that is. The project is assessed to find the functions.
   * Throws as `assess`.
   */
  compare(request: AssessRequest, before: readonly ProfileRequest[], after: readonly ProfileRequest[]): Promise<ProfileComparison>;
  /** An assessment as text; `terminal` is for that format. */
  render(assessment: Assessment, format: ReportFormat, terminal?: TerminalOptions): Promise<string>;
  dispose(): void;
}

/** One workspace folder, kept up to date while its files change. */
export interface Project {
  readonly root: string;
  /** In force now: configuration files, overridden by the request. */
  readonly settings: Settings;
  /** Last good assessment; undefined before the first one. */
  readonly assessment: Assessment | undefined;
  /** Paths (relative) edited since `assessment` was made. */
  readonly stalePaths: ReadonlySet<string>;
  /** Text of an open editor; replaces the file on disk until closed. */
  setDocument(path: string, text: string): void;
  editDocument(path: string, edits: readonly DocumentEdit[]): void;
  closeDocument(path: string): void;
  /** Files created, changed or removed outside the editor; with `isContentOnly` none has come or gone. */
  filesChanged(paths: readonly string[], isContentOnly?: boolean): void;
  configurationChanged(settings: Partial<Settings>): void;
  /** What changed between the profiles of two sides, by the functions of the last assessment. Throws ProfileError, HostFileError, SettingsError. */
  compareProfiles(
    before: readonly ProfileRequest[],
    after: readonly ProfileRequest[],
    token?: CancellationToken,
  ): Promise<ProfileComparison>;
  /**
   * Brings the assessment up to date with every change so far: byte for byte what a fresh start gives. With `isQuick` many times faster
   * after an edit inside functions, with figures that may differ a little in digits behind the first; and at the first time, if nothing
   * has changed since an earlier run, that run's answer, while places cannot be explained yet.
   */
  refresh(token?: CancellationToken, onProgress?: (progress: AssessProgress) => void, isQuick?: boolean): Promise<Assessment>;
  /** Whether the last answer was a quick one that a full refresh would work out anew. */
  readonly isQuick: boolean;
  /**
   * Takes these profiles in place of the ones before, from the next refresh on. Throws ProfileError or HostFileError for one that
   * cannot be used, and keeps the ones before.
   */
  importProfiles(profiles: readonly ProfileRequest[], token?: CancellationToken): Promise<void>;
  /** Goes back to the estimate from the next refresh on. */
  clearProfiles(): void;
  /** In force from the next refresh on. */
  readonly profiles: readonly ProfileRequest[];
  /** Measured time by line of a file, as of the last assessment; empty without a profile. */
  lineHeat(path: string): readonly LineHeat[];
  /** Functions of a file that have measured time, with callees; as of the last assessment, in the order of the lines. */
  measuredFunctions(path: string): readonly FunctionLine[];
  /** The profiles' call tree, pruned to nodes of at least `leastShare`, the largest `limit` of them; empty without a profile. */
  callTree(options: CallTreeOptions): readonly CallTreeNode[];
  /** Why a function is as hot as it is, in words; undefined where no function is. */
  explain(path: string, line: number): string | undefined;
  /** Closes its files; ends when what is worth keeping is kept. */
  dispose(): Promise<void>;
}

/** Measured time of one function, at its line of `def` (1 for a module). */
export interface FunctionLine {
  readonly qualname: string;
  readonly line: number;
  readonly share: number;
  readonly total: number;
  readonly isStale: boolean;
}

/** Measured time of one line. Shares are of the whole CPU time of the profile. */
export interface LineHeat {
  /** 1-based. */
  readonly line: number;
  /** The line itself, with the native code that it calls. */
  readonly share: number;
  /** The native part of `share`. */
  readonly native: number;
  /** With the Python functions that it calls. */
  readonly total: number;
  /** The function was edited after the recording: the line may be another. */
  readonly isStale: boolean;
}

export interface DocumentEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
