/**
 * `npm run bench:soak -- [MINUTES]`: a scripted editing session on the built language server (10 minutes unless said otherwise): typing,
 * broken code, undo, files opened and closed, branch switches, cancelled requests. Reads the server's memory every half minute, and ends
 * with an error when it grew after the first half by more than a tenth. Needs Linux for the read-outs.
 */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { CancellationTokenSource, createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { corpusFolder } from "./corpus";
import { percentile } from "./measure";

/** Small enough for many answers in the time, large enough that a leak of one answer shows. */
const part = "networkx";
const typedText = '\n    for item in values:\n        total = call(item, "text")\n';

async function main(minutes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "breakeven-soak-"));
  const cacheFolder = mkdtempSync(join(tmpdir(), "breakeven-soak-cache-"));
  cpSync(join(corpusFolder(), part), folder, { recursive: true });
  const server = spawn(process.execPath, [resolve("dist/server.js"), "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  for (const method of ["client/registerCapability", "window/workDoneProgress/create", "workspace/codeLens/refresh"])
    connection.onRequest(method, () => null);
  let published = 0;
  connection.onNotification("textDocument/publishDiagnostics", () => {
    published++;
  });
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    initializationOptions: { clientCommands: true, cacheFolder },
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "soak" }],
  });
  await connection.sendNotification("initialized", {});

  const files = filesIn(folder).filter((path) => readFileSync(path, "utf8").includes("\n    return "));
  const originals = new Map(files.map((path) => [path, readFileSync(path, "utf8")]));
  const started = Date.now();
  const readings: number[] = [];
  /** Milliseconds from a cancel to its answer. */
  const cancels: number[] = [];
  let nextReading = 0;
  let rounds = 0;
  while (Date.now() - started < minutes * 60_000) {
    await editingRound(files[(rounds * 7) % files.length] as string);
    if (rounds % 10 === 9) await branchSwitch();
    if (rounds % 4 === 3) await cancelledRequest();
    rounds++;
    if (Date.now() - started >= nextReading) {
      readings.push(residentBytes(server.pid as number));
      process.stdout.write(
        `${((Date.now() - started) / 60_000).toFixed(1)} min: ${((readings.at(-1) as number) / 1e6).toFixed(0)} MB, ${rounds} rounds, ${published} publications\n`,
      );
      nextReading += 30_000;
    }
  }
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  rmSync(folder, { recursive: true, force: true });
  rmSync(cacheFolder, { recursive: true, force: true });
  process.stdout.write(
    `cancelled requests answered after ${percentile(cancels, 0.5)} ms (median), ${percentile(cancels, 0.95)} ms (95 %)\n`,
  );
  judge(readings);

  /** Opens a file, types into it character by character, takes half of it back, closes it. */
  async function editingRound(path: string): Promise<void> {
    const uri = pathToFileURL(path).href;
    const text = originals.get(path) as string;
    await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "python", version: 1, text } });
    const line = text.slice(0, text.indexOf("\n    return ")).split("\n").length;
    let version = 1;
    const place = { line: line - 1, character: (text.split("\n")[line - 1] as string).length };
    let { line: row, character: column } = place;
    for (const letter of typedText) {
      const at = { line: row, character: column };
      await change(uri, ++version, { start: at, end: at }, letter);
      if (letter === "\n") [row, column] = [row + 1, 0];
      else column++;
      await pause(15);
    }
    await connection.sendRequest("textDocument/codeLens", { textDocument: { uri } });
    await pause(400);
    await change(uri, ++version, { start: place, end: { line: row, character: column } }, "");
    await pause(200);
    await connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  function change(uri: string, version: number, range: object, text: string): Promise<void> {
    return connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range, text }] });
  }

  /** Every file is another one at once, then as before. */
  async function branchSwitch(): Promise<void> {
    for (const suffix of ["\n\ndef on_branch(xs):\n    return [x * 2 for x in xs]\n", ""]) {
      for (const [path, text] of originals) writeFileSync(path, text + suffix);
      const changes = files.map((path) => ({ uri: pathToFileURL(path).href, type: 2 }));
      await connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
      await pause(1500);
    }
  }

  async function cancelledRequest(): Promise<void> {
    const source = new CancellationTokenSource();
    const request = connection.sendRequest("breakeven/assess", { folder: pathToFileURL(folder).href }, source.token);
    await pause(30);
    source.cancel();
    const asked = Date.now();
    await request.catch(() => undefined);
    cancels.push(Date.now() - asked);
  }
}

function judge(readings: readonly number[]): void {
  const half = readings.slice(Math.floor(readings.length / 2));
  const [first = 0] = half;
  const growth = Math.max(...half) / Math.max(1, first) - 1;
  process.stdout.write(`after the first half: ${(growth * 100).toFixed(0)} % growth at most\n`);
  if (growth > 0.1) process.exitCode = 1;
}

function residentBytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".py"))
    .map((path) => join(folder, path));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

main(Number(process.argv[2] ?? 10)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
