import type { CancellationToken as LspToken, WorkDoneProgressReporter } from "vscode-languageserver";
import type { CancellationToken } from "../base";
import type { AssessProgress } from "../session";

/** The phases of an assessment as parts of one bar. */
const spans: Record<AssessProgress["phase"], readonly [number, number]> = {
  discover: [0, 5],
  read: [5, 60],
  analyse: [60, 90],
  advise: [90, 100],
};

export function percentage({ phase, done, total }: AssessProgress): number {
  const [from, to] = spans[phase];
  return Math.round(from + (to - from) * (total > 0 ? Math.min(1, done / total) : 0));
}

/** Reports at most once for each whole percent, so that a project of many files does not flood the editor. */
export function reportTo(reporter: WorkDoneProgressReporter): (progress: AssessProgress) => void {
  let last = -1;
  return (progress) => {
    const now = percentage(progress);
    if (now === last) return;
    last = now;
    reporter.report(now, progress.message);
  };
}

export function tokenOf(token: LspToken): CancellationToken {
  return {
    get isCancelled() {
      return token.isCancellationRequested;
    },
  };
}
