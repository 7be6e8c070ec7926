/** Files that people read: decision framework, workloads, exemplars, glossary. */
import * as z from "zod";
import type { ExemplarEntry, OptionEntry, WorkloadEntry } from "../framework-contract";
import { alternativeTarget, atLeastOneSource, id, sourceIds, text } from "./common";
import { defineFileKind, listOf, single } from "./file-kind";
import { categories } from "./libraries";

const workload = z.strictObject({
  id,
  title: text,
  purePython: text.meta({ description: "Pure Python against Rust." }),
  withNumPy: text.meta({ description: "Python with NumPy against Rust." }),
  impact: text,
  correction: text.meta({ description: "Where the popular figure is loose." }),
  categories: z.array(z.enum(categories)).optional().meta({ description: "Library categories whose imports are evidence for it." }),
  sources: atLeastOneSource,
}) satisfies z.ZodType<WorkloadEntry>;

export const workloadsFile = defineFileKind("workloads", "Kinds of workload and what moving each would change.", {
  workloads: listOf(workload, (entry) => entry.id),
});

const exemplar = z.strictObject({
  id,
  name: text,
  outcome: z.enum(["gain", "counter-example"]),
  kinds: z.array(id).min(1).meta({ description: "Kinds of hot code it speaks of, as in payoff.yaml." }),
  compared: text,
  figure: text,
  lesson: text,
  sources: atLeastOneSource,
}) satisfies z.ZodType<ExemplarEntry>;

export const exemplarsFile = defineFileKind("exemplars", "Rewrites that others did, with what came of them.", {
  exemplars: listOf(exemplar, (entry) => entry.id),
});

const term = z.strictObject({ term: text, meaning: text });

export const glossaryFile = defineFileKind("glossary", "Words of the field.", { glossary: listOf(term, (entry) => entry.term) });

const constraint = z.strictObject({
  id,
  title: text,
  leansTo: text,
  signs: z.array(text).min(1),
  imports: z
    .array(z.strictObject({ modules: z.array(z.string().min(1)).min(1), shows: text }))
    .optional()
    .meta({ description: "Imports that speak for it in a project, with what they show." }),
});
const learningPhase = z.strictObject({
  id,
  title: text,
  weeks: text,
  effortFactor: z.number().min(0.1).max(100).meta({ description: "Multiplies the hours of a rewrite." }),
  description: text,
});
const section = z.strictObject({ id, title: text, points: z.array(z.strictObject({ text, sources: sourceIds })).min(1) });
const example = z.strictObject({
  id,
  section: id.meta({ description: "Id of the section it is shown beside." }),
  title: text,
  language: z.enum(["python", "rust"]),
  code: text,
  note: text,
});

const outcome = z.enum(["stay-python", "hybrid", "dataframe-engine", "use-library", "rust-service"]);
const ids = z.array(id);
const answer = z.strictObject({
  id,
  title: text,
  detail: text,
  moves: z.array(z.strictObject({ outcome, by: z.number().min(-3).max(3), why: text })),
  signs: z.strictObject({ constraints: ids, frameworks: z.array(z.string().min(1)), entryKinds: ids, workloads: ids, bounds: ids }),
});
const outcomeEntry = z.strictObject({ id: outcome, title: text, description: text, next: z.array(text).min(1) });
const question = z.strictObject({ id, title: text, why: text, answers: z.array(answer).min(2) });

export const decisionFile = defineFileKind("decision", "The guided path: questions whose answers move points between the outcomes.", {
  outcomes: listOf(outcomeEntry, (entry) => entry.id),
  questions: listOf(question, (entry) => entry.id),
});

const option = z.strictObject({
  id: alternativeTarget,
  title: text,
  summary: text,
  memory: text,
  learning: text,
  packaging: text,
  risk: text,
  team: text,
  needsRust: z.boolean(),
  exemplars: z.array(id),
  sources: atLeastOneSource,
}) satisfies z.ZodType<OptionEntry>;

export const frameworkFile = defineFileKind("framework", "The decision framework that the panel shows.", {
  question: single(text),
  constraints: listOf(constraint, (entry) => entry.id),
  learningPhases: listOf(learningPhase, (entry) => entry.id),
  sections: listOf(section, (entry) => entry.id),
});

export const optionsFile = defineFileKind("options", "Ways to make code faster, and what comes with each.", {
  options: listOf(option, (entry) => entry.id),
});

export const examplesFile = defineFileKind("examples", "Short programs shown beside a section; tests run or build each.", {
  examples: listOf(example, (entry) => entry.id),
});
