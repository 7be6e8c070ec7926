/** One recording from request to import: target, interpreter, plan, question, run, import. */
import { mkdir } from "node:fs/promises";
import { delimiter, dirname } from "node:path";
import * as vscode from "vscode";
import { nameProfile, planRecording, RecordError, type Recording, type RecordingPlan, recordProgram, type SamplerName } from "../../record";
import type { RecordingContext, RecordingSubject } from "../commands/profile-program";
import { importProfiles } from "../profiles";
import { confirmRun, whereAndHow } from "./confirm-run";
import { findInterpreter } from "./find-interpreter";

import { findTarget, type RecordingTarget } from "./recording-target";

let channel: vscode.OutputChannel | undefined;
let running: AbortController | undefined;

/** Records, keeps the file in the workspace's storage and imports it. One recording runs at a time. */
export async function recordProfile(subject: RecordingSubject, context: RecordingContext): Promise<void> {
  if (running !== undefined) return offerToStop();
  const stop = new AbortController();
  running = stop;
  void vscode.commands.executeCommand("setContext", "breakeven.isRecording", true);
  try {
    const target = await findTarget(subject, context);
    if (target !== undefined) await recordTarget(target, context, stop);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    showFailure(error);
  } finally {
    running = undefined;
    void vscode.commands.executeCommand("setContext", "breakeven.isRecording", false);
  }
}

export function stopRecording(): void {
  running?.abort();
}

async function recordTarget(target: RecordingTarget, context: RecordingContext, stop: AbortController): Promise<void> {
  const words = openChannel(context.extension);
  const preparing = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Breakeven: preparing the recording") };
  const plan = await vscode.window.withProgress(preparing, () => planOf(target, context));
  for (const line of [`$ ${plan.commandLine}`, whereAndHow(plan), ...plan.notes]) words.appendLine(line);
  words.show(true);
  if (stop.signal.aborted || !(await confirmRun(plan, context.extension.workspaceState)))
    return words.appendLine(vscode.l10n.t("Not run."));
  const recording = await runWithProgress(plan, target.name, { words, stop, extension: context.extension });
  words.appendLine(sentenceOf(recording));
  await importProfiles(context.server, [vscode.Uri.file(recording.file)]);
  tell(recording, words);
}

async function planOf({ resource, cwd, command, name }: RecordingTarget, { extension, server }: RecordingContext): Promise<RecordingPlan> {
  const settings = vscode.workspace.getConfiguration("breakeven.profile", resource);
  const python = await findInterpreter(resource, { cwd, env: process.env }, server);
  const sampler = settings.get<SamplerName | "auto">("sampler", "auto");
  const limit = settings.get<number>("timeLimit", 0);
  return planRecording({
    command: command(python),
    cwd,
    // Tools of the selected environment come first, as in its terminal.
    env: { ...process.env, PATH: [dirname(python), process.env["PATH"] ?? ""].join(delimiter) },
    sampler: sampler === "auto" ? undefined : sampler,
    rate: settings.get<number>("rate", 100),
    timeLimit: limit > 0 ? limit : undefined,
    output: async (_, extension_) => nameProfile(await profileFolder(extension), name, extension_),
    runner: extension.asAbsolutePath("dist/run_program.py"),
  });
}

/** In the workspace's storage; of a window without a folder, in that of the extension. */
async function profileFolder(extension: vscode.ExtensionContext): Promise<string> {
  const folder = vscode.Uri.joinPath(extension.storageUri ?? extension.globalStorageUri, "profiles").fsPath;
  await mkdir(folder, { recursive: true });
  return folder;
}

interface RunContext {
  readonly words: vscode.OutputChannel;
  readonly stop: AbortController;
  readonly extension: vscode.ExtensionContext;
}

async function runWithProgress(plan: RecordingPlan, name: string, { words, stop, extension }: RunContext): Promise<Recording> {
  const force = new AbortController();
  // A window that closes ends the program with it.
  const closing = new vscode.Disposable(() => force.abort());
  extension.subscriptions.push(closing);
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t("Breakeven: recording {0}", name),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, cancelled) => {
    cancelled.onCancellationRequested(() => stop.abort());
    const started = Date.now();
    const show = () => progress.report({ message: progressText(plan, Math.round((Date.now() - started) / 1000), stop.signal.aborted) });
    show();
    const clock = setInterval(show, 1000);
    try {
      return await recordProgram(plan, { words: (text) => words.append(text), stop: stop.signal, force: force.signal });
    } finally {
      clearInterval(clock);
      extension.subscriptions.splice(extension.subscriptions.indexOf(closing), 1);
    }
  });
}

function progressText(plan: RecordingPlan, seconds: number, isStopping: boolean): string {
  if (isStopping) return vscode.l10n.t("stopping, and keeping what was recorded");
  if (plan.timeLimit === undefined) return vscode.l10n.t("{0} s with {1}", seconds, plan.samplerTitle);
  return vscode.l10n.t("{0} of at most {1} s with {2}", seconds, plan.timeLimit, plan.samplerTitle);
}

function tell(recording: Recording, words: vscode.OutputChannel): void {
  const show = vscode.l10n.t("Show Output");
  const { end, outcome } = recording;
  const endedBadly = outcome === "ended" && end !== undefined && (end.kind === "signal" || end.value !== 0);
  const message = sentenceOf(recording);
  const shown = endedBadly ? vscode.window.showWarningMessage(message, show) : vscode.window.showInformationMessage(message, show);
  shown.then((choice) => choice === show && words.show());
}

function sentenceOf({ outcome, end, samples, seconds, samplerTitle }: Recording): string {
  const time = seconds.toFixed(1);
  const what =
    samples === undefined
      ? vscode.l10n.t("Recorded {0} s with {1}.", time, samplerTitle)
      : vscode.l10n.t("Recorded {0} samples in {1} s with {2}.", samples, time, samplerTitle);
  return [what, howEnded(outcome, end)].filter((text) => text !== "").join(" ");
}

function howEnded(outcome: Recording["outcome"], end: Recording["end"]): string {
  if (outcome === "time-limit") return vscode.l10n.t("The time limit was reached.");
  if (outcome === "stopped") return vscode.l10n.t("It was stopped.");
  if (end?.kind === "signal") return vscode.l10n.t("The program was ended by signal {0}.", end.value);
  return end === undefined || end.value === 0 ? "" : vscode.l10n.t("The program ended with status {0}.", end.value);
}

function openChannel(extension: vscode.ExtensionContext): vscode.OutputChannel {
  if (channel === undefined) {
    channel = vscode.window.createOutputChannel("Breakeven Recording");
    extension.subscriptions.push(channel);
  }
  return channel;
}

function showFailure({ message }: RecordError): void {
  channel?.appendLine(message);
  const show = vscode.l10n.t("Show Output");
  const text = vscode.l10n.t("No profile was recorded: {0}", message);
  vscode.window.showErrorMessage(text, show).then((choice) => choice === show && channel?.show());
}

function offerToStop(): void {
  const stop = vscode.l10n.t("Stop It");
  vscode.window.showInformationMessage(vscode.l10n.t("A recording is running already."), stop).then((choice) => {
    if (choice === stop) stopRecording();
  });
}
