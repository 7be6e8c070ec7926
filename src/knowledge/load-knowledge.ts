import { contentHash } from "../base";
import { type CollectedEntry, type Collection, collectEntries } from "./collect-entries";
import type {
  ClassGains,
  CounterpartEntry,
  DropInEntry,
  FeatureEntry,
  ImportCostEntry,
  InterpreterEntry,
  Knowledge,
  KnowledgeText,
  OperationCosts,
  PayoffEntry,
  Priors,
  ReleasesEntry,
  RuleEntry,
  SourceEntry,
} from "./contract";
import { deepFreeze, FrozenMap } from "./deep-freeze";
import type { DecisionEntry, ExemplarEntry, FrameworkEntry, OptionEntry, WorkloadEntry } from "./framework-contract";
import { buildLibraryTable } from "./library-table";
import { buildLibraryTypeTable } from "./library-type-table";
import type {
  BoundaryMeasurement,
  KernelMeasurement,
  MeasurementConditions,
  MemoryMeasurement,
  OperationMeasurement,
} from "./measurements-contract";
import type { KindName } from "./schema";
import type { PackageEntry } from "./schema/libraries";
import type { OperationEntry, PriorEntry, TripsEntry } from "./schema/model";
import type { LibraryTypeEntry } from "./schema/types";

/**
 * Reads and checks knowledge files. `texts` are the tool's own, `teamTexts` a team's folder whose entries replace those of the
 * same id or name. Never throws: what is wrong is left out and told in `problems`. The result is frozen all the way down.
 */
export function loadKnowledge(texts: readonly KnowledgeText[], teamTexts: readonly KnowledgeText[] = []): Knowledge {
  const found = collectEntries(texts, teamTexts);
  return Object.freeze({
    version: versionOf([...texts, ...teamTexts]),
    rules: byId<RuleEntry>(found, "rules", "rules"),
    libraries: buildLibraryTable({
      packages: pairs<PackageEntry>(found, "libraries", "packages"),
      dropIns: list<DropInEntry>(found, "libraries", "dropIns"),
      importCosts: list<ImportCostEntry>(found, "libraries", "importCosts"),
    }),
    types: buildLibraryTypeTable({
      types: pairs<LibraryTypeEntry>(found, "types", "types"),
      functions: pairs<Readonly<Record<string, string>>>(found, "types", "functions"),
    }),
    operations: operationCosts(found),
    priors: priorsOf(found),
    payoff: list<PayoffEntry>(found, "payoff", "payoff"),
    classGains: list<ClassGains>(found, "payoff", "gains"),
    versions: Object.freeze({
      features: list<FeatureEntry>(found, "versions", "features"),
      releases: list<ReleasesEntry>(found, "versions", "releases"),
      interpreters: list<InterpreterEntry>(found, "versions", "interpreters"),
    }),
    counterparts: list<CounterpartEntry>(found, "counterparts", "counterparts"),
    workloads: list<WorkloadEntry>(found, "workloads", "workloads"),
    exemplars: list<ExemplarEntry>(found, "exemplars", "exemplars"),
    framework: frameworkOf(found),
    sources: sourcesOf(found),
    measurements: Object.freeze({
      kernels: list<KernelMeasurement>(found, "measurements", "kernels"),
      boundary: list<BoundaryMeasurement>(found, "measurements", "boundary"),
      operations: list<OperationMeasurement>(found, "measurements", "operations"),
      memory: list<MemoryMeasurement>(found, "measurements", "memory"),
    }),
    problems: deepFreeze([...found.problems]),
  });
}

function versionOf(texts: readonly KnowledgeText[]): string {
  return contentHash(texts.map(({ path, text }) => `${path} ${text.length} ${contentHash(text)}`).join("\n"));
}

/** The entries of a section in file order. The schema of the section made sure of their type. */
function list<T>(found: Collection, kind: KindName, section: string): readonly T[] {
  return deepFreeze([...found.entries(kind, section).values()].map((entries) => entries.at(-1)?.value as T));
}

function pairs<T>(found: Collection, kind: KindName, section: string): readonly (readonly [string, T])[] {
  return [...found.entries(kind, section)].flatMap(([key, entries]) => entries.map(({ value }) => [key, value as T] as const));
}

function byId<T extends { readonly id: string }>(found: Collection, kind: KindName, section: string): ReadonlyMap<string, T> {
  return new FrozenMap(list<T>(found, kind, section).map((entry) => [entry.id, entry]));
}

function single<T>(found: Collection, kind: KindName, section: string): T | undefined {
  return found.entries(kind, section).get("")?.at(-1)?.value as T | undefined;
}

const measuredSections = ["kernels", "boundary", "threads", "operations", "memory"] as const;

/** A measurement can be cited like anything else that was read: it is a source under its own id. */
function sourcesOf(found: Collection): ReadonlyMap<string, SourceEntry> {
  const conditions = found.entries("measurements", "conditions");
  const measured = measuredSections.flatMap((section) =>
    [...found.entries("measurements", section)].map(([id, entries]): SourceEntry => {
      const { path } = entries.at(-1) as CollectedEntry;
      const of = conditions.get(path)?.at(-1)?.value as MeasurementConditions | undefined;
      const reference = `${of?.repeat ?? "npm run bench:payoff"}; results in knowledge/${path.replace(/\.json$/, ".yaml")}`;
      return { id, title: `${of?.title ?? "Measured"}: ${id}`, reference, date: of?.date ?? "", kind: "measured" };
    }),
  );
  return new FrozenMap([...measured, ...list<SourceEntry>(found, "sources", "sources")].map((entry) => [entry.id, Object.freeze(entry)]));
}

function operationCosts(found: Collection): OperationCosts {
  const costs = new Map(pairs<OperationEntry>(found, "operations", "operations").map(([name, { cost }]) => [name, cost]));
  return Object.freeze({
    cost: (operation: string) => valueIn(costs, operation, "operation", "operations.yaml"),
    names: Object.freeze([...costs.keys()]),
    basis: single<string>(found, "operations", "basis") ?? "",
    sources: deepFreeze(single<string[]>(found, "operations", "sources") ?? []),
  });
}

function priorsOf(found: Collection): Priors {
  const values = new Map(pairs<PriorEntry>(found, "priors", "values").map(([name, { value }]) => [name, value]));
  const trips = new Map(pairs<TripsEntry>(found, "priors", "trips").map(([kind, entry]) => [kind, deepFreeze(entry)]));
  return Object.freeze({
    value: (name: string) => valueIn(values, name, "prior", "priors.yaml"),
    trips: (kind: string) => valueIn(trips, kind, "trip count", "priors.yaml"),
    names: Object.freeze([...values.keys()]),
    tripKinds: Object.freeze([...trips.keys()]),
  });
}

function valueIn<T>(values: ReadonlyMap<string, T>, name: string, what: string, file: string): T {
  const value = values.get(name);
  if (value === undefined) throw new RangeError(`There is no ${what} named ${name} in ${file} of knowledge/.`);
  return value;
}

function frameworkOf(found: Collection): FrameworkEntry {
  const outcomes = list<DecisionEntry["outcomes"][number]>(found, "decision", "outcomes");
  const questions = list<DecisionEntry["questions"][number]>(found, "decision", "questions");
  return deepFreeze({
    question: single<string>(found, "framework", "question") ?? "",
    constraints: list<FrameworkEntry["constraints"][number]>(found, "framework", "constraints"),
    learningPhases: list<FrameworkEntry["learningPhases"][number]>(found, "framework", "learningPhases"),
    sections: list<FrameworkEntry["sections"][number]>(found, "framework", "sections"),
    ...(outcomes.length > 0 && questions.length > 0 && { decision: { outcomes, questions } }),
    options: list<OptionEntry>(found, "options", "options"),
    glossary: list<GlossaryEntry>(found, "glossary", "glossary"),
    examples: list<ExampleEntry>(found, "examples", "examples"),
  });
}

type GlossaryEntry = NonNullable<FrameworkEntry["glossary"]>[number];
type ExampleEntry = NonNullable<FrameworkEntry["examples"]>[number];
