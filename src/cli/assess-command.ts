import { CancelledError, createCancellationSource } from "../base";
import type { Assessment, TerminalOptions } from "../report";
import { sessionOptionsOf } from "./cache-folder";
import { reachesLevel } from "./fail-level";
import { type AssessFlags, profilesOf, settingsOf } from "./flags";
import { absolutePath, openSession } from "./open-session";
import { createProgressBar } from "./progress-bar";
import { requireWritable, writeOutput } from "./write-output";

/** A terminal shows the top; files and other programs get what the setting says. */
const terminalRows = 15;

/** Assesses, prints or writes, and returns the exit status. */
export async function assessCommand(path: string, flags: AssessFlags): Promise<number> {
  if (flags.output !== undefined) await requireWritable(flags.output);
  const session = openSession(sessionOptionsOf(flags));
  const cancellation = createCancellationSource();
  process.once("SIGINT", () => cancellation.cancel());
  const bar = createProgressBar(flags.progress && !flags.quiet && process.stderr.isTTY === true);
  try {
    const settings = settingsOf(flags);
    const assessment = await session.assess({
      root: absolutePath(path),
      settings,
      configFile: flags.config === undefined ? undefined : absolutePath(flags.config),
      profiles: profilesOf(flags),
      token: cancellation.token,
      onProgress: bar.show,
    });
    bar.stop();
    if (!flags.quiet) warn(assessment, path);
    const rows = flags.limit === undefined ? terminalRows : undefined;
    await writeOutput(await session.render(assessment, flags.format, { ...terminal(flags.output), rows }), flags.output);
    return reachesLevel(assessment, flags.failOn) ? 1 : 0;
  } catch (error) {
    bar.stop();
    if (error instanceof CancelledError) process.stderr.write("breakeven: interrupted\n");
    throw error;
  } finally {
    session.dispose();
  }
}

function terminal(output: string | undefined): TerminalOptions {
  const isTerminal = output === undefined && process.stdout.isTTY === true;
  const forced = process.env["FORCE_COLOR"] !== undefined && process.env["FORCE_COLOR"] !== "0";
  return {
    width: (isTerminal ? process.stdout.columns : Number(process.env["COLUMNS"])) || (isTerminal ? 80 : 100),
    color: process.env["NO_COLOR"] ? false : forced || isTerminal,
    unicode: process.env["TERM"] !== "dumb",
  };
}

function warn(assessment: Assessment, path: string): void {
  const { files, skipped } = assessment.project;
  if (files > 0) return;
  const because = skipped.length > 0 ? ` (${skipped.length} skipped: the result says why)` : "";
  process.stderr.write(`breakeven: no Python files found in ${path}${because}\n`);
}
