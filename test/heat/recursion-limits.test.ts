import assert from "node:assert/strict";
import { estimate, functionNamed } from "./read-heat-fixture";

/** Each function of a ring calls the next two, so that calls double from round to round. */
function ring(size: number): string {
  const functions = Array.from({ length: size }, (_, index) => {
    const next = [1, 2].map((step) => `    f${(index + step) % size}(value)`).join("\n");
    return `def f${index}(value):\n${next}\n    return value + 1\n`;
  });
  return functions.join("\n\n");
}

async function frequencyIn(size: number): Promise<number> {
  const estimated = await estimate({ "lib.py": ring(size) });
  return estimated.heat.functions[functionNamed(estimated, "f0").id]?.frequency ?? 0;
}

describe("limits on recursion", () => {
  it("keep a recursion that doubles finite", async () => {
    const frequency = await frequencyIn(20);
    assert.ok(frequency > 1 && frequency < 10, `${frequency} calls`);
  });

  it("damp a tangle of a hundred functions less than a recursion of a few", async () => {
    const tangled = await frequencyIn(120);
    assert.ok(tangled > (await frequencyIn(20)), `${tangled} calls`);
    assert.ok(tangled < 1000, `${tangled} calls`);
  });

  it("keep a tangle that the program is known to run finite", async () => {
    const text = `${ring(120)}\n\nif __name__ == "__main__":\n    f0(1)\n`;
    const estimated = await estimate({ "app.py": text });
    const frequency = estimated.heat.functions[functionNamed(estimated, "f0").id]?.frequency ?? 0;
    assert.ok(frequency > 0 && frequency < 10, `${frequency} calls`);
  });
});
