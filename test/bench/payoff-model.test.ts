/** The model against the measurements in knowledge: no machine is timed here. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Calibration, calibrate, scoreOf } from "../../bench/payoff/calibrate";
import { fitGains, type GainSample, predictSample } from "../../bench/payoff/fit-gains";
import { fitSpread } from "../../bench/payoff/fit-spread";
import { predictLeftOut } from "../../bench/payoff/predict-left-out";
import { readOptions } from "../../bench/payoff/read-options";
import { blocks, replaceBlock } from "../../bench/payoff/write-documents";
import { gainsOf } from "../../bench/payoff/write-figures";
import { crossingCost } from "../../src/advice/payoff/crossing-cost";
import { stepOf, widenBy } from "../../src/advice/payoff/widen";
import { byClass, type WorkByClass, workClasses } from "../../src/advice/payoff/work-classes";

function work(parts: Partial<WorkByClass>): WorkByClass {
  return byClass((it) => parts[it] ?? 0);
}

describe("the payoff model", function () {
  this.timeout(120_000);
  let calibration: Calibration;

  before(async () => {
    calibration = await calibrate();
  });

  it("rests on at least 30 kernels of nine kinds at three sizes", () => {
    const { kernels } = calibration.knowledge.measurements;
    assert.ok(kernels.length >= 30, `${kernels.length}`);
    assert.equal(new Set(kernels.map(({ kind }) => kind)).size, 9);
    for (const { id, sizes } of kernels)
      assert.deepEqual(
        sizes.map(({ size }) => size),
        ["small", "medium", "large"],
        id,
      );
  });

  it("holds four of five measured speedups of kernels that it has not seen", () => {
    const { inside, ratio, samples } = scoreOf("all", calibration.predictions);
    assert.ok(samples > 400);
    assert.ok(inside >= 0.78, `${inside}`);
    assert.ok(ratio < 9, `median high/low ${ratio}`);
    for (const target of ["pyo3", "mypyc", "numba", "numpy"]) {
      const score = scoreOf(
        target,
        calibration.predictions.filter(({ sample }) => sample.target === target),
      );
      assert.ok(score.inside >= 0.75, `${target}: ${score.inside}`);
    }
  });

  it("does not use a kernel to predict it", () => {
    const [first] = calibration.samples.filter(({ target }) => target === "pyo3");
    assert.ok(first);
    const changed = calibration.samples.map((it) => (it.kernel === first.kernel ? { ...it, speedup: it.speedup * 100 } : it));
    const midOf = (samples: typeof changed) =>
      predictLeftOut(samples, "pyo3").find(({ sample }) => sample.kernel === first.kernel && sample.size === first.size)?.mid;
    assert.equal(midOf(changed), midOf([...calibration.samples]));
  });

  it("ships what the fit gives", () => {
    for (const shipped of calibration.knowledge.classGains) {
      const fitted = gainsOf(shipped.target, calibration);
      for (const it of workClasses) {
        const ratio = shipped.gains[it] / fitted.gains[it];
        // Not to the digit: what the heat model weighs, which its own fit may change, stands behind it.
        assert.ok(ratio > 0.6 && ratio < 1.7, `${shipped.target} ${it}: ${shipped.gains[it]} shipped, ${fitted.gains[it]} fitted`);
      }
    }
  });

  it("shows in its page the tables of the measurements that are there", () => {
    const page = readFileSync(join(__dirname, "..", "..", "docs", "payoff.md"), "utf8");
    const all = blocks(calibration);
    for (const name of ["conditions", "kernels", "boundary", "operations", "memory"])
      assert.equal(replaceBlock(page, name, all[name] as string), page, name);
  });

  it("finds the gains that samples were made from", () => {
    const truth = {
      gains: byClass((it) => ({ computing: 80, access: 30, hashing: 2, text: 3 })[it as string] ?? 20),
      call: 0,
      frameCall: 0,
    };
    const samples = ["computing", "access", "hashing", "text"].flatMap((name, index, names): GainSample[] => {
      const other = names[(index + 1) % names.length] as string;
      return [0.9, 0.7, 0.5].map((part) => {
        const sample = { work: work({ [name]: part, [other]: 1 - part }), boundary: 0.01, units: 1e6, codeKind: "generic" };
        return { ...sample, kernel: `${name} ${part}`, speedup: predictSample(sample, truth) };
      });
    });
    const model = fitGains(samples, "pyo3");
    for (const sample of samples) {
      const ratio = predictSample(sample, model) / sample.speedup;
      assert.ok(ratio > 0.8 && ratio < 1.25, `${sample.kernel}: ${ratio}`);
    }
  });

  it("finds what a call takes, and takes it from small work", () => {
    const truth = { gains: byClass(() => 50), call: 4000, frameCall: 0 };
    const samples = [1e3, 1e4, 1e5, 1e6, 1e7].map((units): GainSample => {
      const sample = { work: work({ computing: 1 }), boundary: 0, units, codeKind: "numeric-loop" };
      return { ...sample, kernel: `${units}`, speedup: predictSample(sample, truth) };
    });
    const { call } = fitGains(samples, "numpy");
    assert.ok(call > 2500 && call < 6500, `${call}`);
    assert.ok((samples[0]?.speedup as number) < 0.3 && (samples.at(-1)?.speedup as number) > 40);
  });

  it("makes ranges as wide as predictions of that kind of work were off", () => {
    const judged = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].flatMap((index) => {
      const off = index % 2 === 0 ? 1 : -1;
      return [
        { kernel: `n${index}`, work: work({ computing: 1 }), predicted: 10, measured: 10 * Math.exp(off) },
        { kernel: `v${index}`, work: work({ hashing: 1 }), predicted: 2, measured: 2 * Math.exp(0.3 * off) },
      ];
    });
    const { spread, low, high } = fitSpread(judged);
    assert.ok(spread.numbers > 2 * spread.values, JSON.stringify(spread));
    const inside = judged.filter(({ work: it, predicted, measured }) => {
      const step = stepOf(it, spread);
      return measured >= widenBy(predicted, step, low) * 0.999 && measured <= widenBy(predicted, step, high) * 1.001;
    });
    assert.ok(inside.length >= 0.8 * judged.length, `${inside.length} of ${judged.length}`);
  });

  it("charges numbers for Rust less than for arrays, and nothing where values stay Python's", () => {
    const { operations } = calibration.knowledge;
    const cost = (way: "rust" | "array" | "none") => crossingCost({ float: 1000 }, {}, way, operations);
    assert.ok(cost("rust") > 0 && cost("array") > 2 * cost("rust"));
    assert.equal(cost("none"), 0);
  });

  it("reads its options and says what is wrong with others", () => {
    assert.deepEqual(readOptions(["--quick", "--only", "knapsack"]), { quick: true, only: ["knapsack"], keep: false, calibrate: false });
    assert.match(String(readOptions(["--fast"])), /^usage/);
    assert.match(String(readOptions(["--only"])), /^usage/);
    assert.match(String(readOptions(["--keep"])), /^usage/, "a full run writes anyway");
  });
});
