/** Arguments, sub-commands and exit status: 0 done, 1 findings at or above `--fail-on`, 2 usage or configuration, 130 interrupted. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "../../package.json";
import { CancelledError } from "../base";
import { samplerNames } from "../record";
import { textFormats } from "../report";
import { HostFileError, ProfileError, SettingsError } from "../session";
import { assessCommand } from "./assess-command";
import { clearCacheCommand } from "./cache-command";
import { withCacheOptions } from "./cache-folder";
import { type CompareFlags, compareCommand, compareFormats } from "./compare-command";
import { type ExplainFlags, explainCommand } from "./explain-command";
import { failLevels } from "./fail-level";
import { type AssessFlags, type ProfileFlag, parseProfileFlag } from "./flags";
import { type MergeFlags, mergeCommand } from "./merge-command";
import { type ProfileFlags, profileCommand } from "./profile-command";
import { mergeFormats } from "./render-merged";
import { rulesCommand } from "./rules-command";
import { UsageError } from "./usage-error";

export const usageStatus = 2;
const interruptedStatus = 130;

/** Runs one command and returns the exit status; what went wrong is one line on standard error. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  let status = 0;
  const program = new Command("breakeven")
    .description("Says which Python code pays off in Rust, Polars, NumPy or an existing library, and which is best left in Python.")
    .version(version)
    .exitOverride()
    .enablePositionalOptions()
    .configureHelp({ showGlobalOptions: true });

  withCacheOptions(program.command("assess"))
    .description("assess a folder or a file and print the result")
    .argument("[path]", "folder or Python file", ".")
    .addOption(new Option("-f, --format <format>", "how to print it").choices([...textFormats, "html"]).default("terminal"))
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option("-n, --limit <count>", "hotspots to report (default 50; 15 in the terminal)", positiveInteger)
    .addOption(
      new Option("--fail-on <level>", "end with status 1 when an advice to move has at least this confidence")
        .choices([...failLevels])
        .default("never"),
    )
    .option("--config <file>", "configuration file to use instead of the nearest breakeven.toml or pyproject.toml")
    .option("--entry <file[:function]>", "where the program starts; may be repeated", collect)
    .option("--profile <file[=weight]>", "measured profile, which then ranks; may be repeated, =2 counts it twice", collectProfile)
    .option("--include-tests", "count tests, docs, examples and set-up as code that runs in production")
    .option("--python <version>", "oldest Python that the code runs on, such as 3.11, or 3.14t without the lock", pythonVersion)
    .option("--no-progress", "no progress bar on standard error")
    .option("-q, --quiet", "print nothing but the result, not even warnings")
    .addHelpText("after", examples)
    .action(async (path: string, flags: AssessFlags) => {
      status = await assessCommand(path, flags);
    });

  program
    .command("profile")
    .description("run a Python program under a profiler and keep what it measured")
    .argument("<command...>", "program with its arguments, best after --")
    .addOption(new Option("--with <profiler>", "profiler to use instead of the best one that works here").choices([...samplerNames]))
    .option("-o, --output <file>", "profile to write (default: a new file in .breakeven/profiles)")
    .option("--duration <seconds>", "stop the program after this time and keep what was recorded", positiveNumber)
    .option("--rate <hertz>", "samples a second", positiveInteger, 100)
    .option("--assess <path>", "assess a folder or a file with the profile afterwards")
    .option("-q, --quiet", "print nothing but the program's own words and what went wrong")
    .passThroughOptions()
    .addHelpText("after", profileExamples)
    .action(async (command: readonly string[], flags: ProfileFlags) => {
      status = await profileCommand(command, flags);
    });

  withCacheOptions(program.command("compare"))
    .description("what changed between profiles from before and from after a rewrite")
    .argument("[path]", "folder or Python file that both are of", ".")
    .option("--before <file>", "profile from before; may be repeated for several runs", collect)
    .option("--after <file>", "profile from after; may be repeated for several runs", collect)
    .addOption(new Option("-f, --format <format>", "how to print it").choices([...compareFormats]).default("terminal"))
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option("-n, --limit <count>", "functions to list (default 30; all in JSON)", positiveInteger)
    .option("--config <file>", "configuration file to use")
    .action((path: string, flags: CompareFlags) => compareCommand(path, flags));

  withCacheOptions(program.command("explain"))
    .description("explain a rule (BE401, row-wise-dataframe-apply) or how a place got its share (path/to/file.py:42)")
    .argument("<rule|path:line>")
    .option("--config <file>", "configuration file to use")
    .option("--entry <file[:function]>", "where the program starts; may be repeated", collect)
    .option("--profile <file[=weight]>", "measured profile, for a place; may be repeated", collectProfile)
    .action(async (subject: string, flags: ExplainFlags) => {
      await explainCommand(subject, flags);
    });

  program
    .command("rules")
    .description("list all rules")
    .addOption(new Option("-f, --format <format>", "how to print it").choices(["terminal", "json"]).default("terminal"))
    .action(async ({ format }: { readonly format: "terminal" | "json" }) => rulesCommand(format));

  program
    .command("merge")
    .description("one ranked report over many assessments, such as those of a build matrix")
    .argument("<assessment.json...>", "what `breakeven assess --format json` wrote; =2 behind a file counts its program twice")
    .addOption(new Option("-f, --format <format>", "how to print it").choices([...mergeFormats]).default("terminal"))
    .option("-o, --output <file>", "write to a file instead of standard output")
    .option("-n, --limit <count>", "places to report", positiveInteger, 50)
    .action((files: readonly string[], flags: MergeFlags) => mergeCommand(files, flags));

  program
    .command("cache")
    .description("what earlier runs found out about files, kept to make the next ones faster")
    .command("clear")
    .description("remove it, for all projects")
    .option("--cache-dir <folder>", "folder to use instead of the user's cache folder")
    .action((flags: { readonly cacheDir?: string }) => clearCacheCommand(flags));

  program
    .command("lsp")
    .description("serve an editor by the language server protocol")
    .option("--stdio", "over standard input and output (the default)")
    .action(async () => {
      const { serveNode } = await import("../lsp");
      serveNode();
    });

  try {
    if (argv.length <= 2) program.outputHelp();
    else await program.parseAsync([...argv]);
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageStatus;
    if (error instanceof CancelledError) return interruptedStatus;
    if (error instanceof SettingsError || error instanceof UsageError || error instanceof HostFileError || error instanceof ProfileError) {
      process.stderr.write(`breakeven: ${error.message}\n`);
      return usageStatus;
    }
    throw error;
  }
}

const examples = `
Examples:
  breakeven assess .                              the project in this folder
  breakeven assess src --format json | jq .verdict
  breakeven assess . --format sarif -o breakeven.sarif
  breakeven assess . --fail-on high               status 1 when a move is advised with high confidence
  breakeven assess . --entry app/main.py:run      count from this entry point
  breakeven assess . --profile profile.txt        rank by what py-spy, cProfile or another profiler measured
  breakeven explain BE401                         what a rule means
  breakeven explain app/main.py:42                how a function got its share`;

const profileExamples = `
The program is run: its words, its input and its exit status are its own. Ctrl-C stops it and keeps what was recorded.

Examples:
  breakeven profile -- python simulate.py --steps 100
  breakeven profile --assess . -- python -m app
  breakeven profile --with cprofile --duration 30 -- pytest tests/test_model.py`;

function positiveNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError("It must be a number above 0.");
  return value;
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError("It must be a whole number from 1 up.");
  return value;
}

function pythonVersion(text: string): string {
  if (!/^3\.\d+t?$/.test(text)) throw new InvalidArgumentError("It must look like 3.11, or 3.14t for a free-threaded build.");
  return text;
}

function collectProfile(value: string, previous: readonly ProfileFlag[] = []): readonly ProfileFlag[] {
  const flag = parseProfileFlag(value);
  if (flag.weight === 0) throw new InvalidArgumentError("The weight must be above 0.");
  return [...previous, flag];
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}
