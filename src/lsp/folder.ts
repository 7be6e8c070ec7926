/** One workspace folder (or one file opened without a folder): its project, its latest assessment, and how far that still holds. */
import { type CancellationToken, CancelledError } from "../base";
import type { Assessment } from "../report";
import type {
  AssessProgress,
  CallTreeNode,
  CallTreeOptions,
  DocumentEdit,
  FunctionLine,
  LineHeat,
  ProfileRequest,
  Project,
  Session,
  Settings,
} from "../session";
import { joinPath, relativePath, uriFromPath } from "./file-uris";
import { type FileView, viewFiles } from "./file-view";
import { type LineEdit, shiftLine } from "./line-shifts";
import type { FolderStatus } from "./protocol";
import { createRefreshSchedule, type RefreshSchedule } from "./refresh-schedule";

/** What a folder tells the server; all are about the folder itself. */
export interface FolderEvents {
  /** A new assessment, or other stale paths: hints may have changed. */
  assessed(folder: Folder): void;
  statusChanged(folder: Folder): void;
  failed(folder: Folder, error: unknown): void;
  /** A first assessment begins in the background: how to show its progress, and how its user gives it up. */
  beginProgress(folder: Folder): Promise<BackgroundProgress | undefined>;
  /** Texts of the open documents of the folder, by path in it. */
  openTexts(folder: Folder): Iterable<readonly [string, string]>;
}

export interface BackgroundProgress {
  readonly token: CancellationToken;
  report(progress: AssessProgress): void;
  done(): void;
}

/** What a file shows now, and how the text has moved since. */
export interface CurrentView {
  readonly view: FileView;
  readonly edits: readonly LineEdit[];
}

/** Measured time of a file, at the lines of the text as it is now. */
export interface CurrentHeat {
  readonly lines: readonly LineHeat[];
  readonly functions: readonly FunctionLine[];
}

interface OpenFile {
  /** Edits since `assessment` read the file. */
  edits: LineEdit[];
  /** The last view from before the text broke; with its own edits since. */
  kept: { view: FileView; edits: LineEdit[] } | undefined;
  /** Measured time as of the assessment, or from before the text broke; with the edits since. */
  heat: { measured: CurrentHeat; edits: LineEdit[] } | undefined;
}

export class Folder {
  assessment: Assessment | undefined;
  assessedAt = new Date(0);
  private project: Promise<Project> | undefined;
  private opened: Project | undefined;
  private views: ReadonlyMap<string, FileView> = new Map();
  private readonly files = new Map<string, OpenFile>();
  private readonly schedule: RefreshSchedule<AssessProgress>;
  private state: FolderStatus["state"] = "idle";
  private message: string | undefined;

  constructor(
    readonly uri: string,
    /** Absolute path of the folder, or of the single file. */
    readonly path: string,
    readonly isSingleFile: boolean,
    private readonly session: Session,
    private settings: Partial<Settings>,
    private readonly events: FolderEvents,
  ) {
    this.schedule = createRefreshSchedule(
      (token, onProgress, isQuick) => this.refresh(token, onProgress, isQuick),
      () => performance.now(),
      (error) => this.events.failed(this, error),
    );
  }

  /** Path as in the assessment, or undefined when the file is not in this folder. */
  relative(path: string): string | undefined {
    if (this.isSingleFile) return path === this.path ? path.slice(path.lastIndexOf("/") + 1) : undefined;
    return relativePath(this.path, path);
  }

  uriOf(relative: string): string {
    return this.isSingleFile ? this.uri : uriFromPath(joinPath(this.path, relative));
  }

  get status(): FolderStatus {
    const { assessment } = this;
    const confidence = assessment?.verdict.confidence;
    const stale = this.state === "ready" && this.stalePaths.length > 0;
    return {
      folder: this.uri,
      state: stale ? "stale" : this.state,
      message: this.message,
      files: assessment?.project.files,
      hotspots: assessment?.hotspots.filter((hotspot) => hotspot.advice[0]?.target !== "keep").length,
      confidence,
      ...(assessment?.profile === undefined ? {} : { profile: this.profileStatus(assessment.profile) }),
    };
  }

  get stalePaths(): readonly string[] {
    return [...(this.opened?.stalePaths ?? [])];
  }

  /** Files that show hints. */
  get paths(): Iterable<string> {
    return new Set([...this.views.keys(), ...[...this.files].filter(([, file]) => file.kept !== undefined).map(([path]) => path)]);
  }

  viewOf(relative: string): CurrentView | undefined {
    const file = this.files.get(relative);
    if (file?.kept !== undefined) return file.kept;
    const view = this.views.get(relative);
    return view === undefined ? undefined : { view, edits: file?.edits ?? [] };
  }

  /** Assesses now; throws what went wrong, or CancelledError. */
  assess(token: CancellationToken, onProgress?: (progress: AssessProgress) => void): Promise<void> {
    return this.schedule.run(token, onProgress);
  }

  /** Assesses soon, in the background. */
  assessSoon(): void {
    this.schedule.changed();
  }

  settled(): Promise<void> {
    return this.schedule.settled();
  }

  /** Takes profiles in place of those before, and assesses with them. Throws what is wrong with one; then nothing has changed. */
  async importProfiles(
    profiles: readonly ProfileRequest[],
    token: CancellationToken,
    onProgress?: (progress: AssessProgress) => void,
  ): Promise<void> {
    const project = await this.openProject(token, onProgress);
    await project.importProfiles(profiles, token);
    await this.assess(token, onProgress);
  }

  async clearProfiles(token: CancellationToken): Promise<void> {
    if (this.opened === undefined || this.opened.profiles.length === 0) return;
    this.opened.clearProfiles();
    await this.assess(token);
  }

  /** Throws what is wrong with a file. */
  async compareProfiles(before: readonly ProfileRequest[], after: readonly ProfileRequest[], token: CancellationToken) {
    const project = await this.openProject(token);
    if (project.assessment === undefined) await this.assess(token);
    return project.compareProfiles(before, after, token);
  }

  /** Undefined without a profile that ranks. */
  heatOf(relative: string): CurrentHeat | undefined {
    if (this.assessment?.profile?.ranks !== true || this.opened === undefined) return undefined;
    const heat = this.files.get(relative)?.heat;
    if (heat === undefined) return measuredIn(this.opened, relative);
    const at = <Item extends { readonly line: number }>(item: Item): Item => ({ ...item, line: shiftLine(item.line, heat.edits) });
    return { lines: heat.measured.lines.map(at), functions: heat.measured.functions.map(at) };
  }

  callTree(options: CallTreeOptions): readonly CallTreeNode[] {
    return this.opened?.callTree(options) ?? [];
  }

  openDocument(relative: string, text: string): void {
    const heat = this.opened && { measured: measuredIn(this.opened, relative), edits: [] };
    this.files.set(relative, { edits: [], kept: undefined, heat });
    this.opened?.setDocument(relative, text);
    this.refreshIfStale(relative);
  }

  editDocument(relative: string, edits: readonly DocumentEdit[], lines: readonly LineEdit[]): void {
    const file = this.files.get(relative);
    file?.edits.push(...lines);
    file?.kept?.edits.push(...lines);
    file?.heat?.edits.push(...lines);
    this.opened?.editDocument(relative, edits);
    this.events.statusChanged(this);
    if (this.assessment !== undefined) this.schedule.changed();
  }

  closeDocument(relative: string): void {
    this.files.delete(relative);
    this.opened?.closeDocument(relative);
    this.refreshIfStale(relative);
  }

  /** `isContentOnly`: no file has come or gone. */
  filesChanged(relative: readonly string[], isContentOnly: boolean): void {
    this.opened?.filesChanged(relative, isContentOnly);
    this.events.statusChanged(this);
    // What an editor holds open is as it was, whatever was saved.
    const matters = this.opened === undefined || !isContentOnly || relative.some((path) => this.opened?.stalePaths.has(path));
    if (this.assessment !== undefined && matters) this.schedule.changed();
  }

  configure(settings: Partial<Settings>): void {
    if (JSON.stringify(settings) === JSON.stringify(this.settings)) return;
    this.settings = settings;
    this.opened?.configurationChanged(settings);
    if (this.assessment !== undefined || this.state === "failed") this.schedule.changed();
  }

  /** Why a function is as hot as it is, in words. */
  explain(relative: string, line: number): string | undefined {
    return this.opened?.explain(relative, line);
  }

  dispose(): void {
    this.schedule.dispose();
    this.project?.then((project) => project.dispose()).catch(() => undefined);
  }

  /** True when the answer is a quick one. */
  private async refresh(
    token: CancellationToken,
    onProgress: ((progress: AssessProgress) => void) | undefined,
    isQuick: boolean,
  ): Promise<boolean> {
    const before = this.state;
    this.setState("assessing");
    const shown = onProgress === undefined && this.assessment === undefined ? await this.events.beginProgress(this) : undefined;
    const either = shown === undefined ? token : eitherToken(token, shown.token);
    const report = onProgress ?? shown?.report;
    try {
      const project = await this.openProject(either, report);
      const counts = new Map([...this.files].map(([path, file]) => [path, file.edits.length]));
      const assessment = await project.refresh(either, report, isQuick);
      this.accept(assessment, counts, project);
      this.setState("ready");
      this.events.assessed(this);
      return project.isQuick;
    } catch (error) {
      if (error instanceof CancelledError) this.setState(this.assessment === undefined ? (before === "failed" ? before : "idle") : "ready");
      else this.setState("failed", error instanceof Error ? error.message : String(error));
      throw error;
    } finally {
      shown?.done();
    }
  }

  private accept(assessment: Assessment, counts: ReadonlyMap<string, number>, project: Project): void {
    const previous = this.views;
    this.views = viewFiles(assessment, project.settings.minimumShare);
    this.assessment = assessment;
    this.assessedAt = new Date();
    const broken = new Set(assessment.project.problems.filter((problem) => problem.kind === "syntax").map((problem) => problem.path));
    for (const [path, file] of this.files) {
      const read = counts.get(path) ?? 0;
      const lastGood = previous.get(path);
      if (!broken.has(path)) file.kept = undefined;
      else if (file.kept === undefined && lastGood !== undefined) file.kept = { view: lastGood, edits: [...file.edits] };
      file.edits = file.edits.slice(read);
      if (!broken.has(path) || file.heat === undefined) file.heat = { measured: measuredIn(project, path), edits: [...file.edits] };
    }
  }

  /** Opened at the first need, so that a folder without Python costs nothing. A failed opening is tried again. */
  private openProject(token: CancellationToken, onProgress?: (progress: AssessProgress) => void): Promise<Project> {
    const { settings } = this;
    this.project ??= this.session.openProject({ root: this.path, settings, token, onProgress }).then(
      (project) => {
        if (this.settings !== settings) project.configurationChanged(this.settings);
        for (const [relative, text] of this.events.openTexts(this)) project.setDocument(relative, text);
        this.opened = project;
        return project;
      },
      (error) => {
        this.project = undefined;
        throw error;
      },
    );
    return this.project;
  }

  /** A file that was opened as it is on the disk, or closed as it was opened, changes nothing. */
  private refreshIfStale(relative: string): void {
    if (this.assessment !== undefined && this.opened?.stalePaths.has(relative)) this.schedule.changed();
  }

  private profileStatus({ sources, samples, ranks }: NonNullable<Assessment["profile"]>): FolderStatus["profile"] {
    return { source: sources.map(({ tool, file }) => `${tool} (${file.slice(file.lastIndexOf("/") + 1)})`).join(", "), samples, ranks };
  }

  private setState(state: FolderStatus["state"], message?: string): void {
    this.state = state;
    this.message = message;
    this.events.statusChanged(this);
  }
}

function measuredIn(project: Project, relative: string): CurrentHeat {
  return { lines: project.lineHeat(relative), functions: project.measuredFunctions(relative) };
}

function eitherToken(a: CancellationToken, b: CancellationToken): CancellationToken {
  return {
    get isCancelled() {
      return a.isCancelled || b.isCancelled;
    },
  };
}
