/** Short questions to other programs: version, help, where an interpreter is. */
import { execFile } from "node:child_process";

export interface Answer {
  /** Undefined when it could not be started or took too long; `failure` says which. */
  readonly status?: number;
  readonly failure?: string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, at most `seconds`; never throws. */
export function runQuietly(
  argv: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly seconds?: number },
): Promise<Answer> {
  const [file = "", ...args] = argv;
  const settings = { cwd: options.cwd, env: options.env, timeout: (options.seconds ?? 10) * 1000, killSignal: "SIGKILL" as const };
  return new Promise((resolve) => {
    const child = execFile(file, args, { ...settings, windowsHide: true, maxBuffer: 1 << 20 }, (error, stdout, stderr) => {
      if (error === null) resolve({ status: 0, stdout, stderr });
      else if (typeof error.code === "number") resolve({ status: error.code, stdout, stderr });
      else resolve({ failure: error.killed ? "it did not answer in time" : error.message, stdout, stderr });
    });
    child.stdin?.end();
  });
}
