import * as vscode from "vscode";
import type { RecordingPlan } from "../../record";

const doNotAskKey = "profile.doNotAsk";

/**
 * Asks whether the plan may be run, unless the reader has said for this workspace that it need not. The program stands beside the
 * answer, the whole command line below it and, where that is too long to show, in the output.
 */
export async function confirmRun(plan: RecordingPlan, state: vscode.Memento): Promise<boolean> {
  if (state.get<boolean>(doNotAskKey)) return true;
  const run = { label: vscode.l10n.t("Run"), description: plan.programLine, detail: plan.commandLine };
  const always = { label: vscode.l10n.t("Run and Do Not Ask Again Here") };
  const refuse = { label: vscode.l10n.t("Do Not Run") };
  const choice = await vscode.window.showQuickPick([run, always, refuse], {
    title: vscode.l10n.t("Run this program to record a profile?"),
    placeHolder: whereAndHow(plan),
    ignoreFocusOut: true,
  });
  if (choice === always) await state.update(doNotAskKey, true);
  return choice === run || choice === always;
}

/** One sentence for people. */
export function whereAndHow({ cwd, samplerTitle, timeLimit }: RecordingPlan): string {
  if (timeLimit === undefined) return vscode.l10n.t("In {0}, recorded with {1}.", cwd, samplerTitle);
  return vscode.l10n.t("In {0}, recorded with {1}, for at most {2} s.", cwd, samplerTitle, timeLimit);
}
