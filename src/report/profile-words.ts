/** What is said of imported profiles, the same for every text renderer. */
import type { Assessment, AssessmentProfile, Hotspot } from "./assessment";
import { percent, plural } from "./words";

/** Not found places that are worth naming. */
const unmappedShown = 3;
const leastShown = 0.005;

/** Sentences on what was imported, how much of it fits, and how the estimate compares; empty without a profile. */
export function profileLines({ profile }: Pick<Assessment, "profile">): string[] {
  if (profile === undefined) return [];
  const lines = [...profile.sources.map((source) => sourceWords(source, profile)), fitWords(profile)];
  if (profile.ranks && profile.agreement.of > 0) lines.push(agreementWords(profile.agreement));
  for (const { frame, share, reason } of profile.unmapped.filter(({ share }) => share >= leastShown).slice(0, unmappedShown)) {
    lines.push(`Not found: ${frame}, ${percent(share)}: ${reason}.`);
  }
  return [...lines, ...profile.warnings.map((warning) => (/[.!?]$/.test(warning) ? warning : `${warning}.`))];
}

/** `31 %` where time was measured, `0 % (est. 12 %)` where a profile has not seen what was estimated, `12 %` where all is estimated. */
export function shareCell({ measured, heat }: Hotspot, hasRoom: boolean): string {
  if (measured === undefined) return percent(heat);
  return measured.share > 0 || heat < leastShown || !hasRoom ? percent(measured.share) : `0 % (est. ${percent(heat)})`;
}

/** Time with all that it calls; a dash where that was not measured. */
export function totalCell({ measured }: Hotspot): string {
  return measured === undefined ? "-" : percent(measured.total);
}

function sourceWords(source: AssessmentProfile["sources"][number], { sources }: AssessmentProfile): string {
  const { file, tool, samples, clock, isDeterministic, weight } = source;
  const clocks = { cpu: ", CPU time", wall: ", wall time", unknown: "" };
  const amount = isDeterministic ? "every call traced, which makes small functions look larger than they are" : plural(samples, "sample");
  const part = sources.length > 1 ? `; counts ${weight} of ${sources.reduce((sum, it) => sum + it.weight, 0)}` : "";
  return `${file}: ${tool}, ${amount}${clocks[clock]}${part}.`;
}

function fitWords({ mappedShare, ownMappedShare, ranks }: AssessmentProfile): string {
  const own = `${percent(mappedShare)} of the CPU time is in functions of this project`;
  const found = `${percent(ownMappedShare)} of what looks like its own code was found`;
  return ranks ? `${own}; ${found}.` : `It does not rank, because too little fits: ${own}; ${found}. All shares are estimates.`;
}

function agreementWords({ common, of, correlation }: AssessmentProfile["agreement"]): string {
  const ranks = correlation === undefined ? "" : `, rank correlation ${correlation.toFixed(2)}`;
  return `The estimate from source alone would have named ${common} of the ${of} hottest functions${ranks}.`;
}
