import assert from "node:assert/strict";
import { adviseFixture } from "../support/marker-fixture";

async function firstAdvice(text: string): Promise<string | undefined> {
  const { hotspots } = await adviseFixture([{ path: "app.py", text }]);
  return hotspots[0]?.advice[0]?.rule;
}

describe("a call that a program spends its time in", () => {
  it("leads where Python code of a library is the bottleneck and something faster takes its place", async () => {
    const text = `
import yaml

def load(paths):
    found = {}
    for path in paths:
        with open(path) as file:
            found[path] = yaml.safe_load(file)
    return found

load(["a.yaml"] * 1000)
`;
    assert.equal(await firstAdvice(text), "slow-library-call");
  });

  it("leads where native code is", async () => {
    const text = `
import json

def load(lines):
    return [json.loads(line) for line in lines]

load(["{}"] * 10000)
`;
    assert.equal(await firstAdvice(text), "slow-library-call");
  });

  it("leads where the native code is a pattern that backtracks without bounds", async () => {
    const text = `
import re

def matching(lines):
    return [line for line in lines if re.match("(a+)+$", line)]

matching(["aab"] * 10000)
`;
    assert.equal(await firstAdvice(text), "backtracking-pattern");
  });

  it("does not lead in a program that waits", async () => {
    const text = `
import json
import requests

def load(urls):
    return [json.loads(requests.get(url).text) for url in urls]

load(["https://example.org"] * 10000)
`;
    assert.equal(await firstAdvice(text), "io-bound-code");
  });

  it("is a copy of everything in every round", async () => {
    const text = `
import copy

def variants(config, values):
    found = []
    for value in values:
        changed = copy.deepcopy(config)
        changed["value"] = value
        found.append(changed)
    return found

variants({"a": [1, 2]}, range(1000))
`;
    assert.equal(await firstAdvice(text), "deep-copy-in-loop");
  });
});
