/** Puts what was fitted into `knowledge/payoff.yaml`: gains of the classes of work, what calls take and how far off predictions are. */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { isScalar, parseDocument, visit } from "yaml";
import type { ClassGains } from "../../src/knowledge";
import { type Calibration, targets } from "./calibrate";
import { fitGains } from "./fit-gains";
import { fitSpread } from "./fit-spread";
import { isModelled, judge } from "./predict-left-out";

export function writeFigures(calibration: Calibration): void {
  const path = resolve("knowledge/payoff.yaml");
  const document = parseDocument(readFileSync(path, "utf8"));
  document.set("gains", document.createNode(targets.map((target) => gainsOf(target, calibration))));
  visit(document, {
    Seq: (_, node) => {
      node.flow = node.items.every((it) => isScalar(it));
    },
    Map: (key, node) => {
      if (key === "value" && node.items.every(({ value }) => isScalar(value))) node.flow = true;
    },
  });
  writeFileSync(path, document.toString({ lineWidth: 0, flowCollectionPadding: false }));
}

export function gainsOf(target: string, { samples, predictions }: Pick<Calibration, "samples" | "predictions">): ClassGains {
  const own = samples.filter((it) => it.target === target && isModelled(it));
  const kernels = [...new Set(own.map(({ kernel }) => kernel))].sort();
  const { gains, call, frameCall } = fitGains(own, target);
  const left = predictions.filter(({ sample }) => sample.target === target && isModelled(sample));
  const { spread, low, high } = fitSpread(left.map(({ mid, sample }) => judge(sample, mid)));
  return {
    target,
    gains: rounded(gains, 2),
    call: significant(call, 2),
    frameCall: significant(frameCall, 2),
    spread: rounded(spread, 2),
    low: significant(low, 3),
    high: significant(high, 3),
    basis: `From what the work consists of and what each class of work gained in ${kernels.length} measured kernels.`,
    sources: kernels.map((kernel) => `payoff-${kernel}`),
  };
}

function rounded<Key extends string>(figures: Readonly<Record<Key, number>>, digits: number): Record<Key, number> {
  return Object.fromEntries(Object.entries<number>(figures).map(([name, it]) => [name, significant(it, digits)])) as Record<Key, number>;
}

function significant(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
