import assert from "node:assert/strict";
import { createTimeLimit } from "../../src/session/time-limit";

describe("the time limit of a file system", () => {
  const never = () => new Promise<never>(() => undefined);

  it("gives up what takes too long, then asks no more for a while, then again", async () => {
    let now = 0;
    const limit = createTimeLimit(5, () => now);
    for (let wait = 0; wait < 3; wait++) await assert.rejects(limit.within(never), /no answer within 0\.005 s/);
    let asked = 0;
    const read = async () => ++asked;
    await assert.rejects(limit.within(read), /its file system does not answer/);
    assert.equal(asked, 0);
    now = 100;
    assert.equal(await limit.within(read), 1);
  });

  it("passes on what comes in time, and what goes wrong", async () => {
    const limit = createTimeLimit(1000, () => 0);
    assert.equal(await limit.within(async () => 7), 7);
    await assert.rejects(
      limit.within(async () => {
        throw new Error("gone");
      }),
      /gone/,
    );
  });
});
