/**
 * What `knowledge/` says, cut down to what the panel and the HTML export show. Built once per session from `Knowledge`
 * and checked with zod where it arrives, because it crosses the webview boundary.
 */
import * as z from "zod";
import type { Knowledge } from "../knowledge";

const text = z.string().max(4_000);
const id = z.string().min(1).max(100);
const sourceIds = z.array(id).max(50);

export const panelSourceSchema = z.object({ id, title: text, reference: text, date: z.string().max(40), kind: z.string().max(40) });

export const panelWorkloadSchema = z.object({
  id,
  title: text,
  purePython: text,
  withNumPy: text,
  impact: text,
  correction: text,
  sources: sourceIds,
});

export const panelExemplarSchema = z.object({
  id,
  name: text,
  outcome: z.enum(["gain", "counter-example"]),
  kinds: z.array(z.string().max(100)).max(50),
  compared: text,
  figure: text,
  lesson: text,
  sources: sourceIds,
});

/** Where a path can end; the same ids as the verdict's recommendation. */
export const outcomeIdSchema = z.enum(["stay-python", "hybrid", "dataframe-engine", "use-library", "rust-service"]);

const move = z.object({
  outcome: outcomeIdSchema,
  /** Points for (positive) or against (negative) the outcome, -3..3. */
  by: z.number().min(-3).max(3),
  why: text,
});

export const decisionSchema = z.object({
  outcomes: z.array(z.object({ id: outcomeIdSchema, title: text, description: text, next: z.array(text).max(10) })).max(10),
  questions: z
    .array(
      z.object({
        id,
        title: text,
        why: text,
        answers: z
          .array(
            z.object({
              id,
              title: text,
              detail: text,
              moves: z.array(move).max(20),
              /** What in an Assessment suggests this answer: any value that matches counts. */
              signs: z.object({
                constraints: z.array(id).max(20),
                frameworks: z.array(id).max(100),
                entryKinds: z.array(id).max(20),
                workloads: z.array(id).max(20),
                bounds: z.array(id).max(20),
              }),
            }),
          )
          .min(2)
          .max(20),
      }),
    )
    .max(10),
});

/** One way to make code faster, for the comparison table. */
export const optionSchema = z.object({
  id,
  title: text,
  summary: text,
  memory: text,
  learning: text,
  packaging: text,
  risk: text,
  team: text,
  /** Whether hours grow with inexperience in Rust. */
  needsRust: z.boolean(),
  /** Kinds of `knowledge/` payoff entries and exemplars that belong to it. */
  exemplars: z.array(id).max(50),
  sources: sourceIds,
});

export const panelContentSchema = z.object({
  question: text,
  constraints: z.array(z.object({ id, title: text, leansTo: text, signs: z.array(text).max(20) })).max(10),
  learningPhases: z
    .array(z.object({ id, title: text, weeks: text, effortFactor: z.number().min(0.1).max(100), description: text }))
    .max(10),
  sections: z.array(z.object({ id, title: text, points: z.array(z.object({ text, sources: sourceIds })).max(60) })).max(40),
  decision: decisionSchema.optional(),
  options: z.array(optionSchema).max(30),
  glossary: z.array(z.object({ term: text, meaning: text })).max(200),
  /** Short programs that the tests build or run. */
  examples: z.array(z.object({ id, section: id, title: text, language: z.enum(["python", "rust"]), code: text, note: text })).max(30),
  workloads: z.array(panelWorkloadSchema).max(40),
  exemplars: z.array(panelExemplarSchema).max(200),
  sources: z.array(panelSourceSchema).max(1_000),
  /** Rule id -> title and code, for advice. */
  rules: z.array(z.object({ id, code: z.string().max(20), title: text })).max(500),
});

export type PanelContent = z.infer<typeof panelContentSchema>;
export type PanelSource = z.infer<typeof panelSourceSchema>;
export type PanelWorkload = z.infer<typeof panelWorkloadSchema>;
export type PanelExemplar = z.infer<typeof panelExemplarSchema>;
export type PanelOption = z.infer<typeof optionSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type OutcomeId = z.infer<typeof outcomeIdSchema>;

/** Everything the panel shows that is not about this project. Plain data: can be posted and embedded as JSON. */
export function buildPanelContent(knowledge: Knowledge): PanelContent {
  const { framework } = knowledge;
  return structuredClone({
    question: framework.question,
    constraints: framework.constraints,
    learningPhases: framework.learningPhases,
    sections: framework.sections,
    decision: framework.decision,
    options: framework.options ?? [],
    glossary: framework.glossary ?? [],
    examples: framework.examples ?? [],
    workloads: knowledge.workloads,
    exemplars: knowledge.exemplars,
    sources: [...knowledge.sources.values()],
    rules: [...knowledge.rules.values()].map(({ id, code, title }) => ({ id, code, title })),
  }) as PanelContent;
}
