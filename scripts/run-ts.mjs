// Runs a TypeScript file of this repository: node scripts/run-ts.mjs FILE [ARGUMENT...]
import { spawnSync } from "node:child_process";
import { ensureDependencies, root } from "./set-up.mjs";

ensureDependencies();
const run = spawnSync(process.execPath, ["--import", "tsx", ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exit(run.status ?? 1);
