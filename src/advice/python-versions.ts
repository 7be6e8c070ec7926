/**
 * What the versions of Python that a project supports do to an advice: what it names may be newer, the tool may have moved on, and where the gain
 * is small a newer interpreter may be all it takes. Facts are in `knowledge/versions.yaml`.
 */
import type { InterpreterEntry, Knowledge } from "../knowledge";
import type { AdviceSettings, Alternative, AlternativeTarget, Evidence, RuleContext } from "./contract";
import type { RuleMatch } from "./define-rule";

type Version = readonly [number, number];
interface Ground {
  readonly knowledge: Knowledge;
  readonly settings: Pick<AdviceSettings, "python" | "freeThreaded">;
}

/** A gain that a newer interpreter comes near to. */
const smallGain = 1.5;
/** Rounds that are worth a thread. */
const leastRounds = 100;
const leastPython = 0.8;

/** The message, with what to do where something that it names is newer than the oldest Python that the project supports. */
export function forOldestPython(message: string, { knowledge, settings: { python } }: Ground): string {
  if (python === undefined) return message;
  const notes = knowledge.versions.features.flatMap(({ names, python: since, instead }) => {
    const name = names.find((it) => isNamed(it, message));
    if (name === undefined || !isOlder(python, since)) return [];
    return [` ${name} came with Python ${since}, and the project supports ${said(python)}: there, ${instead}.`];
  });
  return message + notes.join("");
}

/** Of each tool that has left the oldest Python of the project behind by a major release, which release still runs on it. */
export function releaseEvidence(targets: readonly AlternativeTarget[], { knowledge, settings: { python } }: Ground): Evidence[] {
  if (python === undefined) return [];
  return knowledge.versions.releases.flatMap(({ target, name, releases }): Evidence[] => {
    const newest = releases[0];
    if (newest === undefined || !targets.some((it) => it === target) || !isOlder(python, newest.python)) return [];
    const last = releases.find((it) => !isOlder(python, it.python));
    if (last !== undefined && majorOf(last.release) === majorOf(newest.release)) return [];
    const answer =
      last === undefined ? `no release of ${name} that is known here runs on it` : `the newest ${name} for it is ${last.release}`;
    return [{ message: `The project supports Python ${said(python)}: ${answer} (${newest.release} needs ${newest.python}).` }];
  });
}

/** What newer interpreters gain without any work, where that comes near to `gain`. */
export function interpreterEvidence(gain: number, { knowledge, settings: { python } }: Ground): Evidence[] {
  if (gain >= smallGain || gain <= 1) return [];
  const says = [
    ...(python !== undefined && isOlder(python, interpreter(knowledge, "specialising-interpreter")?.python ?? "")
      ? [interpreter(knowledge, "specialising-interpreter")?.says]
      : []),
    interpreter(knowledge, "jit-compiler")?.says,
  ].filter((it) => it !== undefined);
  return says.map((it) => ({ message: `${it} That comes near to what is gained here, for no work.` }));
}

/** Where independent rounds of own Python could run side by side on a free-threaded build: as a way of its own on one, else as a word about it. */
export function threadsInstead(
  match: RuleMatch,
  context: RuleContext,
): { readonly way?: Omit<Alternative, "effort">; readonly note?: Evidence } {
  const entry = interpreter(context.knowledge, "free-threads");
  const loop = context.loops.find(({ fact }) => fact.index === match.loop);
  if (entry === undefined || loop === undefined || !isParallel(loop, context)) return {};
  const line = context.lineOf(loop.fact.start);
  const note = `The rounds of the loop do not wait for each other. ${entry.says}`;
  if (context.settings.freeThreaded !== true) {
    const python = context.settings.python;
    const older =
      python !== undefined && isOlder(python, entry.python) ? " Whoever runs it on another build gains nothing by threads." : "";
    return { note: { message: `${note}${older}`, line } };
  }
  const { low, mid, high } = entry;
  const basis = `${note} Assumed for up to four cores: the speed of one thread times the cores, held back by lists and dicts that threads share.`;
  return { way: { target: "threads", speedup: { low, mid, high, basis, figure: entry.id }, note: basis } };
}

function isParallel({ heat, fact }: RuleContext["loops"][number], { functionHeat }: RuleContext): boolean {
  const isIndependent = heat.dependence === "elementwise" || heat.dependence === "reduction";
  return isIndependent && fact.depth === 1 && heat.trips.mid >= leastRounds && functionHeat.mix.python >= leastPython;
}

/** One wheel for many versions, and for which builds it is none. */
export function wheelWords({ knowledge, settings: { python, freeThreaded } }: Ground): string | undefined {
  const pyo3 = knowledge.versions.releases.find(({ target }) => target === "pyo3");
  if (python === undefined || pyo3 === undefined) return undefined;
  const release = pyo3.releases.find((it) => !isOlder(python, it.python));
  if (release === undefined) return undefined;
  if (freeThreaded === true)
    return `Free-threaded builds before Python 3.15 need wheels of their own for each version; PyO3's abi3 wheels do not load there.`;
  const last = release === pyo3.releases[0] ? "" : ` (PyO3 ${release.release} is the last that supports ${said(python)})`;
  return `One wheel for each platform serves Python ${said(python)} and all later versions with PyO3's feature abi3-py${python[0]}${python[1]}${last}; free-threaded builds need their own.`;
}

function interpreter({ versions }: Knowledge, id: string): InterpreterEntry | undefined {
  return versions.interpreters.find((it) => it.id === id);
}

/** Before 1.0 the second number is the major one. */
function majorOf(release: string): string {
  const [major = "", minor = ""] = release.split(".");
  return major === "0" ? `0.${minor}` : major;
}

function isNamed(name: string, message: string): boolean {
  const at = message.indexOf(name);
  return at >= 0 && !/[\w.]/.test(message.charAt(at - 1)) && !/\w/.test(message.charAt(at + name.length));
}

function isOlder([major, minor]: Version, needed: string): boolean {
  const [neededMajor = 0, neededMinor = 0] = needed.split(".").map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}

function said([major, minor]: Version): string {
  return `${major}.${minor}`;
}
