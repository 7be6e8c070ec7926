/** Parser and knowledge, loaded at the first need and kept for the session. */
import { type Knowledge, type KnowledgeText, loadKnowledge } from "../knowledge";
import { createParser, type PythonParser, type SyntaxAssets } from "../syntax";
import { type Host, SettingsError } from "./contract";
import { joinPath } from "./paths";

export interface Engine {
  parser(): Promise<PythonParser>;
  /** The parser's WebAssembly, compiled once: other threads share it. */
  assets(): Promise<SyntaxAssets>;
  /** The tool's own knowledge with a team's folder laid over it. */
  knowledge(teamFolder?: string): Promise<Knowledge>;
  /** Names the code and the knowledge of this build; undefined where it was not built, as under test. */
  build(): Promise<string | undefined>;
  dispose(): void;
}

export function createEngine(host: Host): Engine {
  let parser: Promise<PythonParser> | undefined;
  let compiled: Promise<SyntaxAssets> | undefined;
  const assets = () => {
    compiled ??= compileAssets(host);
    return compiled;
  };
  let texts: Promise<readonly KnowledgeText[]> | undefined;
  const own = () => {
    texts ??= host.readAsset("knowledge.json").then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as KnowledgeText[]);
    return texts;
  };
  let ownKnowledge: Promise<Knowledge> | undefined;
  return {
    parser() {
      parser ??= assets().then(createParser);
      return parser;
    },
    assets,
    build: () =>
      host.readAsset("build-id").then(
        (bytes) => new TextDecoder().decode(bytes),
        () => undefined,
      ),
    async knowledge(teamFolder) {
      if (teamFolder !== undefined) return loadKnowledge(await own(), await readTeamFolder(host, teamFolder));
      ownKnowledge ??= own().then((found) => loadKnowledge(found));
      return ownKnowledge;
    },
    dispose() {
      parser?.then((loaded) => loaded.dispose()).catch(() => undefined);
    },
  };
}

async function compileAssets(host: Host): Promise<SyntaxAssets> {
  const compile = async (name: string) => WebAssembly.compile((await host.readAsset(name)) as Uint8Array<ArrayBuffer>);
  const [treeSitterWasm, pythonWasm] = await Promise.all([compile("web-tree-sitter.wasm"), compile("tree-sitter-python.wasm")]);
  return { treeSitterWasm, pythonWasm };
}

async function readTeamFolder(host: Host, folder: string): Promise<KnowledgeText[]> {
  if ((await host.stat(folder))?.kind !== "directory") throw new SettingsError(`setting "knowledge": ${folder} is not a folder`);
  const texts: KnowledgeText[] = [];
  const pending = [""];
  while (pending.length > 0) {
    const relative = pending.pop() as string;
    for (const entry of await host.readDirectory(joinPath(folder, relative))) {
      const path = relative === "" ? entry.name : `${relative}/${entry.name}`;
      if (entry.kind === "directory" && !entry.isLink) pending.push(path);
      if (entry.kind === "file" && /\.ya?ml$/.test(entry.name))
        texts.push({ path, text: new TextDecoder().decode(await host.readFile(joinPath(folder, path))) });
    }
  }
  return texts.sort((a, b) => (a.path < b.path ? -1 : 1));
}
