/**
 * `npm run bench:large -- [FILES]`: a generated workspace of so many small files (100,000 unless said otherwise) in nested packages: how long
 * the built command line takes and how much memory, with the usual limit of files and with one that lets all of them in, cold and warm;
 * and that the limit is told.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { measure } from "./measure";

const filesInPackage = 50;
const packagesInGroup = 100;

function main(files: number): void {
  const folder = mkdtempSync(join(tmpdir(), "breakeven-large-"));
  const cache = mkdtempSync(join(tmpdir(), "breakeven-large-cache-"));
  try {
    for (let index = 0; index < files; index++) writeModule(folder, index);
    report("usual limit, cold", folder, cache);
    writeFileSync(join(folder, "breakeven.toml"), `maximum-files = ${files}\n`);
    report("all files, cold", folder, cache);
    report("all files, warm", folder, cache);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(cache, { recursive: true, force: true });
  }
}

function report(label: string, folder: string, cache: string): void {
  const usage = measure([process.execPath, resolve("dist/cli.js"), "assess", folder, "--format", "json", "--quiet", "--cache-dir", cache]);
  process.stdout.write(
    `${label}: ${usage.cpu.toFixed(1)} s of CPU, ${usage.wall.toFixed(1)} s on the clock, ${(usage.memory / 1e6).toFixed(0)} MB\n`,
  );
}

/** A loop, a class, a call of the module before, in its own package or the one beside it. */
function writeModule(folder: string, index: number): void {
  const placeOf = (module: number) => {
    const inPackage = Math.floor(module / filesInPackage);
    return [`group_${Math.floor(inPackage / packagesInGroup)}`, `package_${inPackage}`, `module_${module}`];
  };
  const [group = "", inside = ""] = placeOf(index);
  const where = join(folder, group, inside);
  if (index % (filesInPackage * packagesInGroup) === 0) {
    mkdirSync(join(folder, group));
    writeFileSync(join(folder, group, "__init__.py"), "");
  }
  if (index % filesInPackage === 0) {
    mkdirSync(where);
    writeFileSync(join(where, "__init__.py"), "");
  }
  const before = placeOf(Math.max(0, index - 1));
  const text = `from ${before.join(".")} import total as before


class Table:
    def __init__(self, rows):
        self.rows = rows

    def sums(self):
        return [sum(row) for row in self.rows]


def total(rows):
    result = 0.0
    for row in Table(rows).sums():
        result += row * ${index}
    return result + before(rows)
`;
  writeFileSync(join(where, `module_${index}.py`), text);
}

main(Number(process.argv[2] ?? 100_000));
