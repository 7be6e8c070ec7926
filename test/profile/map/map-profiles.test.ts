import assert from "node:assert/strict";
import { map, rawProfile, reasons } from "./support/raw-profile";

const app = `import json
from lib import area


def main():
    shapes = json.load(open("shapes.json"))
    return sum(area(shape) for shape in shapes)


if __name__ == "__main__":
    main()
`;
const lib = `import functools


class Box:
    @property
    def size(self):
        return self.a * self.b

    @size.setter
    def size(self, value):
        self.a = value

    def __init__(self, a, b):
        self.a = a
        self.b = b


class Ball:
    def __init__(self, r):
        self.r = r


@functools.lru_cache(
    maxsize=None
)
def area(shape):
    return sum([side * side for side in shape])


def outer(xs):
    def inner(x):
        return x + 1
    return sorted(map(inner, xs), key=lambda x: -x)
`;
const project = { "app.py": app, "lib.py": lib };

const near = (actual: number | undefined, expected: number) =>
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

describe("mapping frames to functions", () => {
  it("own time, total time and lines", async () => {
    const mapped = await map(
      project,
      rawProfile({
        "<module>@app.py:11;main@app.py:7": 10,
        "<module>@app.py:11;main@app.py:7;area@lib.py:27": 30,
        "<module>@app.py:11;main@app.py:6;load@/usr/lib/python3.11/json/__init__.py:293": 60,
      }),
    );
    near(mapped.of("app.py:main")?.self, 0.1);
    near(mapped.of("app.py:main")?.total, 1);
    near(mapped.of("lib.py:area")?.self, 0.3);
    near(mapped.measured.mappedShare, 0.4);
    near(mapped.measured.ownMappedShare, 1);
    near(mapped.measured.library, 0.6);
    assert.deepEqual(mapped.measured.libraries, [{ name: "json", share: 0.6 }]);
    assert.deepEqual(mapped.of("app.py:main")?.lines, [
      { line: 7, share: 0.1, native: 0, total: 0.4 },
      { line: 6, share: 0, native: 0, total: 0.6 },
    ]);
    assert.ok(mapped.measured.ranks);
  });

  it("recursion counts once", async () => {
    const text = "def walk(node):\n    for child in node:\n        walk(child)\n\n\ndef other():\n    return 1\n";
    const mapped = await map(
      { "tree.py": text },
      rawProfile({
        "walk@tree.py:3;walk@tree.py:3;walk@tree.py:2": 4,
        "walk@tree.py:3;walk@tree.py:2": 4,
        "walk@tree.py:2": 2,
        "other@tree.py:7": 30,
      }),
    );
    near(mapped.of("tree.py:walk")?.total, 0.25);
    near(mapped.of("tree.py:walk")?.self, 0.25);
    near(mapped.of("tree.py:walk")?.lines.find(({ line }) => line === 3)?.total, 0.2);
  });

  it("comprehensions, generator expressions and lambdas count for the function around, nested functions for themselves", async () => {
    const mapped = await map(
      project,
      rawProfile({
        "main@app.py:7;<genexpr>@app.py:7": 1,
        "area@lib.py:27;<listcomp>@lib.py:27": 2,
        "outer@lib.py:33;<lambda>@lib.py:33": 3,
        "outer@lib.py:33;inner@lib.py:32": 4,
      }),
    );
    near(mapped.of("app.py:main")?.self, 0.1);
    near(mapped.of("lib.py:area")?.self, 0.2);
    near(mapped.of("lib.py:outer")?.self, 0.3);
    near(mapped.of("lib.py:outer.inner")?.self, 0.4);
  });

  it("decorated functions by the first decorator's line", async () => {
    const mapped = await map(project, rawProfile({ "area@lib.py/23": 1 }));
    near(mapped.of("lib.py:area")?.self, 1);
    assert.equal(mapped.of("lib.py:area")?.isStale, false);
  });

  it("plain names that several functions have, by line; qualified ones by name", async () => {
    const mapped = await map(
      project,
      rawProfile({
        "__init__@lib.py:14": 1,
        "__init__@lib.py:20": 2,
        "Ball.__init__@lib.py:20": 3,
        "size@lib.py:7": 4,
        "size@lib.py/9": 5,
        "outer.<locals>.inner@lib.py:32": 6,
        "Box.__init__@lib.py": 7,
      }),
    );
    near(mapped.of("lib.py:Box.__init__")?.self, 8 / 28);
    near(mapped.of("lib.py:Ball.__init__")?.self, 5 / 28);
    near(mapped.of("lib.py:outer.inner")?.self, 6 / 28);
    const sizes = mapped.graph.functions
      .filter(({ fact }) => fact.name === "size")
      .map(({ id }) => mapped.measured.functions.get(id)?.self);
    near(sizes[0], 4 / 28);
    near(sizes[1], 5 / 28);
  });

  it("a class body counts for the code around it", async () => {
    const mapped = await map(project, rawProfile({ "<module>@lib.py:4;Box@lib.py:5": 1 }));
    near(mapped.of("lib.py:<module>")?.self, 1);
  });

  it("native code counts for the Python that called it, and a library's for the library", async () => {
    const mapped = await map(
      project,
      rawProfile({
        "main@app.py:7;[PyNumber_Add];[long_add]": 3,
        "main@app.py:7": { python: 2, native: 1, waiting: 4 },
        "main@app.py:6;load@/usr/lib/python3.11/json/__init__.py:293;[scanner_call]": 4,
      }),
    );
    const main = mapped.of("app.py:main");
    near(main?.self, 0.6);
    near(main?.mix.native, 0.4);
    near(main?.mix.waiting, 0.4);
    near(main?.lines[0]?.native, 0.4);
    near(mapped.measured.mix.native, 8 / 14);
    near(mapped.measured.mix.waiting, 4 / 14);
    assert.deepEqual(mapped.measured.knows, { native: true, waiting: true });
  });
});

describe("finding the files of a profile", () => {
  const moved = {
    "src/shop/__init__.py": "",
    "src/shop/prices.py": "def total(xs):\n    return sum(xs)\n",
    "other/prices.py": "def tax(x):\n    return x\n",
  };

  it("another checkout or container, by the longest common end of the path", async () => {
    const mapped = await map(moved, rawProfile({ "total@/app/src/shop/prices.py:2": 1 }));
    near(mapped.of("src/shop/prices.py:total")?.self, 1);
  });

  it("paths of Windows, of file addresses and relative ones", async () => {
    for (const path of ["C:\\work\\src\\shop\\prices.py", "file:///x/src/shop/prices.py", "./src/shop/prices.py", "shop/prices.py"]) {
      const mapped = await map(moved, rawProfile({ [`total@${path}:2`]: 1 }));
      near(mapped.of("src/shop/prices.py:total")?.self, 1);
    }
  });

  it("an installed copy", async () => {
    const mapped = await map(moved, rawProfile({ "total@/venv/lib/python3.11/site-packages/shop/prices.py:2": 1 }));
    near(mapped.of("src/shop/prices.py:total")?.self, 1);
  });

  it("a part of an installed package, when its functions stand where the profile says", async () => {
    const text = "def a():\n    return 1\n\n\ndef b():\n    return 2\n\n\ndef c():\n    return 3\n";
    const installed = "/venv/lib/python3.11/site-packages/big/data/job/run.py";
    const same = await map(
      { "job/run.py": text },
      rawProfile({ [`a@${installed}/1`]: 1, [`b@${installed}/5`]: 2, [`c@${installed}/9`]: 1 }),
    );
    near(same.of("job/run.py:b")?.self, 0.5);
    const other = await map(
      { "job/run.py": text },
      rawProfile({ [`a@${installed}/3`]: 1, [`b@${installed}/9`]: 2, [`c@${installed}/17`]: 1 }),
    );
    assert.equal(other.of("job/run.py:b"), undefined);
  });

  it("the assessed folder is the package itself", async () => {
    const mapped = await map(
      { "__init__.py": "", "prices.py": "def total(xs):\n    return sum(xs)\n" },
      rawProfile({ "total@/venv/lib/python3.11/site-packages/shop/prices.py:2": 1 }),
      "/x/shop",
    );
    near(mapped.of("prices.py:total")?.self, 1);
  });

  it("between files of one name, content decides", async () => {
    const mapped = await map(moved, rawProfile({ "tax@/app/prices.py:2": 1 }));
    near(mapped.of("other/prices.py:tax")?.self, 1);
  });

  it("between files of one name and content, the other files of the profile decide", async () => {
    const same = "def run():\n    return 1\n";
    const mapped = await map(
      { "a/job.py": same, "b/job.py": same, "b/only.py": "def special():\n    return 2\n" },
      rawProfile({ "run@/srv/x/job.py:2": 1, "special@/srv/x/only.py:2": 1 }),
    );
    near(mapped.of("b/job.py:run")?.self, 0.5);
    assert.equal(mapped.of("a/job.py:run"), undefined);
  });

  it("a file of the same name in a library or another program is not the project's", async () => {
    const mapped = await map(
      { "copy.py": "def backup():\n    return 1\n" },
      rawProfile({ "deepcopy@/usr/lib/python3.11/copy.py:128": 3, "deepcopy@copy.py:128": 1, "backup@copy.py:2": 2 }),
    );
    near(mapped.measured.mappedShare, 1 / 3);
    near(mapped.measured.ownMappedShare, 2 / 3);
  });

  it("a renamed file, by its functions", async () => {
    const mapped = await map(
      { "billing.py": "def invoice():\n    return reminder()\n\n\ndef reminder():\n    return 1\n" },
      rawProfile({ "invoice@/app/accounts.py:2": 1, "invoice@/app/accounts.py:2;reminder@/app/accounts.py:6": 3 }),
    );
    near(mapped.of("billing.py:reminder")?.self, 0.75);
  });

  it("says what was not found and why, and does not rank by a profile of something else", async () => {
    const mapped = await map(project, rawProfile({ "solve@/elsewhere/solver.py:3": 8, "main@app.py:7": 1, "gone@app.py:3": 1 }));
    near(mapped.measured.ownMappedShare, 0.1);
    assert.equal(mapped.measured.ranks, false);
    assert.match(reasons(mapped.measured), /solve \(\/elsewhere\/solver\.py\): no assessed file is elsewhere\/solver\.py/);
    assert.match(reasons(mapped.measured), /gone \(app\.py\): app\.py has no function of this name/);
  });

  it("code without a file and frozen modules are no loss of the project's own", async () => {
    const mapped = await map(
      project,
      rawProfile({ "main@app.py:7": 1, "main@app.py:6;exec@<string>:1": 1, "x@<frozen importlib._bootstrap>:3": 1 }),
    );
    near(mapped.measured.ownMappedShare, 1);
    assert.deepEqual(mapped.measured.libraries.map(({ name }) => name).sort(), ["code without a file, <string>", "importlib"]);
  });
});

describe("text edited since the recording", () => {
  const before =
    "def first(x):\n    y = x + 1\n    return y\n\n\ndef second(xs):\n    total = 0\n    for x in xs:\n        total += x\n    return total\n";
  const after = `import os\n\n\n${before}`;

  it("lines follow their function when first lines are told, and are marked", async () => {
    const mapped = await map({ "a.py": after }, rawProfile({ "second@a.py/6": 1 }));
    assert.equal(mapped.of("a.py:second")?.isStale, true);
  });

  it("lines follow their function when only running lines are told", async () => {
    const mapped = await map(
      { "a.py": after },
      rawProfile({ "second@a.py:8": 3, "second@a.py:9": 6, "second@a.py:7": 1, "first@a.py:3": 1, "first@a.py:2": 1 }),
    );
    assert.deepEqual(
      mapped.of("a.py:second")?.lines.map(({ line }) => line),
      [12, 11, 10],
    );
    assert.equal(mapped.of("a.py:second")?.isStale, true);
  });

  it("an unchanged text is not marked", async () => {
    const mapped = await map({ "a.py": before }, rawProfile({ "second@a.py:8": 3, "second@a.py:9": 6, "first@a.py:3": 1 }));
    assert.equal(mapped.of("a.py:second")?.isStale, false);
  });
});

describe("several profiles", () => {
  it("count by their weights, whatever their length", async () => {
    const mapped = await map(project, [
      { profile: rawProfile({ "main@app.py:7": 1000 }), weight: 1 },
      { profile: rawProfile({ "area@lib.py:27": 2 }, { sampleCount: 2, source: "short.txt" }), weight: 3 },
    ]);
    near(mapped.of("app.py:main")?.self, 0.25);
    near(mapped.of("lib.py:area")?.self, 0.75);
    assert.equal(mapped.measured.samples, 1002);
    assert.deepEqual(
      mapped.measured.sources.map(({ file, weight }) => [file, weight]),
      [
        ["profile.txt", 1],
        ["short.txt", 3],
      ],
    );
  });

  it("an empty profile is told, not divided by", async () => {
    const mapped = await map(project, rawProfile({ "main@app.py:7": 0 }));
    assert.equal(mapped.measured.ranks, false);
    assert.match(mapped.measured.warnings.join(), /profile\.txt: it holds no time at all/);
  });
});
