/** The configuration of a folder: the nearest file at or above it that speaks of Breakeven, and the packaging data nearest to it. */
import { type Host, SettingsError } from "./contract";
import {
  type ConfigurationFile,
  type ConsoleScript,
  lowestPython,
  parsePythonRequires,
  parseSetupScripts,
  parseTomlConfiguration,
} from "./parse-configuration";
import { ancestors, baseName, joinPath, parentPath, relativeTo } from "./paths";
import { type Settings, settingsSchema } from "./settings";

/** In this order of preference within one folder. */
export const configurationNames = ["breakeven.toml", "pyproject.toml"] as const;

export interface Configuration {
  readonly settings: Settings;
  /** Folder whose configuration file is in force, if any: globs are relative to it. */
  readonly folder?: string;
  readonly python?: readonly [number, number];
  readonly requiresPython?: string;
  readonly consoleScripts: readonly ConsoleScript[];
  readonly problems: readonly { readonly path: string; readonly line?: number; readonly message: string }[];
}

/**
 * `overrides` are what the command line or editor says and win. `configFile` replaces the search. With `strict` a mistake in the
 * settings throws SettingsError; otherwise it is among the problems and the file's settings are not used.
 */
export async function findConfiguration(
  host: Host,
  root: string,
  request: { readonly overrides: Partial<Settings>; readonly configFile?: string; readonly strict: boolean },
): Promise<Configuration> {
  const files = request.configFile === undefined ? await searchUpwards(host, root) : [await readNamed(host, request.configFile)];
  const problems = files.flatMap((file) => file.mistakes.map((mistake) => ({ path: file.path, ...mistake })));
  const first = problems[0];
  // A pyproject.toml that does not parse may be the business of other tools: then it is no reason to stop.
  const isOurs = first !== undefined && (request.configFile !== undefined || first.isSetting || baseName(first.path) === "breakeven.toml");
  if (isOurs && (request.strict || request.configFile !== undefined)) throw settingsError(first);
  const inForce = files.find((file) => file.settings !== undefined);
  const packaging = files.find((file) => file.requiresPython !== undefined);
  const overrides = Object.fromEntries(Object.entries(request.overrides).filter(([, value]) => value !== undefined));
  const settings = settingsSchema.parse({ ...inForce?.settings, ...overrides });
  const setupConfiguration = await readText(host, joinPath(root, "setup.cfg"));
  const requiresPython =
    packaging?.requiresPython ??
    parsePythonRequires(setupConfiguration) ??
    parsePythonRequires(await readText(host, joinPath(root, "setup.py")));
  const folder = inForce && parentPath(inForce.path);
  return {
    settings,
    // A file named on the command line may lie elsewhere; it then speaks of the folder that is assessed.
    folder: folder !== undefined && relativeTo(folder, root) !== undefined ? folder : undefined,
    python: lowestPython(settings.pythonVersion) ?? lowestPython(requiresPython),
    requiresPython: settings.pythonVersion ?? requiresPython,
    consoleScripts: [...files.flatMap((file) => file.consoleScripts), ...parseSetupScripts(setupConfiguration)],
    problems,
  };
}

/** What a folder's own file says, for folders below the root; undefined when there is none that speaks of Breakeven. */
export async function readFolderConfiguration(
  host: Host,
  folder: string,
  names: readonly string[],
): Promise<ConfigurationFile | undefined> {
  for (const name of configurationNames) {
    if (!names.includes(name)) continue;
    const file = await readConfiguration(host, joinPath(folder, name));
    if (file?.settings !== undefined || (file?.mistakes.length ?? 0) > 0) return file;
  }
  return undefined;
}

/** From the folder up to the first file that speaks of Breakeven; packaging data counts only from the nearest project. */
async function searchUpwards(host: Host, root: string): Promise<ConfigurationFile[]> {
  const found: ConfigurationFile[] = [];
  let hasProject = false;
  for (const folder of ancestors(root)) {
    for (const name of configurationNames) {
      const file = await readConfiguration(host, joinPath(folder, name));
      if (file === undefined) continue;
      const isProject = name === "pyproject.toml";
      found.push(isProject && hasProject ? { ...file, requiresPython: undefined, consoleScripts: [] } : file);
      hasProject ||= isProject;
      if (file.settings !== undefined) return found;
    }
  }
  return found;
}

async function readNamed(host: Host, path: string): Promise<ConfigurationFile> {
  const file = await readConfiguration(host, path);
  if (file === undefined) throw new SettingsError(`${path}: no such configuration file`);
  return file;
}

async function readConfiguration(host: Host, path: string): Promise<ConfigurationFile | undefined> {
  if ((await host.stat(path))?.kind !== "file") return undefined;
  try {
    return parseTomlConfiguration(path, new TextDecoder().decode(await host.readFile(path)));
  } catch (error) {
    return { path, consoleScripts: [], mistakes: [{ message: (error as Error).message }] };
  }
}

/** Empty where there is none, or none that can be read: files of other tools are no reason to stop. */
async function readText(host: Host, path: string): Promise<string> {
  try {
    return (await host.stat(path))?.kind === "file" ? new TextDecoder().decode(await host.readFile(path)) : "";
  } catch {
    return "";
  }
}

function settingsError({ path, line, message }: { path: string; line?: number; message: string }): SettingsError {
  return new SettingsError(`${path}${line === undefined ? "" : `:${line}`}: ${message}`);
}
