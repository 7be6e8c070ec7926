import { renderComparison } from "../report";
import { type CacheFlags, sessionOptionsOf } from "./cache-folder";
import { absolutePath, openSession } from "./open-session";
import { UsageError } from "./usage-error";
import { requireWritable, writeOutput } from "./write-output";

export const compareFormats = ["terminal", "markdown", "json"] as const;

export interface CompareFlags extends CacheFlags {
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  readonly format: (typeof compareFormats)[number];
  readonly output?: string;
  readonly limit?: number;
  readonly config?: string;
}

/** What changed between profiles from before and from after a rewrite, function by function, and whether it is more than chance. */
export async function compareCommand(path: string, flags: CompareFlags): Promise<void> {
  const { before = [], after = [], format, limit } = flags;
  if (before.length === 0 || after.length === 0) throw new UsageError("name at least one profile with --before and one with --after");
  if (flags.output !== undefined) await requireWritable(flags.output);
  const session = openSession(sessionOptionsOf(flags));
  try {
    const request = { root: absolutePath(path), configFile: flags.config && absolutePath(flags.config) };
    const files = (side: readonly string[]) => side.map((file) => ({ path: absolutePath(file) }));
    const comparison = await session.compare(request, files(before), files(after));
    const text =
      format === "json"
        ? `${JSON.stringify(comparison, undefined, 2)}\n`
        : renderComparison(comparison, format, { limit, width: process.stdout.columns });
    await writeOutput(text, flags.output);
  } finally {
    session.dispose();
  }
}
