/**
 * An open project in this process, edited as an editor would, without the pause that the server makes before it works (its length is in
 * the table's note). Prints CPU milliseconds as JSON. Arguments: a name of a measurement below, folder or file, folder of assets.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createSession, type Project } from "../../src/session";
import { createNodeHost } from "../../src/session/node-host";

const measurements: Readonly<Record<string, (project: Project, path: string) => Promise<unknown>>> = { oneFile, keystrokes };

/** Changes one function's inside in one file of a large project, time after time. */
async function oneFile(project: Project): Promise<unknown> {
  const path = "stdlib/heapq.py";
  const text = readFileSync(join(project.root, path), "utf8");
  await project.refresh();
  project.setDocument(path, text);
  await project.refresh();
  const at = text.indexOf("\n", text.indexOf("def merge(")) + 1;
  const times: number[] = [];
  for (let round = 0; round < 8; round++) {
    const line = `    unused = ${round}\n`;
    project.editDocument(path, [{ start: at, end: round === 0 ? at : at + line.length, text: line }]);
    times.push(await timed(() => project.refresh(undefined, undefined, true)));
  }
  return { times: times.slice(1) };
}

/** Types a statement character by character inside a function, valid most of the time, then an unclosed bracket and string. */
async function keystrokes(project: Project, path: string): Promise<unknown> {
  const text = readFileSync(join(project.root, path), "utf8");
  await project.refresh();
  project.setDocument(path, text);
  await project.refresh();
  const half = text.indexOf("\n    return ", text.length / 2) + 1;
  const valid = await typed(project, path, half, "    value = 1 + 2 + 3\n", (typed) => /^\s+(value( = \d( \+ \d)*)?)?\n?$/.test(typed));
  const broken = await typed(project, path, half, '    other = call(1, """text', (typed) => /[(]/.test(typed));
  return { valid, broken };
}

async function typed(project: Project, path: string, from: number, text: string, counts: (typed: string) => boolean): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 4; round++) {
    for (let length = 0; length < text.length; length++) {
      project.editDocument(path, [{ start: from + length, end: from + length, text: text[length] as string }]);
      const time = await timed(() => project.refresh(undefined, undefined, true));
      if (round > 0 && counts(text.slice(0, length + 1))) times.push(time);
    }
    project.editDocument(path, [{ start: from, end: from + text.length, text: "" }]);
    await project.refresh();
  }
  return times;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function main([name = "", target = "", assets = "", report = ""]: readonly string[]): Promise<void> {
  const isFile = target.endsWith(".py");
  const root = isFile ? dirname(target) : target;
  const session = createSession(createNodeHost(assets));
  const project = await session.openProject({ root: isFile ? target : root });
  const result = await measurements[name]?.(project, target.slice(root.length + 1));
  writeFileSync(report, JSON.stringify(result));
  process.exit(0);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
