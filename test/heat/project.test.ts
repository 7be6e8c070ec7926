import assert from "node:assert/strict";
import { createCancellationSource } from "../../src/base";
import { explainHeat } from "../../src/heat";
import { type Estimated, estimate, functionNamed, heatOf } from "./read-heat-fixture";

const application = `
import math


def area(radius):
    return math.pi * radius ** 2


def total(radii):
    result = 0
    for radius in radii:
        result += area(radius)
    return result


if __name__ == "__main__":
    print(total(range(1000)))
`;

describe("what the estimate says of a project", () => {
  it("is sure where the entry point reaches everything", async () => {
    const { heat } = await estimate({ "app.py": application });
    assert.equal(heat.confidence.level, "high");
    assert.match(heat.confidence.reasons.join("\n"), /reaches 100 %/);
    assert.equal(heat.bound.kind, "own-python");
  });

  it("is not sure of a large library and offers to record a profile", async () => {
    const functions = Array.from({ length: 200 }, (_, index) => `def f${index}(xs):\n    return [x + ${index} for x in xs]\n`);
    const { heat } = await estimate({ "lib.py": functions.join("\n") });
    assert.equal(heat.confidence.level, "low");
    assert.match(heat.confidence.reasons.join("\n"), /record a profile/);
  });

  it("is not sure where the hottest code hangs on loops that run as long as their input lasts, or is spread thinly", async () => {
    const readers = Array.from({ length: 16 }, (_, index) => `def read${index}(stream):\n    return stream.next() + ${index}\n`).join("\n");
    const calls = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => `        read${from + index}(stream)`).join("\n");
    const program = (loop: string) => `
${readers}

def hot(stream):
    total = 0
    for part in stream.parts:
        for digit in part:
            total += digit * digit % 7 + (digit << 3) - (digit >> 1)
    return total


def main(stream):
    ${loop}
        hot(stream)
        if stream.ended:
            break
${calls(0, 16)}


if __name__ == "__main__":
    main(open("data"))
`;
    const counted = (await estimate({ "read.py": program("for part in range(1000):") })).heat.confidence;
    assert.equal(counted.level, "high");
    const openEnded = (await estimate({ "read.py": program("while True:") })).heat.confidence;
    assert.equal(openEnded.level, "medium");
    assert.match(openEnded.reasons.join("\n"), /as long as their input lasts/);
    const alike = Array.from({ length: 16 }, (_, index) => `def add${index}(xs):\n    return sum(x * x + ${index} for x in xs)\n`).join(
      "\n",
    );
    const all = Array.from({ length: 16 }, (_, index) => `    add${index}(xs)`).join("\n");
    const main = `def main(xs):\n${all}\n\nif __name__ == "__main__":\n    main(range(1000))\n`;
    const spread = (await estimate({ "add.py": `${alike}\n${main}` })).heat.confidence;
    assert.equal(spread.level, "medium");
    assert.match(spread.reasons.join("\n"), /spread thinly/);
  });

  it("counts what a pool's workers do, not that somebody waits for them", async () => {
    const pool = (work: string) => `
from multiprocessing import Pool


def work(n):
${work}


if __name__ == "__main__":
    with Pool() as pool:
        print(sum(pool.imap(work, range(1000))))
`;
    const { heat } = await estimate({
      "app.py": pool("    total = 0\n    for i in range(100000):\n        total += i * i % n\n    return total"),
    });
    assert.equal(heat.bound.kind, "own-python");
    const trivial = await estimate({ "app.py": pool("    return n") });
    assert.equal(trivial.heat.bound.kind, "library");
  });

  it("takes named tuples and what is in their fields for the project's own work", async () => {
    const parse = `
from collections import namedtuple
from typing import Any, NamedTuple

Point = namedtuple("Point", "x y")


class Parsed(NamedTuple):
    comments: dict[str, Any]
    other: "Missing"


def run(parsed: Parsed):
    points = []
    for key in range(1000000):
        points.append(Point(key, parsed.other.pop(key)))
        parsed = parsed._replace(comments={})._replace(other=None)
    return points
`;
    const { heat } = await estimate({ "parse.py": parse });
    assert.equal(heat.bound.kind, "own-python");
    assert.ok(heat.bound.shares.library < 0.1, `library ${heat.bound.shares.library}`);
  });

  it("takes C code that handles objects one by one for interpreter work, and C code that computes by itself for native", async () => {
    const simulate = `
import heapq
import random


def simulate(count):
    queue = [random.random() for _ in range(count)]
    while queue:
        time = heapq.heappop(queue)
        if time < count:
            heapq.heappush(queue, time + random.expovariate(1.0))


simulate(10000)
`;
    const { heat } = await estimate({ "queue_model.py": simulate });
    assert.equal(heat.bound.kind, "own-python");
    const compress = `
import zlib


def pack(parts):
    return [zlib.compress(part) for part in parts]


pack([b"x" * 1000] * 10000)
`;
    const packed = await estimate({ "pack.py": compress });
    assert.equal(packed.heat.bound.kind, "native");
  });

  it("sees programs that wait", async () => {
    const { heat } = await estimate({
      "client.py": `
import requests


def fetch(urls):
    return [requests.get(url).json() for url in urls]


def main():
    fetch(["https://example.org"] * 10)


if __name__ == "__main__":
    main()
`,
    });
    assert.equal(heat.bound.kind, "io");
    assert.match(heat.bound.evidence.join("\n"), /requests\.get/);
  });

  it("sees programs that live in native code", async () => {
    const { heat } = await estimate({
      "solve.py": `
import numpy as np


def solve(matrix, vector):
    inverse = np.linalg.inv(matrix)
    return np.dot(inverse, np.dot(matrix.T, vector))


if __name__ == "__main__":
    solve(np.eye(1000), np.ones(1000))
`,
    });
    assert.equal(heat.bound.kind, "native");
  });

  it("does not take a word for a library", async () => {
    const { heat } = await estimate({
      "own.py": `
class Requests:
    def get(self, url):
        return url + url


def fetch(urls):
    requests = Requests()
    return [requests.get(url) for url in urls]


if __name__ == "__main__":
    fetch(["a"] * 10)
`,
    });
    assert.equal(heat.bound.kind, "own-python");
  });

  it("counts tests only when asked to", async () => {
    const files = { "app.py": application, "tests/test_app.py": "def test_it():\n    for i in range(100):\n        print(i * i)\n" };
    const without = await estimate(files);
    const including = await estimate(files, { includeTests: true });
    assert.equal(without.heat.functions[functionNamed(without, "test_it").id]?.cold, "test");
    assert.equal(including.heat.functions[functionNamed(including, "test_it").id]?.cold, undefined);
    assert.ok(heatOf(including, "test_it") > heatOf(without, "test_it"));
  });

  it("starts at console scripts", async () => {
    const { heat, graph } = await estimate(
      { "shop/__init__.py": "", "shop/cli.py": "def run():\n    return 1\n" },
      { consoleScripts: [{ name: "shop", target: "shop.cli:run" }] },
    );
    const [entry] = heat.entryPoints;
    assert.equal(entry?.kind, "console-script");
    assert.equal(graph.functions[entry?.id ?? -1]?.fact.qualname, "run");
  });

  it("takes reading a stream byte by byte for work, reading it whole for waiting", async () => {
    const program = (size: string): string => `
def read_all(path):
    total = 0
    with open(path, "rb") as stream:
        while total < 1000:
            total += len(stream.read(${size}))
    return total
`;
    const few = await estimate({ "app.py": program("1") });
    const all = await estimate({ "app.py": program("") });
    const mixOf = (estimated: Estimated) => estimated.heat.functions[functionNamed(estimated, "read_all").id]?.mix.io ?? 0;
    assert.ok(mixOf(few) < mixOf(all), `${mixOf(few)} of ${mixOf(all)}`);
  });

  it("is empty for an empty project", async () => {
    const { heat } = await estimate({ "empty.py": "" });
    assert.equal(heat.bound.kind, "unknown");
    assert.equal(heat.functions.length, 1);
  });

  it("ends when it is cancelled", async () => {
    const source = createCancellationSource();
    source.cancel();
    await assert.rejects(estimate({ "app.py": application }, { token: source.token }), /cancelled/);
  });
});

describe("explaining a function", () => {
  it("names callers, lines, trip counts, dependence and how sure it is", async () => {
    const estimated = await estimate({ "app.py": application });
    const area = explainHeat(estimated.graph, estimated.heat, functionNamed(estimated, "area").id);
    assert.match(area, /^area \(app\.py:5\): about \d+ % of the project's Python time, rank \d of 3\./);
    assert.match(area, /from total \(app\.py:9\), line 12/);
    assert.match(area, /It holds no loop/);
    assert.match(area, /How sure: high/);
    const total = explainHeat(estimated.graph, estimated.heat, functionNamed(estimated, "total").id);
    assert.match(total, /Line 11: for loop, about 20 iterations \(2 to 10000\): assumed for something/);
    assert.match(total, /iterations only add up to a result/);
  });

  it("says why a function is cold and what a cache does", async () => {
    const estimated = await estimate({
      "app.py": `
from functools import lru_cache


class Item:
    def __repr__(self):
        return "Item"


@lru_cache
def load(key):
    return [key, load(key - 1)] if key else []
`,
    });
    assert.match(explainHeat(estimated.graph, estimated.heat, functionNamed(estimated, "Item.__repr__").id), /rarely run: it formats/);
    assert.match(explainHeat(estimated.graph, estimated.heat, functionNamed(estimated, "load").id), /A cache answers most of its calls/);
  });
});
