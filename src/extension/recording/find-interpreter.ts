/**
 * The interpreter that the reader has selected: by the Python Environments extension, by the Python extension, by the setting of both,
 * else the one on PATH. The parts of their public API that are used: github.com/microsoft/vscode-python-environments (src/api.ts) and
 * github.com/microsoft/vscode-python (pythonExtensionApi/src/main.ts).
 */
import { homedir } from "node:os";
import { isAbsolute, resolve } from "node:path";
import * as vscode from "vscode";
import { askPython, RecordError } from "../../record";
import type { ServerConnection } from "../server-connection";

interface PythonEnvironmentsApi {
  getEnvironment?(scope: vscode.Uri): Promise<{ readonly execInfo?: { readonly run?: { readonly executable?: string } } } | undefined>;
}

interface PythonApi {
  readonly environments?: {
    getActiveEnvironmentPath(resource: vscode.Uri): { readonly path: string };
    resolveEnvironment(environment: { readonly path: string }): Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
  };
}

/** Path of an interpreter that answers. Throws RecordError when there is none. */
export async function findInterpreter(
  resource: vscode.Uri,
  place: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  server: ServerConnection,
): Promise<string> {
  for (const ask of [askEnvironments, askPythonExtension]) {
    try {
      const path = await ask(resource);
      if (path !== undefined) return (await askPython(path, place)).executable;
    } catch (error) {
      server.log(error);
    }
  }
  const setting = fromSetting(resource, place.cwd);
  if (setting !== undefined) return (await askPython(setting, place)).executable;
  for (const name of process.platform === "win32" ? ["python", "py"] : ["python3", "python"]) {
    const found = await askPython(name, place).catch(() => undefined);
    if (found !== undefined) return found.executable;
  }
  throw new RecordError(
    vscode.l10n.t("No Python was found. Select an interpreter in the Python extension, or set python.defaultInterpreterPath."),
  );
}

async function askEnvironments(resource: vscode.Uri): Promise<string | undefined> {
  const api = await apiOf<PythonEnvironmentsApi>("ms-python.vscode-python-envs");
  return (await api?.getEnvironment?.(resource))?.execInfo?.run?.executable;
}

async function askPythonExtension(resource: vscode.Uri): Promise<string | undefined> {
  const environments = (await apiOf<PythonApi>("ms-python.python"))?.environments;
  if (environments === undefined) return undefined;
  return (await environments.resolveEnvironment(environments.getActiveEnvironmentPath(resource)))?.executable.uri?.fsPath;
}

async function apiOf<Api>(id: string): Promise<Partial<Api> | undefined> {
  return (await vscode.extensions.getExtension<Partial<Api> | undefined>(id)?.activate()) ?? undefined;
}

/** The setting of the Python extension, with the variables that it knows. Its default, `python`, says nothing. */
function fromSetting(resource: vscode.Uri, cwd: string): string | undefined {
  const value = vscode.workspace.getConfiguration("python", resource).get<string>("defaultInterpreterPath");
  if (value === undefined || value === "" || value === "python") return undefined;
  const path = value
    .replace(/\$\{workspaceFolder\}/g, () => cwd)
    .replace(/\$\{userHome\}/g, () => homedir())
    .replace(/^~(?=[\\/])/, () => homedir())
    .replace(/\$\{env:(\w+)\}/g, (_, name: string) => process.env[name] ?? "");
  return isAbsolute(path) || !/[\\/]/.test(path) ? path : resolve(cwd, path);
}
