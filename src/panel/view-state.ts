/** What the reader has set in the panel: kept by the webview and by the host, so that a reload shows the same page. */
import * as z from "zod";

export const viewSchema = z.enum(["verdict", "hotspots", "profile", "compare", "decide", "learn"]);

const weight = z.number().min(0).max(10);

export const viewStateSchema = z.object({
  view: viewSchema.default("verdict"),
  hotspot: z.string().max(200).optional(),
  /** Hotspots list. */
  text: z.string().max(200).default(""),
  target: z.string().max(40).default("all"),
  confidence: z.string().max(40).default("all"),
  folder: z.string().max(1_000).default("all"),
  worthOnly: z.boolean().default(false),
  sort: z.enum(["rank", "heat", "name", "speedup", "whole", "effort"]).default("rank"),
  descending: z.boolean().default(false),
  /** Verdict. */
  weights: z
    .object({ "developer-time": weight, "run-time": weight, reliability: weight })
    .optional()
    .describe("undefined: as the tool proposes"),
  zoom: z.array(z.string().max(1_000)).max(60).default([]),
  heatTable: z.boolean().default(false),
  /** Profile: id of the node of the call tree that fills the picture; undefined: all. */
  profileZoom: z.string().max(40).optional(),
  profileText: z.string().max(200).default(""),
  profileTable: z.boolean().default(false),
  /** Compare: whole project or the selected hotspot. */
  scope: z.enum(["project", "hotspot"]).default("project"),
  speedupTable: z.boolean().default(false),
  breakEvenTable: z.boolean().default(false),
  /** These four undefined: as the assessment assumed. */
  runsPerDay: z.number().min(0.01).max(1e9).optional(),
  secondsPerRun: z.number().min(0.001).max(1e7).optional(),
  costPerHour: z.number().min(0).max(1e6).optional(),
  developerCostPerHour: z.number().min(0).max(1e6).optional(),
  upkeepHoursPerMonth: z.number().min(0).max(1_000).default(0),
  /** undefined: as the assessment assumed. */
  experience: z.enum(["none", "learning", "productive", "fluent"]).optional(),
  /** Option of the break-even chart; undefined: the one that gains most. */
  option: z.string().max(40).optional(),
  /** Decide: question id -> answer id chosen by the reader. */
  answers: z.record(z.string().max(100), z.string().max(100)).default({}),
  careersOpen: z.boolean().default(false),
});

export type View = z.infer<typeof viewSchema>;
export type ViewState = z.infer<typeof viewStateSchema>;

export const initialViewState: ViewState = viewStateSchema.parse({});
