/** Puts what was fitted into `knowledge/payoff.yaml`: gains of the classes of work, and figures of kinds of code that enough kernels stand for. */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { isMap, isScalar, parseDocument, visit, type YAMLMap, type YAMLSeq } from "yaml";
import type { ClassGains, PayoffEntry } from "../../src/knowledge";
import type { Calibration } from "./calibrate";
import { fitGains } from "./fit-gains";
import { compiledTargets, frameKinds, quantile, spreadOf } from "./predict-left-out";
import type { Sample } from "./samples";

/** A measured range wider than this says that the kernels have nothing in common but the kind: what others report stands then. */
const widest = 30;
/** Kernels of a kind from which their figures take the place of what others report. */
const enough = 3;

export function writeFigures(calibration: Calibration): void {
  const path = resolve("knowledge/payoff.yaml");
  const document = parseDocument(readFileSync(path, "utf8"));
  document.set("gains", document.createNode([...compiledTargets].map((target) => gainsOf(target, calibration))));
  for (const entry of measuredEntries(calibration)) replaceEntry(document.get("payoff") as YAMLSeq, entry, document);
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
  const own = samples.filter((it) => it.target === target && !frameKinds.has(it.codeKind));
  const kernels = [...new Set(own.map(({ kernel }) => kernel))].sort();
  const gains = fitGains(own, target);
  const left = predictions.filter(({ sample }) => sample.target === target && !frameKinds.has(sample.codeKind));
  const { low, high } = spreadOf(left.map(({ mid, sample }) => ({ predicted: mid, measured: sample.speedup })));
  return {
    target,
    gains: Object.fromEntries(Object.entries(gains).map(([name, gain]) => [name, Number(gain.toPrecision(2))])) as ClassGains["gains"],
    low: Number(low.toFixed(2)),
    high: Number(high.toFixed(2)),
    basis: `From what the work consists of and what each class of work gained in ${kernels.length} measured kernels.`,
    sources: kernels.map((kernel) => `payoff-${kernel}`),
  };
}

/** Medium and large sizes: at the small one the call is what is measured. */
export function measuredEntries({ samples }: Pick<Calibration, "samples">): readonly PayoffEntry[] {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    const isModelled = compiledTargets.has(sample.target) && !frameKinds.has(sample.codeKind);
    if (isModelled || sample.size === "small" || sample.target === "library") continue;
    const key = `${sample.codeKind} ${sample.target}`;
    groups.set(key, [...(groups.get(key) ?? []), sample]);
  }
  return [...groups.values()].flatMap((group): PayoffEntry[] => {
    const { codeKind: kind, target } = group[0] as Sample;
    const kernels = [...new Set(group.map(({ kernel }) => kernel))].sort();
    if (kernels.length < enough || kind === "generic") return [];
    const speedups = group.map(({ speedup }) => speedup).sort((a, b) => a - b);
    const at = (part: number) => Number(Math.max(0.01, quantile(speedups, part)).toPrecision(2));
    if (at(0.9) > widest * at(0.1)) return [];
    return [
      {
        id: `${kind}-${target}`,
        kind,
        target,
        low: at(0.1),
        mid: at(0.5),
        high: at(0.9),
        basis: `Measured on ${kernels.length} kernels of this kind at two sizes; 80 % of them lie in the range.`,
        sources: kernels.map((kernel) => `payoff-${kernel}`),
      },
    ];
  });
}

function replaceEntry(list: YAMLSeq, entry: PayoffEntry, document: ReturnType<typeof parseDocument>): void {
  const index = list.items.findIndex((it) => isMap(it) && (it as YAMLMap).get("id") === entry.id);
  const node = document.createNode(entry);
  if (index >= 0) list.items[index] = node;
  else list.items.push(node);
}
