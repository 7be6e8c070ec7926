import { version } from "../../package.json";
import type { Assessment } from "../report";
import { FACTS_VERSION } from "../syntax";
import type { AssessRequest, Host, Project, Session, SessionOptions } from "./contract";
import { createEngine } from "./engine";
import { createFactsSource } from "./facts-source";
import { createKnownAnswers } from "./known-answers";
import { openProject } from "./project";
import { render } from "./render";

/** All that the facts of a text depend on. The grammar comes with the tool. */
const factsVersion = `${version} ${FACTS_VERSION}`;

/** One session serves any number of projects; files are reached through `host` only. Does nothing until the first call. */
export function createSession(host: Host, options: SessionOptions = {}): Session {
  const engine = createEngine(host);

  async function open(request: AssessRequest, strict: boolean): Promise<Project> {
    const { cacheFolder } = options;
    const store = cacheFolder === undefined ? undefined : await host.openFactsStore?.(cacheFolder, request.root, factsVersion);
    const facts = createFactsSource({
      parser: () => engine.parser(),
      store,
      wantsWorkers: options.workers !== undefined,
      startWorkers: async () => host.startWorkers?.(options.workers, await engine.assets()),
    });
    const answers = store && (await knownAnswers(request.root, (content) => store.keyOf(content)));
    try {
      return await openProject({ host, engine, facts, answers, version }, request, strict);
    } catch (error) {
      await facts.close();
      throw error;
    }
  }

  async function knownAnswers(root: string, digest: (content: Uint8Array) => string) {
    const build = await engine.build();
    const store = build && options.cacheFolder && host.openAnswerStore?.(options.cacheFolder, root, factsVersion);
    return store ? createKnownAnswers(store, `${version} ${build}`, digest) : undefined;
  }

  /** Opens, assesses, asks and closes again. */
  async function once<Answer>(
    request: AssessRequest,
    isAnswerEnough: boolean,
    ask: (project: Project, assessment: Assessment) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    const project = await open(request, true);
    try {
      return await ask(project, await project.refresh(request.token, request.onProgress, isAnswerEnough));
    } finally {
      await project.dispose();
    }
  }

  return {
    knowledge: () => engine.knowledge(),
    assess: (request) => once(request, true, (_, assessment) => assessment),
    openProject: (request) => open(request, false),
    explain: (request, path, line) => once(request, false, (project) => project.explain(path, line)),
    compare: (request, before, after) => once(request, false, (project) => project.compareProfiles(before, after, request.token)),
    render: async (assessment, format, terminal) => render(host, await engine.knowledge(), assessment, format, terminal),
    dispose: () => engine.dispose(),
  };
}
