/** Registers the commands of `package.json`; each has its own file. */
import * as vscode from "vscode";
import { clientCommands, type ExplainRuleArguments } from "../../lsp/protocol";
import { hotspotArguments, type TreeNode } from "../hotspots-tree";
import { assessProject, cancelAssessment } from "./assess-project";
import type { CommandContext } from "./command-context";
import { compareProfiles } from "./compare-profiles";
import { explainRule } from "./explain-rule";
import { type ExportArguments, exportAssessment } from "./export-assessment";
import { clearProfile, importProfile } from "./import-profile";
import { openPanel } from "./open-panel";
import { profileProgram, stopRecording } from "./profile-program";
import { showHotspot } from "./show-hotspot";

export function registerCommands(context: vscode.ExtensionContext, commands: CommandContext): void {
  const { server, output, loadRecorder } = commands;
  const recording = { extension: context, server };
  const register = (name: string, run: (argument?: unknown, more?: unknown) => unknown) => {
    const guarded = async (argument?: unknown, more?: unknown) => {
      try {
        return await run(argument, more);
      } catch (error) {
        server.reportError(error);
      }
    };
    context.subscriptions.push(vscode.commands.registerCommand(name, guarded));
  };
  register("breakeven.assess", () => assessProject(commands));
  register("breakeven.cancelAssessment", () => cancelAssessment());
  register("breakeven.openPanel", (argument) => openPanel(commands, argument));
  register(clientCommands.showHotspot, (argument) => showHotspot(commands, isTreeNode(argument) ? hotspotArguments(argument) : argument));
  register(clientCommands.explainRule, (argument) => explainRule(commands, isTreeNode(argument) ? ruleOf(argument) : argument));
  register("breakeven.exportAssessment", (argument) => exportAssessment(commands, (argument ?? {}) as ExportArguments));
  register("breakeven.importProfile", (clicked, selected) => importProfile(commands, clicked, selected));
  register("breakeven.compareProfiles", (argument) => compareProfiles(commands, argument));
  register("breakeven.clearProfile", () => clearProfile(commands));
  register("breakeven.profileFile", () => profileProgram("file", recording, loadRecorder));
  register("breakeven.profileTest", () => profileProgram("test", recording, loadRecorder));
  register("breakeven.profileCommand", () => profileProgram("command", recording, loadRecorder));
  register("breakeven.stopRecording", () => stopRecording(loadRecorder));
  register("breakeven.openWalkthrough", () =>
    vscode.commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`, false),
  );
  register("breakeven.restartServer", () => server.restart());
  register("breakeven.showOutput", () => output.show());
}

function isTreeNode(argument: unknown): argument is TreeNode {
  return typeof argument === "object" && argument !== null && "kind" in argument;
}

function ruleOf(node: TreeNode): ExplainRuleArguments | undefined {
  const rule = node.kind === "hotspot" ? node.hotspot.advice[0]?.rule : undefined;
  return rule === undefined ? undefined : { rule };
}
