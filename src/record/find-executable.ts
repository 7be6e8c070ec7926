import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join, resolve } from "node:path";

/** The file that a shell would start for `name`: in `folders` first, then on PATH. Undefined when there is none. */
export async function findExecutable(
  name: string,
  { cwd, env, folders = [] }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly folders?: readonly string[] },
): Promise<string | undefined> {
  const hasFolder = /[\\/]/.test(name);
  const places = hasFolder ? [""] : [...folders, ...searchPath(env)];
  for (const place of places) {
    for (const ending of endings(name, env)) {
      const file = isAbsolute(name) ? name + ending : resolve(cwd, join(place, name + ending));
      if (await isExecutable(file)) return file;
    }
  }
  return undefined;
}

function searchPath(env: NodeJS.ProcessEnv): string[] {
  const key = Object.keys(env).find((name) => name.toUpperCase() === "PATH");
  return (key === undefined ? "" : (env[key] ?? "")).split(delimiter).filter((folder) => folder !== "");
}

function endings(name: string, env: NodeJS.ProcessEnv): string[] {
  if (process.platform !== "win32") return [""];
  const known = (env["PATHEXT"] ?? ".EXE;.CMD;.BAT;.COM").toLowerCase().split(";");
  return known.some((ending) => name.toLowerCase().endsWith(ending)) ? [""] : known;
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
