import assert from "node:assert/strict";
import { type CancellationToken, CancelledError, createCancellationSource, neverCancelled, throwIfCancelled } from "../../src/base";
import { createRefreshSchedule } from "../../src/lsp/refresh-schedule";

/** A refresh that takes a few turns of the event loop and asks for cancellation at each. */
function slowRefresh() {
  const runs: ("done" | "cancelled")[] = [];
  let underWay = 0;
  let most = 0;
  const refresh = async (token: CancellationToken) => {
    most = Math.max(most, ++underWay);
    try {
      for (let step = 0; step < 10; step++) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        throwIfCancelled(token);
      }
      runs.push("done");
      return false;
    } catch (error) {
      runs.push("cancelled");
      throw error;
    } finally {
      underWay--;
    }
  };
  return { runs, refresh, mostAtOnce: () => most };
}

describe("the refresh schedule", () => {
  const unexpected = (error: unknown) => assert.fail(String(error));

  it("runs once after a burst of changes", async () => {
    const { runs, refresh } = slowRefresh();
    const schedule = createRefreshSchedule(refresh, () => performance.now(), unexpected);
    for (let change = 0; change < 5; change++) schedule.changed();
    await schedule.settled();
    assert.deepEqual(runs, ["done"]);
  });

  it("gives up a background run for a newer change", async () => {
    const { runs, refresh } = slowRefresh();
    const schedule = createRefreshSchedule(refresh, () => performance.now(), unexpected);
    schedule.changed();
    await new Promise((resolve) => setTimeout(resolve, 85));
    schedule.changed();
    await schedule.settled();
    assert.deepEqual(runs, ["cancelled", "done"]);
  });

  it("carries through a run that was asked for, and never two at once", async () => {
    const { runs, refresh, mostAtOnce } = slowRefresh();
    const schedule = createRefreshSchedule(refresh, () => performance.now(), unexpected);
    const asked = schedule.run(neverCancelled);
    schedule.changed();
    await asked;
    await schedule.settled();
    assert.deepEqual(runs, ["done", "done"]);
    assert.equal(mostAtOnce(), 1);
  });

  it("tells the asker that it was cancelled, and goes on after a failure", async () => {
    const { refresh } = slowRefresh();
    const source = createCancellationSource();
    const schedule = createRefreshSchedule(refresh, () => performance.now(), unexpected);
    const asked = schedule.run(source.token);
    source.cancel();
    await assert.rejects(asked, CancelledError);
    await schedule.run(neverCancelled);
  });

  it("follows a quick run by a full one once nothing more is typed", async () => {
    const kinds: string[] = [];
    const full = new Promise<void>((done) => {
      const refresh = async (_token: CancellationToken, _report: unknown, isQuick: boolean) => {
        kinds.push(isQuick ? "quick" : "full");
        if (!isQuick) done();
        return isQuick;
      };
      const schedule = createRefreshSchedule(refresh, () => performance.now(), unexpected);
      schedule.changed();
      void schedule.settled().then(() => schedule.changed());
    });
    await full;
    assert.deepEqual(kinds, ["quick", "quick", "full"]);
  });

  it("runs nothing after its end", async () => {
    const { runs, refresh } = slowRefresh();
    const schedule = createRefreshSchedule(refresh, () => performance.now(), unexpected);
    schedule.changed();
    schedule.dispose();
    await assert.rejects(schedule.run(neverCancelled), CancelledError);
    assert.deepEqual(runs, []);
  });
});
