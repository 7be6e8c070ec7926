/** What a sampler's own words mean, with the remedy. */
import { readFileSync } from "node:fs";

/** One sentence for what a sampler said on standard error before it gave up. */
export function explainFailure(title: string, said: string, platform: NodeJS.Platform = process.platform): string {
  const lines = said
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const line = lines.find((text) => /error|denied|permitted|root|fail/i.test(text)) ?? lines[0] ?? "it gave no reason";
  if (/requires root|must be run as root|sudo/i.test(said)) {
    return `${title} may look into programs only as root here (a rule of ${systemName(platform)}); run the command with sudo, or record with cProfile`;
  }
  if (/permission denied|operation not permitted|not permitted|EPERM|EACCES|insufficient permission|access is denied/i.test(said)) {
    return `${title} may not look into programs here: ${rightsRemedy(platform)}`;
  }
  if (/python version|unsupported version|failed to find.*interpreter/i.test(said)) {
    return `${title} does not know this Python (${line}); a newer version of it may`;
  }
  return `${title} failed: ${line.replace(/^error:\s*/i, "")}`;
}

function systemName(platform: NodeJS.Platform): string {
  return platform === "darwin" ? "macOS" : platform === "linux" ? "Linux" : "this system";
}

function rightsRemedy(platform: NodeJS.Platform): string {
  if (platform === "darwin") return "macOS asks for root; run the command with sudo, or record with cProfile";
  if (platform === "win32") return "Windows asks for an administrator's rights; start the shell as administrator, or record with cProfile";
  const scope = ptraceScope();
  if (scope !== undefined && scope >= 2) {
    return `kernel.yama.ptrace_scope is ${scope}, and a program may look into those that it starts with 1 (sudo sysctl kernel.yama.ptrace_scope=1)`;
  }
  return "in a container add the capability SYS_PTRACE (docker run --cap-add SYS_PTRACE); elsewhere run the command with sudo, or record with cProfile";
}

function ptraceScope(): number | undefined {
  try {
    return Number(readFileSync("/proc/sys/kernel/yama/ptrace_scope", "utf8"));
  } catch {
    return undefined; // A kernel without Yama.
  }
}
