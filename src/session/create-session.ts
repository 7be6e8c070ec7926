import { version } from "../../package.json";
import type { Host, Session } from "./contract";
import { createEngine } from "./engine";
import { createFactsSource } from "./facts-source";
import { openProject } from "./project";
import { render } from "./render";

/** One session serves any number of projects; files are reached through `host` only. Does nothing until the first call. */
export function createSession(host: Host): Session {
  const engine = createEngine(host);
  return {
    knowledge: () => engine.knowledge(),
    async assess(request) {
      const project = await openProject({ host, engine, facts: createFactsSource(await engine.parser()), version }, request, true);
      try {
        return await project.refresh(request.token, request.onProgress);
      } finally {
        project.dispose();
      }
    },
    async openProject(request) {
      return openProject({ host, engine, facts: createFactsSource(await engine.parser()), version }, request, false);
    },
    async explain(request, path, line) {
      const project = await openProject({ host, engine, facts: createFactsSource(await engine.parser()), version }, request, true);
      try {
        await project.refresh(request.token, request.onProgress);
        return project.explain(path, line);
      } finally {
        project.dispose();
      }
    },
    render: async (assessment, format, terminal) => render(host, await engine.knowledge(), assessment, format, terminal),
    dispose: () => engine.dispose(),
  };
}
