/**
 * What the panel and its host say to each other: tagged unions, checked with zod on both sides, with limits on every size.
 * The host answers `ready` with `content`, `state`, and, when there is one, `assessment` and `stale`.
 */
import * as z from "zod";
import { assessmentSchema, panelContentSchema } from "../report";
import { viewSchema, viewStateSchema } from "./view-state";

export const limits = {
  hotspots: 20_000,
  findings: 100_000,
  excerptLines: 600,
  lineLength: 1_000,
  pathLength: 4_096,
  stalePaths: 10_000,
  messageLength: 4_000,
  callTreeNodes: 20_000,
} as const;

const path = z.string().min(1).max(limits.pathLength);
const words = z.string().max(limits.messageLength);
const hotspotId = z.string().min(1).max(200);

const callTreeNode = z.object({
  /** Index in the list, before the node's own; -1 for a root. */
  parent: z.int().min(-1),
  name: words,
  path: z.string().max(limits.pathLength).optional(),
  line: z.int().min(1).optional(),
  share: z.number().min(0),
  self: z.number().min(0),
  kind: z.enum(["own", "library", "native", "unmapped"]),
});

export const panelStateSchema = z.discriminatedUnion("kind", [
  /** Nothing to show yet, and why. */
  z.object({ kind: z.literal("empty"), reason: z.enum(["no-folder", "no-python", "not-assessed"]) }),
  /** `total` 0: unknown. With an assessment already there the old one stays visible under a progress line. */
  z.object({ kind: z.literal("loading"), message: words, done: z.int().min(0), total: z.int().min(0) }),
  /** One sentence and, where there is one, the remedy. */
  z.object({ kind: z.literal("error"), message: words, remedy: words.optional(), path: path.optional() }),
  z.object({ kind: z.literal("ready") }),
]);

export const toPanelSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("content"),
    content: panelContentSchema,
    /** BCP 47, as the editor's display language; tables exist for `en` and `de`, others fall back to `en`. */
    locale: z.string().min(2).max(35),
    /** Formats the host can write; their buttons are shown. */
    exports: z.array(z.enum(["html", "markdown", "json"])).max(3),
    /** What `saveState` last said, for a panel that was closed and opened again. */
    savedState: viewStateSchema.optional(),
  }),
  z.object({ type: z.literal("state"), state: panelStateSchema }),
  z.object({
    type: z.literal("assessment"),
    assessment: assessmentSchema.refine((it) => it.hotspots.length <= limits.hotspots && it.findings.length <= limits.findings, {
      message: "too many hotspots or findings for the panel",
    }),
    /** Name of the folder as people call it. */
    rootLabel: z.string().max(400),
    /** ISO time. */
    assessedAt: z.string().max(40),
  }),
  /** Paths (as in the assessment) edited since it was made; replaces the last list. */
  z.object({ type: z.literal("stale"), paths: z.array(path).max(limits.stalePaths) }),
  /** From a code lens, a hover or the tree: show this. */
  z.object({ type: z.literal("select"), hotspot: hotspotId.optional(), view: viewSchema.optional() }),
  z.object({
    type: z.literal("excerpt"),
    hotspot: hotspotId,
    /** Line number of `lines[0]`, 1-based. */
    firstLine: z.int().min(1),
    lines: z.array(z.string().max(limits.lineLength)).max(limits.excerptLines),
    /** Set when the code cannot be read; `lines` is empty then. */
    problem: words.optional(),
  }),
  /** Of the imported profile, for the assessment sent last; without nodes when it could not be had. */
  z.object({
    type: z.literal("callTree"),
    nodes: z
      .array(callTreeNode)
      .max(limits.callTreeNodes)
      .refine((nodes) => nodes.every(({ parent }, index) => parent < index), { message: "a parent after its child" }),
  }),
]);

export const toHostSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({ type: z.literal("assess") }),
  z.object({ type: z.literal("cancel") }),
  z.object({ type: z.literal("openFolder") }),
  z.object({ type: z.literal("openLocation"), path, line: z.int().min(1), endLine: z.int().min(1).optional() }),
  z.object({ type: z.literal("requestExcerpt"), hotspot: hotspotId }),
  z.object({ type: z.literal("requestCallTree") }),
  z.object({ type: z.literal("export"), format: z.enum(["html", "markdown", "json"]) }),
  /** Only http and https; the host opens it outside. */
  z.object({ type: z.literal("openSource"), url: z.url({ protocol: /^https?$/ }).max(2_000) }),
  z.object({ type: z.literal("saveState"), state: viewStateSchema }),
]);

export type PanelState = z.infer<typeof panelStateSchema>;
export type ToPanel = z.infer<typeof toPanelSchema>;
export type ToHost = z.infer<typeof toHostSchema>;
export type ToPanelOf<Type extends ToPanel["type"]> = Extract<ToPanel, { type: Type }>;
