/** npm run generate [-- --check]: writes the generated files of the repository, or only says which are stale (exit status 1). */
import { dirname } from "node:path";
import { bringUpToDate, collectGenerated, findStale } from "./generated/collect-generated";

const root = dirname(__dirname);

void generate(process.argv.includes("--check"));

async function generate(check: boolean): Promise<void> {
  const files = await collectGenerated(root);
  const stale = findStale(root, files);
  if (!check) bringUpToDate(root, files, stale);
  for (const { path, reason } of stale)
    console.log(check ? `${path}: ${reason}` : `${reason === "left over" ? "removed" : "wrote"} ${path}`);
  if (check && stale.length > 0) {
    console.error("Generated files are stale. Run: npm run generate");
    process.exitCode = 1;
  }
}
