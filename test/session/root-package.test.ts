import assert from "node:assert/strict";
import { join } from "node:path";
import { assessFolder } from "./support/open-session";
import { makeFolder } from "./support/temporary-folder";

const core = "def area(radius):\n    total = 0.0\n    for step in range(100000):\n        total += radius * step % 7\n    return total\n";
const shapes = {
  "shapes/__init__.py": "",
  "shapes/core.py": core,
  "shapes/app.py":
    "from shapes import core\nimport shapes.core as same\n\ndef main():\n    for radius in range(1000):\n        core.area(radius)\n        same.area(radius)\n\nif __name__ == '__main__':\n    main()\n",
};

describe("a folder that is a package itself", () => {
  it("knows absolute imports of its own name", async () => {
    const root = makeFolder(shapes);
    const { hotspots, verdict } = await assessFolder(join(root, "shapes"));
    assert.equal(verdict.bound, "own-python");
    const area = hotspots.find(({ qualname }) => qualname === "area");
    assert.deepEqual(
      area?.callers.map(({ qualname }) => qualname),
      ["main"],
    );
  });

  it("knows them where packages stand around it", async () => {
    const inner = Object.fromEntries(
      Object.entries(shapes).map(([path, text]) => [
        `geometry/${path}`,
        text.replaceAll("from shapes", "from geometry.shapes").replace("import shapes", "import geometry.shapes"),
      ]),
    );
    const root = makeFolder({ "geometry/__init__.py": "", ...inner });
    const { hotspots } = await assessFolder(join(root, "geometry/shapes"));
    const area = hotspots.find(({ qualname }) => qualname === "area");
    assert.deepEqual(
      area?.callers.map(({ qualname }) => qualname),
      ["main"],
    );
  });

  it("takes a package of another name for a library", async () => {
    const root = makeFolder({ ...shapes, "shapes/app.py": (shapes["shapes/app.py"] as string).replaceAll("shapes", "forms") });
    const { hotspots } = await assessFolder(join(root, "shapes"));
    assert.deepEqual(hotspots.find(({ qualname }) => qualname === "area")?.callers ?? [], []);
  });
});
