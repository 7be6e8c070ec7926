/** Why a function takes the time it takes, in words: what was measured, then what the source says. */
import { lineAt } from "../base";
import { explainHeat } from "../heat";
import type { MeasuredProfile } from "../profile";
import type { Analysis } from "./analyse";

const shownLines = 3;

/** Undefined where no file is. */
export function explainPlace({ graph, heat, mapped }: Analysis, path: string, line: number): string | undefined {
  const file = graph.files.get(path);
  if (file === undefined) return undefined;
  const first = graph.functionId(path, 0);
  // Functions are in source order, so the last one around the line is the innermost.
  const found = graph.functions.slice(first + 1, first + file.functions.length).findLast(({ fact, file: { lineStarts } }) => {
    return lineAt(lineStarts, fact.start) <= line && line <= lineAt(lineStarts, Math.max(fact.start, fact.end - 1));
  });
  const id = found?.id ?? first;
  const estimate = explainHeat(graph, heat, id);
  return mapped?.measured.ranks === true
    ? `${measuredWords(mapped.measured, id)}\n\nEstimated from the source alone:\n${estimate}`
    : estimate;
}

function measuredWords(profile: MeasuredProfile, id: number): string {
  const tools = [...new Set(profile.sources.map(({ tool }) => tool))].join(", ");
  const found = profile.functions.get(id);
  if (found === undefined) return `Measured by ${tools}: the profile has not seen this function.`;
  const { self, total, lines, isStale } = found;
  const samples = profile.samples > 0 ? ` (${Math.round(self * profile.samples)} of ${profile.samples.toLocaleString("en")} samples)` : "";
  const hottest = lines.filter(({ share }) => share > 0).slice(0, shownLines);
  return [
    `Measured by ${tools}: ${percent(self)} of the CPU time in its own code${samples}, ${percent(total)} with what it calls.`,
    ...(hottest.length === 0 ? [] : [`Hottest lines: ${hottest.map(({ line, share }) => `${line} (${percent(share)})`).join(", ")}.`]),
    ...(isStale ? ["The code has been edited since the recording: lines may be off."] : []),
  ].join("\n");
}

function percent(share: number): string {
  return `${share >= 0.0995 ? Math.round(share * 100) : Number((share * 100).toPrecision(2))} %`;
}
