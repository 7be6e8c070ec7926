/** What a `pyproject.toml`, `breakeven.toml` or `setup.cfg` says to Breakeven, as plain data; mistakes are told in one line. */
import { parse, TomlError } from "smol-toml";
import { nearestWord } from "../base";
import { type Settings, settingsSchema } from "./settings";

export interface ConfigurationFile {
  /** Absolute path. */
  readonly path: string;
  /** What is set here; undefined when the file does not speak of Breakeven. */
  readonly settings?: Partial<Settings>;
  readonly requiresPython?: string;
  readonly consoleScripts: readonly ConsoleScript[];
  /** One line each: key, reason, remedy. Where there is one, the settings of this file are not used. */
  readonly mistakes: readonly ConfigurationMistake[];
}

export interface ConfigurationMistake {
  readonly line?: number;
  readonly message: string;
  /** In a setting of Breakeven, not in the file as a whole. */
  readonly isSetting?: boolean;
}

export interface ConsoleScript {
  readonly name: string;
  /** `package.module:function`. */
  readonly target: string;
}

/** Reads TOML: `[tool.breakeven]` of a `pyproject.toml`, the top level of a `breakeven.toml`. */
export function parseTomlConfiguration(path: string, text: string): ConfigurationFile {
  const isProject = path.endsWith("pyproject.toml");
  let document: Record<string, unknown>;
  try {
    document = parse(text);
  } catch (error) {
    const line = error instanceof TomlError ? error.line : undefined;
    const reason = (error as Error).message.split("\n")[0];
    return { path, consoleScripts: [], mistakes: [{ line, message: `not valid TOML: ${reason}` }] };
  }
  const project = table(document["project"]);
  const tool = table(document["tool"]);
  const section = isProject ? tool?.["breakeven"] : document;
  const checked = section === undefined ? {} : checkSettings(section, isProject ? "[tool.breakeven]" : "");
  return {
    path,
    ...checked,
    requiresPython: textOf(project?.["requires-python"]) ?? textOf(table(table(tool?.["poetry"])?.["dependencies"])?.["python"]),
    consoleScripts: [
      ...scriptsOf(project?.["scripts"]),
      ...scriptsOf(project?.["gui-scripts"]),
      ...scriptsOf(table(tool?.["poetry"])?.["scripts"]),
    ],
    mistakes: checked.mistakes ?? [],
  };
}

/** Checks keys in kebab-case or camelCase against the schema of settings. */
export function checkSettings(section: unknown, place: string): { settings?: Partial<Settings>; mistakes?: ConfigurationFile["mistakes"] } {
  const values = table(section);
  if (values === undefined) return { mistakes: [{ message: `${place} must be a table of settings`, isSetting: true }] };
  const named = Object.fromEntries(Object.entries(values).map(([key, value]) => [camelCase(key), value]));
  const parsed = settingsSchema.partial().safeParse(named);
  if (!parsed.success) return { mistakes: parsed.error.issues.map((issue) => ({ message: describeIssue(issue, place), isSetting: true })) };
  // Defaults of the schema are not what the file says: only the keys that it names count.
  const settings = Object.fromEntries(Object.entries(parsed.data).filter(([key]) => key in named));
  return { settings: settings as Partial<Settings> };
}

function describeIssue(issue: { code: string; path: PropertyKey[]; message: string; keys?: string[] }, place: string): string {
  if (issue.code === "unrecognized_keys") {
    const unknown = issue.keys?.[0] ?? "";
    return `${place} unknown setting "${unknown}"; did you mean "${nearestWord(unknown, Object.keys(settingsSchema.shape))}"?`.trim();
  }
  return `${place} ${issue.path.map(String).join(".")}: ${issue.message}`.trim();
}

/** `python_requires` of a `setup.cfg`, below `[options]`, or of the call in a `setup.py`, where it is a plain text. */
export function parsePythonRequires(text: string): string | undefined {
  const found = /^\s*python_requires\s*=\s*(?:(["'])([^"'\n]*)\1|([^"'\n#]+))/m.exec(text);
  const specifier = (found?.[2] ?? found?.[3])?.trim();
  return specifier === undefined || lowestPython(specifier) === undefined ? undefined : specifier;
}

/** Script entry points of a `setup.cfg`: `name = package.module:function` below `console_scripts =`. */
export function parseSetupScripts(text: string): ConsoleScript[] {
  const section = /^\[options\.entry_points\]\s*\n((?:(?!\[).*\n?)*)/m.exec(text)?.[1] ?? "";
  const block = /^console_scripts\s*=\s*\n((?:[ \t]+.*\n?)*)/m.exec(section)?.[1] ?? "";
  return block.split("\n").flatMap((line) => {
    const found = /^\s+([\w.-]+)\s*=\s*([\w.]+:[\w.]+)/.exec(line);
    return found ? [{ name: found[1] as string, target: found[2] as string }] : [];
  });
}

/** The lowest Python that a version specifier admits: `>=3.9,<4` and `^3.9` give [3, 9]; undefined when it names no lower bound. */
export function lowestPython(specifier: string | undefined): readonly [number, number] | undefined {
  if (specifier === undefined) return undefined;
  const bounds = [...specifier.matchAll(/(?:>=|~=|\^|==|>|~|^)\s*(\d+)\.(\d+)/g)].map(
    ([, major, minor]) => [Number(major), Number(minor)] as const,
  );
  return bounds.sort((a, b) => b[0] - a[0] || b[1] - a[1])[0];
}

function scriptsOf(value: unknown): ConsoleScript[] {
  return Object.entries(table(value) ?? {}).flatMap(([name, target]) => (typeof target === "string" ? [{ name, target }] : []));
}

function table(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function camelCase(key: string): string {
  return key.replace(/[-_]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
