/** Projects in folders of their own, gone when the test run ends. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Creates a folder with the given files; a name that ends in `/` is an empty folder. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "breakeven-")));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    const absolute = join(folder, path);
    mkdirSync(path.endsWith("/") ? absolute : dirname(absolute), { recursive: true });
    if (!path.endsWith("/")) writeFileSync(absolute, content);
  }
  return folder;
}

/** A program with work worth an advice, whose entry point calls it. */
export const hotProgram = `def total(rows, columns):
    result = 0.0
    for row in range(rows):
        for column in range(columns):
            result += row * 0.5 + column * 0.25
    return result


if __name__ == "__main__":
    print(total(3000, 3000))
`;
