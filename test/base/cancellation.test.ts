import assert from "node:assert/strict";
import { CancelledError, createCancellationSource, neverCancelled, throwIfCancelled } from "../../src/base";

describe("cancellation", () => {
  it("throws only once the source was cancelled", () => {
    const source = createCancellationSource();
    assert.doesNotThrow(() => throwIfCancelled(source.token));
    source.cancel();
    assert.throws(() => throwIfCancelled(source.token), CancelledError);
    assert.doesNotThrow(() => throwIfCancelled(neverCancelled));
  });
});
