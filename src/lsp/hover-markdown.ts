/** The evidence for one place as Markdown: share, loops, callers, and each advice with its range, basis, effort and blockers. */
import { codeSpan, effortRange, escapeMarkdown, type Hotspot, type HotspotAdvice, percent, speedupRange, targetWords } from "../report";
import { ruleUrl } from "./rule-links";
import { shareText, totalText } from "./words";

export interface HoverLinks {
  /** Address that shows the hotspot in the panel, when the editor has one. */
  readonly panel: string | undefined;
  /** Address that explains a rule. */
  rule(rule: string): string;
}

export const webLinks: HoverLinks = { panel: undefined, rule: ruleUrl };

const shownAdvice = 2;
const shownCallers = 3;
const shownBlockers = 3;

/** `line` (1-based, as in the assessment) picks the loop that is spoken of. */
export function hoverMarkdown(hotspot: Hotspot, line: number, links: HoverLinks): string {
  const { advice } = hotspot;
  const parts = [
    headline(hotspot),
    [loopText(hotspot, line), callersText(hotspot)].filter(Boolean).join("  \n"),
    ...advice.slice(0, shownAdvice).map((item) => adviceMarkdown(item, links)),
    advice.length > shownAdvice ? `${advice.length - shownAdvice} more in the panel.` : "",
    links.panel === undefined ? "" : `[Open in panel](${links.panel})`,
  ];
  return parts.filter(Boolean).join("\n\n");
}

function headline(hotspot: Hotspot): string {
  const { python, native, io } = hotspot.mix;
  const mix = [
    ["interpreter", python],
    ["native code", native],
    ["waiting", io],
  ] as const;
  const shares = mix.filter(([, share]) => share >= 0.005).map(([name, share]) => `${percent(share)} ${name}`);
  if (hotspot.measured === undefined) {
    return `**${codeSpan(hotspot.qualname)}** takes ${escapeMarkdown(shareText(hotspot))}: ${shares.join(", ")}.`;
  }
  return measuredHeadline(hotspot, hotspot.measured, shares.join(", "));
}

/** Measured beside estimated, so that nobody takes one for the other. */
function measuredHeadline(hotspot: Hotspot, measured: NonNullable<Hotspot["measured"]>, split: string): string {
  const { share, total, source, samples, mix, isStale } = measured;
  const basis = samples === undefined ? "every call traced" : `${samples.toLocaleString("en")} samples`;
  return [
    `**${codeSpan(hotspot.qualname)}** takes ${escapeMarkdown(totalText(share, total, isStale === true))}.  `,
    `Measured by ${escapeMarkdown(source)}, ${basis}. Of its own time ${split}${mix === undefined ? " (this split is estimated)" : ""}.  `,
    `Estimated from source alone: ${percent(hotspot.heat)} of CPU.`,
    ...(isStale === true ? ["The code has been edited since the recording: lines may be off."] : []),
  ].join("\n");
}

function loopText(hotspot: Hotspot, line: number): string {
  const loops = hotspot.loops.filter((loop) => loop.startLine <= line && line <= loop.endLine);
  const loop = loops.find((candidate) => candidate.startLine === line) ?? loops.at(-1);
  if (loop === undefined) return "";
  const { low, mid, high, evidence } = loop.trips;
  const rounds = low === high ? count(mid) : `about ${count(mid)} (${count(low)} to ${count(high)})`;
  return `This loop runs ${rounds} times: ${escapeMarkdown(evidence)}.`;
}

function callersText(hotspot: Hotspot): string {
  const callers = hotspot.callers.slice(0, shownCallers);
  if (callers.length === 0) return "";
  const named = callers.map(({ path, qualname, line }) => `${codeSpan(qualname)} (${escapeMarkdown(path)}:${line})`);
  return `Called about ${times(hotspot.frequency)} a run, by ${named.join(", ")}.`;
}

function adviceMarkdown(advice: HotspotAdvice, links: HoverLinks): string {
  const rule = `[${escapeMarkdown(advice.code)}](${links.rule(advice.rule)})`;
  const isMove = advice.target !== "keep";
  const heading = isMove ? capitalised(targetWords[advice.target]) : "Leave it in Python";
  return [
    `**${escapeMarkdown(heading)}**: ${escapeMarkdown(advice.message)} ${rule}`,
    ...(isMove ? moveFigures(advice) : []),
    ...advice.blockers.slice(0, shownBlockers).map(({ line, message }) => `- In the way, line ${line}: ${escapeMarkdown(message)}`),
    ...(advice.blockers.length > shownBlockers ? [`- ${advice.blockers.length - shownBlockers} more in the way`] : []),
    ...others(advice),
    // What a reason to stay rests on is the reason itself.
    ...(advice.speedup.basis === advice.message ? [] : [`- Basis: ${escapeMarkdown(advice.speedup.basis)}`]),
  ].join("\n");
}

function moveFigures({ speedup, wholeProgram: { low, high }, effort, confidence, paysFrom, paysBack }: HotspotAdvice): string[] {
  const whole = `${low === high ? "" : "up to "}${speedupRange({ low: high, high })}`;
  return [
    `- ${speedupRange(speedup)} as fast here, ${whole} for the whole program, ${effortRange(effort)} of work, ${confidence} confidence`,
    ...(paysFrom === undefined ? [] : [`- Pays ${escapeMarkdown(paysFrom)}`]),
    ...(paysBack === undefined ? [] : [`- ${escapeMarkdown(paysBack.text)}`]),
  ];
}

function others({ alternatives }: HotspotAdvice): string[] {
  if (alternatives.length === 0) return [];
  const named = alternatives.map(
    ({ target, speedup, effort }) => `${escapeMarkdown(targetWords[target])} ${speedupRange(speedup)} (${effortRange(effort)})`,
  );
  return [`- Instead: ${named.join(", ")}`];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function times(value: number): string {
  const text = count(value);
  return text === "1" ? "once" : `${text} times`;
}

/** Three significant digits at most, with thin groups: 1,250,000 -> `1.25 million`. */
function count(value: number): string {
  if (value >= 1e9) return `${precise(value / 1e9)} billion`;
  if (value >= 1e6) return `${precise(value / 1e6)} million`;
  return value < 1 && value > 0 ? value.toPrecision(1) : Math.round(Number(value.toPrecision(3))).toLocaleString("en");
}

function precise(value: number): string {
  return String(Number(value.toPrecision(3)));
}
