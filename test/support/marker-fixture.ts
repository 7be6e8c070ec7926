/**
 * Fixtures: readable Python that carries its own expectations. `# expect: TARGET: RULE` at the end of a line says that this rule gives that advice
 * there; `#   ^^^ blocker: CODE` below a line says what stands in the way there; a line of `#- path.py` starts another file. Markers are blanked before parsing, because comments are part of the syntax.
 */
import { type AdviceResult, type AdviceSettings, adviseProject } from "../../src/advice";
import { lineAt } from "../../src/base";
import { buildGraph } from "../../src/graph";
import { estimateHeat } from "../../src/heat";
import { loadProjectKnowledge } from "./knowledge";
import { extractFacts } from "./python-parser";

export interface Expectation {
  readonly path: string;
  readonly line: number;
  readonly target: string;
  readonly rule: string;
}

export interface FixtureFile {
  readonly path: string;
  readonly text: string;
}

export interface Fixture {
  readonly files: readonly FixtureFile[];
  readonly expected: readonly Expectation[];
  /** What the fixture says of blockers: target `blocker`, the code in place of a rule. Empty where it does not speak of them. */
  readonly blockers: readonly Expectation[];
}

const marker = /# expect: ([a-z0-9]+): ([a-z0-9-]+)/g;
const blockerMarker = /#\s*\^+ blocker: ([a-z0-9-]+)/g;

/** Splits a fixture into its files and takes the markers out. */
export function readFixture(text: string, firstPath = "app.py"): Fixture {
  const files: { path: string; lines: string[] }[] = [{ path: firstPath, lines: [] }];
  for (const line of text.split("\n")) {
    const separator = /^#- (\S+)/.exec(line);
    if (separator?.[1] === undefined) files.at(-1)?.lines.push(line);
    else if (files.length === 1 && files[0]?.lines.every((it) => it.trim() === "")) files[0] = { path: separator[1], lines: [] };
    else files.push({ path: separator[1], lines: [] });
  }
  const expected = files.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) =>
      [...line.matchAll(marker)].map(([, target, rule]) => ({ path, line: index + 1, target: target as string, rule: rule as string })),
    ),
  );
  const blank = (it: string) => " ".repeat(it.length);
  return {
    files: files.map(({ path, lines }) => ({
      path,
      text: lines.map((line) => line.replace(marker, blank).replace(blockerMarker, blank)).join("\n"),
    })),
    expected,
    blockers: files.flatMap(({ path, lines }) => readBlockers(path, lines)),
  };
}

/** A marker speaks of the line of code above it; several may stand below each other. */
function readBlockers(path: string, lines: readonly string[]): Expectation[] {
  let line = 0;
  return lines.flatMap((text, index) => {
    const found = [...text.matchAll(blockerMarker)].map(([, code]) => ({ path, line, target: "blocker", rule: code as string }));
    if (found.length === 0) line = index + 1;
    return found;
  });
}

export const fixtureSettings: AdviceSettings = {
  disabledRules: [],
  ignoredPaths: [],
  hotspotLimit: 1_000,
  // In a fixture every place counts as hot enough.
  minimumShare: 0,
  rustExperience: "fluent",
};

/** Runs all stages over a fixture's files. */
export async function adviseFixture(files: readonly FixtureFile[], settings: Partial<AdviceSettings> = {}): Promise<AdviceResult> {
  const knowledge = loadProjectKnowledge();
  const facts = await Promise.all(files.map(({ path, text }) => extractFacts(path, text)));
  const graph = buildGraph(facts, { libraryTypes: knowledge.types });
  return adviseProject({ graph, heat: estimateHeat(graph, knowledge), knowledge, settings: { ...fixtureSettings, ...settings } });
}

/** What one rule says, wherever it stands among a place's answers. */
export function adviceOf(result: AdviceResult, rule: string): Expectation[] {
  const places = result.hotspots.flatMap(({ function: node, advice }) =>
    advice
      .filter((it) => it.rule === rule)
      .map((it) => ({ path: node.path, line: lineAt(node.file.lineStarts, it.range.start), target: it.target as string, rule })),
  );
  const lines = result.findings
    .filter((it) => it.rule === rule)
    .map((it) => ({
      path: it.path,
      line: lineAt(result.hotspots.find((spot) => spot.function.path === it.path)?.function.file.lineStarts ?? [0], it.range.start),
      target: it.target as string,
      rule,
    }));
  const unique = new Map([...places, ...lines].map((it) => [`${it.path}:${it.line}:${it.target}`, it]));
  return [...unique.values()].sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

/** What one rule says stands in the way, wherever it fires, in the form of `Fixture.blockers`. */
export function blockersOf(result: AdviceResult, rule: string): Expectation[] {
  return result.hotspots.flatMap(({ function: { path }, advice }) =>
    advice
      .filter((it) => it.rule === rule)
      .flatMap(({ blockers }) => blockers.map(({ code, line }) => ({ path, line, target: "blocker", rule: code }))),
  );
}

/** Throws an error that lists what is missing and what nobody expected, with positions. */
export function compareExpectations(actual: readonly Expectation[], expected: readonly Expectation[]): void {
  const words = ({ path, line, target, rule }: Expectation) => `${path}:${line}: ${target}: ${rule}`;
  const found = new Set(actual.map(words));
  const wanted = new Set(expected.map(words));
  const missing = [...wanted].filter((it) => !found.has(it));
  const unexpected = [...found].filter((it) => !wanted.has(it));
  if (missing.length + unexpected.length === 0) return;
  throw new Error([...missing.map((it) => `missing     ${it}`), ...unexpected.map((it) => `unexpected  ${it}`)].join("\n"));
}
