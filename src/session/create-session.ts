import { version } from "../../package.json";
import type { Assessment } from "../report";
import type { AssessRequest, Host, Project, Session } from "./contract";
import { createEngine } from "./engine";
import { createFactsSource } from "./facts-source";
import { openProject } from "./project";
import { render } from "./render";

/** One session serves any number of projects; files are reached through `host` only. Does nothing until the first call. */
export function createSession(host: Host): Session {
  const engine = createEngine(host);

  async function open(request: AssessRequest, strict: boolean): Promise<Project> {
    return openProject({ host, engine, facts: createFactsSource(await engine.parser()), version }, request, strict);
  }

  /** Opens, assesses, asks and closes again. */
  async function once<Answer>(request: AssessRequest, ask: (project: Project, assessment: Assessment) => Answer): Promise<Answer> {
    const project = await open(request, true);
    try {
      return ask(project, await project.refresh(request.token, request.onProgress));
    } finally {
      project.dispose();
    }
  }

  return {
    knowledge: () => engine.knowledge(),
    assess: (request) => once(request, (_, assessment) => assessment),
    openProject: (request) => open(request, false),
    explain: (request, path, line) => once(request, (project) => project.explain(path, line)),
    render: async (assessment, format, terminal) => render(host, await engine.knowledge(), assessment, format, terminal),
    dispose: () => engine.dispose(),
  };
}
