// The rooms of docs/architecture.md and which may import which. Each rule says why, so that a failing check explains itself.
const rooms = {
  base: { imports: [], because: "base/ knows no domain word, so that every room can stand on it." },
  syntax: { imports: ["base"], because: "syntax/ turns text into facts and must not know what they are used for." },
  graph: { imports: ["base", "syntax"], because: "graph/ links facts; costs and advice come after it." },
  knowledge: { imports: ["base"], because: "knowledge/ is data with a loader; it knows no Python program." },
  heat: {
    imports: ["base", "syntax", "graph", "knowledge"],
    because: "heat/ estimates time from facts, graph and priors; advice follows from it, never the other way.",
  },
  profile: { imports: ["base", "syntax", "graph"], because: "profile/ maps measured samples onto functions and judges nothing." },
  advice: {
    imports: ["base", "syntax", "graph", "heat", "profile", "knowledge"],
    because: "advice/ judges; it must not know how it is printed or asked for.",
  },
  rewrite: { imports: ["base", "syntax", "graph", "heat", "profile", "knowledge", "advice"], because: "rewrite/ carries out an advice." },
  report: { imports: ["base", "advice", "heat", "graph", "knowledge"], because: "report/ shows what was decided and decides nothing." },
  session: {
    imports: ["base", "syntax", "graph", "knowledge", "heat", "profile", "advice", "rewrite", "report"],
    because: "session/ wires the stages; shells are above it.",
  },
  record: { imports: ["base"], because: "record/ runs a program under a profiler; what the profile means is for others." },
  lsp: { imports: ["base", "session", "report"], because: "lsp/ is a shell over session/." },
  cli: {
    imports: ["base", "session", "report", "record", "lsp"],
    because: "cli/ is a shell over session/; `breakeven lsp` starts the server.",
  },
  extension: {
    imports: ["base", "report", "record", "lsp", "panel"],
    because: "extension/ speaks to the server through its protocol and to the panel through its messages, never to the engine.",
  },
  panel: { imports: ["base", "report"], because: "panel/ runs in a webview and sees only the Assessment." },
};

const names = Object.keys(rooms);
const pureRooms = ["base", "syntax", "graph", "knowledge", "heat", "profile", "advice", "rewrite", "report"];

export default {
  forbidden: [
    ...names.map((name) => ({
      name: `${name}-imports`,
      comment: rooms[name].because,
      severity: "error",
      from: { path: `^src/${name}/` },
      to: { path: "^src/", pathNot: `^src/(${[name, ...rooms[name].imports].join("|")})/` },
    })),
    {
      name: "one-door",
      comment:
        "A room is entered by its index.ts (the panel also by messages.ts, the server by protocol.ts, the session in Node by node-host.ts), so that its inside can change.",
      severity: "error",
      from: { path: "^src/([^/]+)/" },
      to: {
        path: "^src/[^/]+/.+",
        pathNot: "^src/($1/|[^/]+/index\\.ts$|panel/messages\\.ts$|lsp/protocol\\.ts$|session/node-host\\.ts$)",
      },
    },
    {
      name: "pure-rooms",
      comment: "These rooms also run in a browser worker: no Node module may enter them.",
      severity: "error",
      from: { path: `^src/(${pureRooms.join("|")})/` },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-recording-in-browser",
      comment: "In a browser no program can be run: nothing that the web entries load may lead to record/.",
      severity: "error",
      from: { path: "^src/(extension/web|lsp/worker-main|panel/main|panel/report-main)\\.ts$" },
      to: { path: "^src/record/", reachable: true },
    },
    {
      name: "parser-in-syntax",
      comment: "Only syntax/ knows web-tree-sitter, so that the grammar can change in one place.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/syntax/" },
      to: { path: "web-tree-sitter" },
    },
    {
      name: "vscode-in-extension",
      comment: "Only extension/ may use the editor's API.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/extension/" },
      to: { path: "^vscode$" },
    },
    {
      name: "protocol-in-lsp",
      comment: "Language server types stay in lsp/ (and the client in extension/).",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(lsp|extension)/" },
      to: { path: "vscode-(languageserver|languageclient|jsonrpc)" },
    },
    {
      name: "no-cycles",
      comment: "A cycle of files cannot be read from either end.",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "not-to-unresolvable",
      comment: "An import that resolves to nothing breaks the bundle.",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true, pathNot: "^vscode$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|media|test|bench)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
