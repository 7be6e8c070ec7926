// npm run assess -- [FOLDER] [OPTION...]: installs what is missing, builds what is stale, assesses, prints.
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { ensureDependencies, root } from "./set-up.mjs";

ensureDependencies();
const { buildIfStale } = await import("./build.mjs");
await buildIfStale();

const [first, ...rest] = process.argv.slice(2);
const noFolder = first === undefined || first.startsWith("-");
// npm changes into the project; what the user typed is relative to where they stood.
const from = process.env.INIT_CWD ?? process.cwd();
const folder = noFolder ? join(root, "samples", "orbits") : resolve(from, first);
const options = noFolder ? process.argv.slice(2) : rest;
const run = spawnSync(process.execPath, [join(root, "dist", "cli.js"), "assess", folder, ...options], { cwd: from, stdio: "inherit" });
process.exit(run.status ?? 1);
