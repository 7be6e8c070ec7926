import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { StringPool } from "../../src/base";
import { DamagedFacts, decodeFacts, encodeFacts, FACTS_VERSION, type FileFacts } from "../../src/syntax";
import { someLibraryFiles } from "../support/library-files";
import { loadPythonParser } from "../support/python-parser";

const everything = `# breakeven: ignore-file[BE401]
"""Documentation \\ud800 with half a pair, and umlauts: äöü."""
import a.b as c, d
from ..e import (f as g, h)
from . import *
__all__ = ["x", "y"] + ["z"]
@dec(1, *args, k=2, **kw)
async def function(p, /, q: int = 1, *r, s: "T" = None, **t) -> List[int]:
    global G
    for i, (j, k) in zip(a, b):  # breakeven: ignore[BE401, other]
        if i not in j is None: break
        elif i < j <= k: continue
        else: return [x async for x in y if x if z], {k: v for k, v in z.items() if k}
    else: pass
    while (n := next(it)) and not stop or [1 for _ in range(3)]:
        n @= -1.5e300 ** 2 // 0x1F + 3j + 99999999999999999999
    try: del a, b[0:1, ..., ::2]
    except (A, B) as e: raise X from e
    except C: raise
    except: nonlocal_ = await f"{x!r:>{width}} {{}}" "more" b"bytes"
    finally: assert a, "message"
    with open("a") as one, lock: yield
    async with z as (u, v): yield from u
    match x, y:
        case Point(x=0) | [1, *rest] if z: return lambda *a, b=1: (yield)
    annotated: dict[str, int] = True
    def inner(x=[q for q in w]):
        nonlocal i
class C(Base, metaclass=M):
    __slots__ = ("a",)
    @property
    def m(self): return {**self, 1: {2, *x}}
print "old"
foo(a, (
`;

describe("encoded facts", () => {
  it("come back as they were, for every kind of statement and expression and for damaged code", async () => {
    const parser = await loadPythonParser();
    for (const text of [everything, "", "x = (1\n", "\ufeff", "def f(:\n  return"]) same(parser.extract("a.py", text));
  });

  it("come back as they were for files of the standard library, with what a loop shares with its statement still shared", async () => {
    const parser = await loadPythonParser();
    for (const path of someLibraryFiles()) {
      const facts = parser.extract("a.py", readFileSync(path, "latin1"));
      const copy = same(facts);
      assert.deepEqual(sharing(copy), sharing(facts), path);
    }
  });

  it("are refused when any byte is cut off, and never lead to another error when one is changed", async () => {
    const bytes = encodeFacts((await loadPythonParser()).extract("a.py", everything));
    for (const length of [0, 1, 50, bytes.length - 1]) assert.throws(() => decode(bytes.subarray(0, length)), DamagedFacts);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] as number) ^ change;
        try {
          decode(damaged);
        } catch (error) {
          assert.ok(error instanceof DamagedFacts || error instanceof RangeError, String(error));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("take the path of the file that is asked for", async () => {
    const bytes = encodeFacts((await loadPythonParser()).extract("a.py", "x = 1"));
    assert.equal(decodeFacts("b/c.py", bytes, new StringPool()).path, "b/c.py");
  });

  it("have another version when their bytes change", async () => {
    // Whoever changes the encoding, or what is found in a text, raises FACTS_VERSION and puts the new digest here.
    const bytes = encodeFacts((await loadPythonParser()).extract("a.py", everything));
    assert.equal(`${FACTS_VERSION} ${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}`, DIGEST);
  });
});

const DIGEST = "2 dc6edf50e01a6bb1";

function decode(bytes: Uint8Array): FileFacts {
  return decodeFacts("a.py", bytes, new StringPool());
}

function same(facts: FileFacts): FileFacts {
  const copy = decode(encodeFacts(facts));
  assert.deepStrictEqual(copy, facts);
  return copy;
}

/** For each loop where its expressions are found again among those of the file's statements. */
function sharing(facts: FileFacts): string[] {
  const seen = new Map<object, string>();
  const note = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.set(value, path);
    for (const [key, below] of Object.entries(value)) note(below, `${path}.${key}`);
  };
  for (const fact of facts.functions) note(fact.body, `${fact.index}`);
  for (const fact of facts.classes) note(fact.body, `c${fact.index}`);
  return facts.functions.flatMap(({ loops }) =>
    loops.flatMap((loop) => [loop.target, loop.iterable, loop.test].map((part) => (part === undefined ? "" : (seen.get(part) ?? "own")))),
  );
}
