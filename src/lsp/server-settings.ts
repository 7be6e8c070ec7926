/** Settings that an editor sends: those of the engine, and those of the hints. A bad one costs a sentence in the log, not the rest. */
import * as z from "zod";
import { type Settings, settingsSchema } from "../session";

const hintsSchema = z.object({
  /** Diagnostics on hot code. */
  enable: z.boolean().default(true),
  severity: z.enum(["hint", "information"]).default("information"),
});

const codeLensSchema = z.object({ enable: z.boolean().default(true) });

export type HintSettings = z.infer<typeof hintsSchema>;

export interface ServerSettings {
  /** Only what was set: the rest is for configuration files and defaults. */
  readonly engine: Partial<Settings>;
  readonly hints: HintSettings;
  readonly codeLens: z.infer<typeof codeLensSchema>;
  /** Assess a folder as soon as a Python file of it is open. */
  readonly assessOnOpen: boolean;
}

export const defaultServerSettings: ServerSettings = {
  engine: {},
  hints: hintsSchema.parse({}),
  codeLens: codeLensSchema.parse({}),
  assessOnOpen: true,
};

/** Keys of the section that are for the client alone. */
const clientOnly = ["trace", "profile"];

/** `raw` is the section `breakeven` as JSON; null and undefined stand for nothing set. */
export function parseServerSettings(raw: unknown): { settings: ServerSettings; problems: readonly string[] } {
  const problems: string[] = [];
  if (raw === null || raw === undefined) return { settings: defaultServerSettings, problems };
  if (typeof raw !== "object" || Array.isArray(raw)) return { settings: defaultServerSettings, problems: ["breakeven: must be an object"] };
  const engine: Record<string, unknown> = {};
  let settings = defaultServerSettings;
  for (const [key, value] of Object.entries(raw)) {
    if (value === null || value === undefined || clientOnly.includes(key)) continue;
    if (key === "hints") settings = { ...settings, hints: valid(hintsSchema, key, value, problems) ?? settings.hints };
    else if (key === "codeLens") settings = { ...settings, codeLens: valid(codeLensSchema, key, value, problems) ?? settings.codeLens };
    else if (key === "assessOnOpen") {
      settings = { ...settings, assessOnOpen: valid(z.boolean(), key, value, problems) ?? settings.assessOnOpen };
    } else if (Object.hasOwn(settingsSchema.shape, key)) {
      const schema = settingsSchema.shape[key as keyof typeof settingsSchema.shape];
      const parsed = valid(schema as z.ZodType, key, value, problems);
      if (parsed !== undefined) engine[key] = parsed;
    } else problems.push(`breakeven.${key}: there is no such setting`);
  }
  return { settings: { ...settings, engine: engine as Partial<Settings> }, problems };
}

function valid<Schema extends z.ZodType>(schema: Schema, key: string, value: unknown, problems: string[]): z.infer<Schema> | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  problems.push(`breakeven.${[key, ...(issue?.path ?? [])].join(".")}: ${issue?.message ?? "not valid"}`);
  return undefined;
}
