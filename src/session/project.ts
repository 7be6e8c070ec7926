/** One folder (or single file) under assessment, from the first read through every later change. */
import { neverCancelled, throwIfCancelled } from "../base";
import { anchorProfiles, buildCallTree, type CallTreeNode, type CallTreeOptions, type WeightedProfile } from "../profile";
import type { Assessment, ProfileComparison } from "../report";
import { type Analysis, analyse } from "./analyse";
import { compareRuns } from "./compare-runs";
import {
  type AssessProgress,
  type AssessRequest,
  type FunctionLine,
  type Host,
  type LineHeat,
  type ProfileRequest,
  type Project,
  SettingsError,
} from "./contract";
import { type Discovery, discoverFiles } from "./discover-files";
import type { Engine } from "./engine";
import { explainPlace } from "./explain-place";
import type { FactsSource } from "./facts-source";
import { type Configuration, configurationNames, findConfiguration } from "./find-configuration";
import { createGraphKeeper } from "./graph-keeper";
import type { AnswerInput, KnownAnswers } from "./known-answers";
import { lineHeat, measuredFunctions } from "./line-heat";
import { createPacer } from "./pacer";
import { baseName, joinPath, parentPath, relativeTo } from "./paths";
import { ProjectFiles } from "./project-files";
import { readProfiles } from "./read-profiles";
import { rootPackage } from "./root-package";

export interface ProjectTools {
  readonly host: Host;
  readonly engine: Engine;
  readonly facts: FactsSource;
  readonly answers?: KnownAnswers;
  readonly version: string;
}

/** With `strict`, as on the command line, a mistake in the settings throws; editors go on and show it as a problem. */
export async function openProject(tools: ProjectTools, request: AssessRequest, strict: boolean): Promise<Project> {
  const stat = await tools.host.stat(request.root);
  if (stat === undefined) throw new SettingsError(`${request.root}: no such file or folder`);
  if (stat.kind === "other") throw new SettingsError(`${request.root}: neither a folder nor a file`);
  // An editor shows a folder that cannot be read as skipped; whoever asked for it by name is told at once.
  if (strict && stat.kind === "directory") await tools.host.readDirectory(request.root);
  const single = stat.kind === "file" ? baseName(request.root) : undefined;
  const root = single === undefined ? request.root : parentPath(request.root);
  if (single !== undefined && !/\.pyw?$/.test(single)) throw new SettingsError(`${request.root}: not a Python file (.py)`);
  const project = new AssessedProject(tools, root, single, request, strict);
  await project.configure();
  if (request.profiles !== undefined) await project.importProfiles(request.profiles, request.token);
  return project;
}

class AssessedProject implements Project {
  assessment: Assessment | undefined;
  readonly stalePaths = new Set<string>();
  private readonly files: ProjectFiles;
  private readonly graphs = createGraphKeeper();
  private configuration!: Configuration;
  private discovery: Discovery | undefined;
  /** How often a walk was called for; tells whether one under way is out of date. */
  private discoveries = 0;
  private analysis: Analysis | undefined;
  private overrides: AssessRequest["settings"];
  private imported: { readonly requests: readonly ProfileRequest[]; readonly profiles: readonly WeightedProfile[] } = {
    requests: [],
    profiles: [],
  };
  private isConfigured = true;
  /** Paths marked since the refresh under way began: their change may have come too late for it. */
  private markedLate = new Set<string>();

  constructor(
    private readonly tools: ProjectTools,
    readonly root: string,
    private readonly single: string | undefined,
    private readonly request: AssessRequest,
    private readonly strict: boolean,
  ) {
    this.files = new ProjectFiles(tools.host, root, tools.facts);
    this.overrides = request.settings;
  }

  get settings() {
    return this.configuration.settings;
  }

  get profiles() {
    return this.imported.requests;
  }

  async importProfiles(requests: readonly ProfileRequest[], token = neverCancelled): Promise<void> {
    this.imported = { requests, profiles: await readProfiles(this.tools.host, requests, token) };
  }

  clearProfiles(): void {
    this.imported = { requests: [], profiles: [] };
  }

  lineHeat(path: string): readonly LineHeat[] {
    return this.analysis === undefined ? [] : lineHeat(this.analysis, path);
  }

  measuredFunctions(path: string): readonly FunctionLine[] {
    return this.analysis === undefined ? [] : measuredFunctions(this.analysis, path);
  }

  callTree(options: CallTreeOptions): readonly CallTreeNode[] {
    return this.analysis?.mapped === undefined ? [] : buildCallTree(this.analysis.mapped, options);
  }

  async compareProfiles(
    before: readonly ProfileRequest[],
    after: readonly ProfileRequest[],
    token = neverCancelled,
  ): Promise<ProfileComparison> {
    if (this.analysis === undefined) throw new SettingsError("the folder has to be assessed before profiles can be compared");
    const { graph, mapOptions: options } = this.analysis;
    const { host, version } = this.tools;
    return compareRuns({ host, graph, options, root: this.root, version }, before, after, token);
  }

  async configure(): Promise<void> {
    const { configFile } = this.request;
    // Before the reading: a change that comes meanwhile must be seen the next time.
    this.isConfigured = true;
    try {
      const overrides = this.overrides ?? {};
      this.configuration = await findConfiguration(this.tools.host, this.root, { overrides, configFile, strict: this.strict });
    } catch (error) {
      this.isConfigured = false;
      throw error;
    }
  }

  setDocument(path: string, text: string): void {
    const isAsRead = this.files.isAsRead(path, text);
    this.files.setDocument(path, text);
    if (!isAsRead) this.mark(path);
    if (this.discovery?.files.includes(path) === false) this.forgetDiscovery();
  }

  editDocument(path: string, edits: Parameters<Project["editDocument"]>[1]): void {
    this.files.editDocument(path, edits);
    this.mark(path);
  }

  closeDocument(path: string): void {
    if (!this.files.isUnchanged(path)) this.mark(path);
    this.files.closeDocument(path);
  }

  filesChanged(paths: readonly string[], isContentOnly = false): void {
    let isWalkValid = isContentOnly;
    for (const path of paths) {
      this.files.forget(path);
      // What an editor holds open counts until it is closed.
      if (!isContentOnly || !this.files.isOpen(path)) this.mark(path);
      if ((configurationNames as readonly string[]).includes(baseName(path)) || baseName(path) === "setup.cfg") this.isConfigured = false;
      isWalkValid &&= /\.pyw?$/.test(path);
    }
    // Files may have come or gone, and ignore files may say something else now.
    if (!isWalkValid) this.forgetDiscovery();
  }

  configurationChanged(settings: NonNullable<AssessRequest["settings"]>): void {
    this.overrides = settings;
    this.isConfigured = false;
    this.forgetDiscovery();
  }

  get isQuick() {
    return this.graphs.isUpdated || (this.assessment !== undefined && this.analysis === undefined);
  }

  async refresh(token = neverCancelled, onProgress?: (progress: AssessProgress) => void, isQuick = false): Promise<Assessment> {
    const { host, engine, version } = this.tools;
    throwIfCancelled(token);
    const changed = [...this.stalePaths];
    this.markedLate = new Set();
    if (!this.isConfigured) await this.configure();
    const { configuration } = this;
    const { settings } = configuration;
    const knowledge = await engine.knowledge(settings.knowledge && joinPath(configuration.folder ?? this.root, settings.knowledge));
    const discovery = await this.discoverOnce(token, onProgress);
    const ofFolder = {
      root: this.single === undefined ? this.root : joinPath(this.root, this.single),
      strict: this.strict,
      configuration,
      discovery,
    };
    const input = { ...ofFolder, rootPackage: await rootPackage(host, this.root) };
    const known = isQuick && this.analysis === undefined ? await this.recall(input) : undefined;
    if (known !== undefined) return this.accept(known, changed);
    await this.files.update(discovery.files, { maximumFileSize: settings.maximumFileSize, token, isQuick, onProgress });
    await this.tools.facts.save(this.strict);
    const { facts, skipped, problems } = this.files.result(discovery.files);
    // In the same breath: an editor may send more while the stages are at work.
    const contents = this.files.resultKeys(discovery.files);
    const { imported } = this;
    const analysis = await analyse(
      {
        root: input.root,
        folder: this.root,
        rootPackage: input.rootPackage,
        profiles: imported.profiles,
        files: facts,
        graphs: this.graphs,
        previous: this.analysis?.estimate,
        mayUpdate: isQuick,
        configuration,
        strict: this.strict,
        nested: discovery.nested,
        knowledge,
        skipped: [...discovery.skipped, ...skipped],
        problems: [...this.settingsProblems(discovery), ...knowledgeProblems(knowledge.problems), ...problems],
        version,
      },
      token,
      async (stage) => {
        const phase = stage === "advice" ? "advise" : "analyse";
        onProgress?.({ phase, done: facts.length, total: facts.length, message: `working out ${stage}` });
        await host.breathe();
        throwIfCancelled(token);
      },
      createPacer(host, token),
    );
    this.analysis = analysis;
    // From here on the profile follows edits of the text that it was first joined with.
    if (analysis.mapped !== undefined && this.imported === imported) {
      this.imported = { ...imported, profiles: anchorProfiles(imported.profiles, analysis.mapped) };
    }
    if (!this.isQuick) await this.answersFor(input)?.keep({ ...input, contents }, analysis.assessment);
    return this.accept(analysis.assessment, changed);
  }

  private accept(assessment: Assessment, changed: readonly string[]): Assessment {
    for (const path of changed) if (!this.markedLate.has(path)) this.stalePaths.delete(path);
    this.assessment = assessment;
    return assessment;
  }

  /** The answer of an earlier run, if it is still the answer. */
  private async recall(input: Omit<AnswerInput, "contents">): Promise<Assessment | undefined> {
    const answers = this.answersFor(input);
    if (answers === undefined || (await answers.isEmpty())) return undefined;
    const contents = await this.files.contentKeys(input.discovery.files, input.configuration.settings.maximumFileSize);
    return answers.recall({ ...input, contents });
  }

  private answersFor({ configuration }: Omit<AnswerInput, "contents">): KnownAnswers | undefined {
    return this.imported.profiles.length > 0 || configuration.settings.knowledge !== undefined ? undefined : this.tools.answers;
  }

  explain(path: string, line: number): string | undefined {
    return this.analysis && explainPlace(this.analysis, path, line);
  }

  async dispose(): Promise<void> {
    this.files.dispose();
    await this.tools.facts.close();
  }

  private mark(path: string): void {
    this.stalePaths.add(path);
    this.markedLate.add(path);
  }

  private forgetDiscovery(): void {
    this.discovery = undefined;
    this.discoveries++;
  }

  /** The walk is kept until something may have come or gone, also while it was under way. */
  private async discoverOnce(...options: Parameters<AssessedProject["discover"]>): Promise<Discovery> {
    if (this.discovery !== undefined) return this.discovery;
    const number = this.discoveries;
    const found = await this.discover(...options);
    if (number === this.discoveries) this.discovery = found;
    return found;
  }

  private async discover(token: typeof neverCancelled, onProgress?: (progress: AssessProgress) => void): Promise<Discovery> {
    if (this.single !== undefined) return { files: [this.single], skipped: [], nested: [] };
    return discoverFiles(this.tools.host, this.root, {
      exclude: this.settings.exclude,
      maximumFiles: this.settings.maximumFiles,
      excludeFolder: this.configuration.folder ?? this.root,
      token,
      onFolder: (files) => onProgress?.({ phase: "discover", done: files, total: 0, message: `${files} Python files found` }),
    });
  }

  private settingsProblems(discovery: Discovery): Assessment["project"]["problems"] {
    const own = this.configuration.problems;
    const nested = discovery.nested.flatMap(({ file }) => file.mistakes.map((mistake) => ({ path: file.path, ...mistake })));
    return [...own, ...nested].map(({ path, line, message }) => ({
      path: relativeTo(this.root, path) ?? path,
      line,
      message: `${message} (the settings of this file are not used)`,
      kind: "settings" as const,
    }));
  }
}

function knowledgeProblems(
  problems: readonly { path: string; line: number; field: string; reason: string }[],
): Assessment["project"]["problems"] {
  return problems.map(({ path, line, field, reason }) => ({
    path: `knowledge/${path}`,
    line: Math.max(1, line),
    message: field === "" ? reason : `${field}: ${reason}`,
    kind: "knowledge" as const,
  }));
}
