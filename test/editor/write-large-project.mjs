/** A project that is hard on a page: two thousand functions with a loop each, and names and texts that look like markup and commands. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

export const functionCount = 2_000;
const modules = 50;
/** Characters that some file systems refuse. */
const hostileNames =
  process.platform === "win32" ? ["[link](command-x).py"] : ["<img src=x onerror=window.__broken=1>.py", "[link](command:x).py"];

export async function writeLargeProject(folder) {
  await mkdir(join(folder, "many"));
  await mkdir(join(folder, "odd"));
  await writeFile(join(folder, "many", "__init__.py"), "");
  const names = Array.from({ length: modules }, (_, index) => `part_${index}`);
  await Promise.all(names.map((name, index) => writeFile(join(folder, "many", `${name}.py`), moduleText(index))));
  await writeFile(join(folder, "run_many.py"), mainText(names));
  await Promise.all(hostileNames.map((name) => writeFile(join(folder, "odd", name), hostileText)));
}

function moduleText(index) {
  const count = functionCount / modules;
  return Array.from({ length: count }, (_, at) => `def work_${index}_${at}(values):\n${loop(`value * ${at + 1}`)}`).join("\n\n");
}

function loop(expression) {
  return `    total = 0.0\n    for value in values:\n        total += ${expression}\n    return total\n`;
}

function mainText(names) {
  const imports = names.map((name) => `from many import ${name}`).join("\n");
  const calls = names.flatMap((name, index) =>
    Array.from({ length: functionCount / modules }, (_, at) => `    ${name}.work_${index}_${at}([0.5] * ${10 + at})`),
  );
  return `${imports}\n\n\ndef main():\n${calls.join("\n")}\n\n\nif __name__ == "__main__":\n    main()\n`;
}

const hostileText = `"""</script><script>window.__broken=1</script>"""


def find_µ(values):
    """<img src=x onerror=window.__broken=1> [quit](command:workbench.action.quit)"""
    total = 0.0
    for first in values:
        for second in values:
            total += first * second / (first + second + 1.0)
    return total


if __name__ == "__main__":
    find_µ([0.5] * 3000)
`;
