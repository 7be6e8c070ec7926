/**
 * Installs VS Code's server (from the npm package code-server) and a Node 24 for it into a cache folder named after the lock file.
 * Running it again costs nothing. `node test/host/install.mjs` prints the folder; `installHost()` returns the two paths that matter.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { access, copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const manifests = ["package.json", "package-lock.json", ".npmrc"];
/** Raise it when the steps below change what ends up in the folder. */
const recipe = "1";

/** { server: path of server-main.js, node: path of a Node 24, root: cache folder }. Throws with npm's own words. */
export async function installHost() {
  const lock = await readFile(join(here, "package-lock.json"));
  const key = createHash("sha256").update(recipe).update(lock).update(process.platform).update(process.arch).digest("hex").slice(0, 16);
  const root = join(await writableCache(), key);
  const vscode = join(root, "node_modules", "code-server", "lib", "vscode");
  const host = { root, server: join(vscode, "out", "server-main.js"), node: nodeIn(root) };
  if (await exists(join(root, "complete"))) return host;

  const building = `${root}.${process.pid}`;
  await rm(building, { recursive: true, force: true });
  await mkdir(building, { recursive: true });
  try {
    await build(building);
    await rm(root, { recursive: true, force: true });
    await rename(building, root);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  return host;
}

async function build(folder) {
  for (const name of manifests) await copyFile(join(here, name), join(folder, name));
  await npm(folder, ["ci", "--ignore-scripts"]);
  const vscode = join(folder, "node_modules", "code-server", "lib", "vscode");
  // Its shrinkwrap leaves out peers that npm 11 insists on; nothing of them is needed here.
  await npm(vscode, ["ci", "--omit=dev", "--ignore-scripts", "--legacy-peer-deps"]);
  // A native module that only ends orphaned extension hosts; without any no extension starts, and a compiler is not asked for.
  await writeFile(join(vscode, "node_modules", "@vscode", "native-watchdog", "index.js"), "exports.start = () => {};\n");
  if (!runsServer(process.versions.node)) {
    await run(process.execPath, ["installArchSpecificPackage.js"], join(folder, "node_modules", "node"));
  }
  await writeFile(join(folder, "complete"), "");
}

/** VS Code's server needs Node 24; the package `node` carries one for those who run the tests on an older Node. */
function nodeIn(root) {
  if (runsServer(process.versions.node)) return process.execPath;
  return join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
}

function runsServer(version) {
  return Number(version.split(".")[0]) === 24;
}

async function writableCache() {
  const candidates = [join(userCache(), "breakeven-test-host"), join(here, "..", "..", ".cache", "test-host")];
  for (const folder of candidates) {
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `.probe-${process.pid}`), "");
      await rm(join(folder, `.probe-${process.pid}`));
      return folder;
    } catch {
      // The next one may be writable.
    }
  }
  throw new Error(`no writable cache folder: tried ${candidates.join(" and ")}`);
}

function userCache() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === "win32" && process.env.LOCALAPPDATA) return process.env.LOCALAPPDATA;
  return process.platform === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
}

function npm(folder, args) {
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  return run("npm", [...args, ...quiet], folder, process.platform === "win32");
}

function run(command, args, cwd, shell = false) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, shell, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(" ")} in ${cwd} ended with ${code}:\n${output.trim()}`));
    });
  });
}

async function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  console.log((await installHost()).root);
}
