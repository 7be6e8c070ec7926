import assert from "node:assert/strict";
import fc from "fast-check";
import { ProfileError } from "../../../src/profile";
import { fixtureBytes, fixturesOf, readBytes, unpackedFixture } from "./read-fixture";

/** One program is enough: every format is there. */
const program = "richards";

/** Reading ends in a profile with finite weights or in a ProfileError that names the file; in nothing else. */
async function assertReadOrRefused(bytes: Uint8Array, name: string): Promise<void> {
  try {
    const { nodes, frames } = await readBytes(bytes, name);
    for (const { parent, frame, self } of nodes) {
      assert.ok(parent < nodes.length && frame < frames.length && frame >= 0);
      assert.ok(self.python >= 0 && self.native >= 0 && self.waiting >= 0 && Number.isFinite(self.python + self.native + self.waiting));
    }
  } catch (error) {
    assert.ok(error instanceof ProfileError, `${name}: ${error instanceof Error ? error.stack : error}`);
    assert.ok(error.message.startsWith(`${name}: `) && error.reason.length > 20, error.message);
  }
}

describe("damaged profiles", () => {
  for (const name of fixturesOf(program)) {
    const whole = unpackedFixture(program, name);

    it(`${name}: cut anywhere, it is read or refused`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), (length) => assertReadOrRefused(whole.subarray(0, length), name)),
        { numRuns: 25 },
      );
    });

    it(`${name}: with bytes changed anywhere, it is read or refused`, async () => {
      const change = fc.tuple(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }));
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          await assertReadOrRefused(bytes, name);
        }),
        { numRuns: 25 },
      );
    });
  }

  it("gzip data cut anywhere is refused", async () => {
    const packed = fixtureBytes(program, "py-spy.txt.gz");
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: packed.length - 1 }), async (length) => {
        await assert.rejects(readBytes(packed.subarray(0, length), "a.gz"), ProfileError);
      }),
      { numRuns: 50 },
    );
  });

  it("any bytes and any text are read or refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => assertReadOrRefused(bytes, "bytes")),
      { numRuns: 300 },
    );
    const begin = fc.constantFrom(
      "MOJ\x03",
      "{",
      "\x80\x04",
      "P1;T0:1;",
      "Timer unit: 1e-06 s\n",
      '{"type":"meta",',
      "\n\x04\b\x01\x10\x02",
      "\x1f\x8b\x08",
    );
    await fc.assert(
      fc.asyncProperty(begin, fc.string({ maxLength: 300, unit: "binary-ascii" }), (start, rest) =>
        assertReadOrRefused(
          Uint8Array.from(`${start}${rest}`, (character) => character.charCodeAt(0)),
          "text",
        ),
      ),
      { numRuns: 300 },
    );
  });

  it("chunks may end anywhere", async () => {
    for (const name of fixturesOf(program)) {
      const bytes = unpackedFixture(program, name);
      const [small, large] = await Promise.all([readBytes(bytes, name, {}, 97), readBytes(bytes, name)]);
      assert.deepEqual(small, large, name);
    }
  });
});
