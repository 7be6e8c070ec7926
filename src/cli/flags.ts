/** What the options of `assess` say. */
import type { ReportFormat } from "../report";
import type { ProfileRequest, Settings } from "../session";
import type { CacheFlags } from "./cache-folder";
import type { FailLevel } from "./fail-level";
import { absolutePath } from "./open-session";

export interface AssessFlags extends CacheFlags {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly limit?: number;
  readonly failOn: FailLevel;
  readonly config?: string;
  readonly entry?: readonly string[];
  readonly includeTests?: boolean;
  readonly profile?: readonly ProfileFlag[];
  readonly python?: string;
  readonly progress: boolean;
  readonly quiet?: boolean;
}

/** `--profile FILE` or `--profile FILE=2`: the file as typed, and how much it counts. */
export interface ProfileFlag {
  readonly file: string;
  readonly weight: number;
}

/** `a=b.txt` is a file; only a number behind the last `=` is a weight. */
export function parseProfileFlag(text: string): ProfileFlag {
  const match = /^(.+)=(\d+(?:\.\d+)?|\.\d+)$/.exec(text);
  if (match === null) return { file: text, weight: 1 };
  return { file: match[1] as string, weight: Number(match[2]) };
}

export function profilesOf({ profile = [] }: Pick<AssessFlags, "profile">): ProfileRequest[] {
  return profile.map(({ file, weight }) => ({ path: absolutePath(file), weight }));
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
