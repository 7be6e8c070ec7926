/** Starts a VS Code for one phase and waits for its end. */
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { packExtension } from "../../scripts/package.mjs";
import { writeLargeProject } from "./write-large-project.mjs";

/** Undefined when all went well, else `{ message }`, or `{ skip }` when it cannot be run here. */
export async function runPhase({ root, phase, suite, driver, isDesktop }) {
  const scratch = await mkdtemp(join(tmpdir(), "breakeven-editor-"));
  try {
    const folder = await prepareFolders(root, scratch, phase);
    const profile = join(scratch, "profile");
    const extensions = join(scratch, "extensions");
    await writeSettings(profile, phase);
    const editor = isDesktop ? { executable: await downloadAndUnzipVSCode(), before: [] } : hostEditor(root);
    const port = await freePort();
    await driver.attach(port);
    if (phase.isInstalled) {
      const vsix = join(root, "test", "output", "breakeven.vsix");
      await packExtension(vsix);
      const where = [`--extensions-dir=${extensions}`, `--user-data-dir=${profile}`];
      await spawned(editor.executable, [...editor.before, ...where, `--install-extension=${vsix}`]);
    }
    const extensionDevelopmentPath = phase.isInstalled ? join(root, "test", "editor", "probe") : root;
    const launchArgs = [
      ...editor.before,
      folder,
      `--user-data-dir=${profile}`,
      `--extensions-dir=${extensions}`,
      `--remote-debugging-port=${port}`,
      ...(phase.locale ? [`--locale=${phase.locale}`] : []),
      ...(phase.kind ? [`--extensionDevelopmentKind=${phase.kind}`] : []),
    ];
    if (isDesktop && phase.isRestricted) {
      // runTests always switches trust off.
      const own = [
        `--extensionDevelopmentPath=${extensionDevelopmentPath}`,
        `--extensionTestsPath=${suite}`,
        "--no-sandbox",
        "--skip-welcome",
      ];
      await spawned(editor.executable, [...launchArgs, ...own]);
    } else {
      await runTests({ vscodeExecutablePath: editor.executable, launchArgs, extensionDevelopmentPath, extensionTestsPath: suite });
    }
    return undefined;
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The editor of test/host, started through Node so that it works where scripts cannot be started by name. */
function hostEditor(root) {
  return { executable: process.execPath, before: [join(root, "test", "host", "launch.mjs")] };
}

async function prepareFolders(root, scratch, { folders: count, isLarge, sample }) {
  const folders = [];
  for (let index = 1; index <= count; index++) {
    const folder = join(scratch, `sample-${index}`);
    await cp(join(root, "test", "editor", "workspace"), folder, { recursive: true });
    if (isLarge) await writeLargeProject(folder);
    if (sample !== undefined) await addSample(root, folder, sample);
    folders.push(folder);
  }
  if (count === 1) return folders[0];
  const workspace = join(scratch, "samples.code-workspace");
  await writeFile(workspace, JSON.stringify({ folders: folders.map((path) => ({ path })) }));
  return workspace;
}

/** A sample project, and profiles of it by a sampler and by a tracer. */
async function addSample(root, folder, sample) {
  await cp(join(root, "samples", sample), folder, { recursive: true });
  for (const [name, copy] of Object.entries({ "py-spy.txt.gz": "run.collapsed", "cprofile.pstats.gz": "run.pstats" })) {
    const packed = await readFile(join(root, "test", "fixtures", "profiles", sample, name));
    await writeFile(join(folder, copy), gunzipSync(packed));
  }
}

async function writeSettings(profile, phase) {
  const settings = {
    "chat.disableAIFeatures": true,
    "workbench.startupEditor": "none",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "security.workspace.trust.enabled": phase.isRestricted === true,
    "security.workspace.trust.startupPrompt": "never",
    "files.autoSave": "off",
    // A dialog that the tests can see, in desktop VS Code too.
    "files.simpleDialog.enable": true,
    ...phase.settings,
  };
  await mkdir(join(profile, "User"), { recursive: true });
  await writeFile(join(profile, "User", "settings.json"), JSON.stringify(settings));
}

function spawned(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (data) => {
      output += data;
    });
    child.stderr.on("data", (data) => {
      output += data;
    });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}:\n${output.slice(-4000)}`))));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
