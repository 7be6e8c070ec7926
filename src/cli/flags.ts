/** What the options of `assess` say. */
import type { ReportFormat } from "../report";
import type { Settings } from "../session";
import type { FailLevel } from "./fail-level";

export interface AssessFlags {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly limit?: number;
  readonly failOn: FailLevel;
  readonly config?: string;
  readonly entry?: readonly string[];
  readonly includeTests?: boolean;
  readonly python?: string;
  readonly progress: boolean;
  readonly quiet?: boolean;
}

/** Flags win over configuration files; a flag that is not given says nothing. */
export function settingsOf(flags: Pick<AssessFlags, "limit" | "entry" | "includeTests" | "python">): Partial<Settings> {
  return {
    ...(flags.limit === undefined ? {} : { limit: flags.limit }),
    ...(flags.entry === undefined ? {} : { entryPoints: [...flags.entry] }),
    ...(flags.includeTests === undefined ? {} : { includeTests: flags.includeTests }),
    ...(flags.python === undefined ? {} : { pythonVersion: flags.python }),
  };
}
