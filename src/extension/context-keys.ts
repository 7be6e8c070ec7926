import * as vscode from "vscode";
import type { Assessments } from "./assessments";

/** What the `when` clauses of `package.json` ask. */
export function followContextKeys(assessments: Assessments): vscode.Disposable {
  const last = new Map<string, boolean>();
  const set = (key: string, value: boolean) => {
    if (last.get(key) === value) return;
    last.set(key, value);
    setContextKey(key, value);
  };
  return assessments.onDidChange(() => {
    set("breakeven.hasAssessment", assessments.all.length > 0);
    set(
      "breakeven.hasProfile",
      assessments.status.some(({ profile }) => profile !== undefined),
    );
    set(
      "breakeven.isAssessing",
      assessments.status.some(({ state }) => state === "assessing"),
    );
  });
}

export function setContextKey(key: string, value: boolean): void {
  void vscode.commands.executeCommand("setContext", key, value);
}
