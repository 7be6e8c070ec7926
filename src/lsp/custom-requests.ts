/** The requests of `protocol.ts` and the server's own commands: registers their handlers. */
import { type Connection, MessageType, ResponseError, ShowMessageNotification } from "vscode-languageserver";
import { type CancellationToken, CancelledError } from "../base";
import { buildPanelContent } from "../report";
import type { Session } from "../session";
import { hoverLinks } from "./editor-commands";
import { hotspotAround } from "./find-hotspot";
import type { Folder } from "./folder";
import { type Guard, oneLine } from "./guard";
import { hoverMarkdown } from "./hover-markdown";
import { unshiftLine } from "./line-shifts";
import { registerProfileRequests } from "./profile-requests";
import { reportTo, tokenOf } from "./progress";
import {
  type AssessmentSnapshot,
  type AssessParams,
  type AssessResult,
  type ExplainParams,
  type ExplainRuleArguments,
  type Explanation,
  type FolderParams,
  methods,
  type PanelContentResult,
  type RenderedAssessment,
  type RenderParams,
  type RulePage,
  type RuleParams,
  type ShowHotspotArguments,
  serverCommands,
} from "./protocol";
import { rulePage } from "./rule-page";
import { adviceText, shareText } from "./words";
import type { Workspace } from "./workspace";

export interface RequestContext {
  readonly connection: Connection;
  readonly session: Session;
  workspace(): Workspace;
  ownClient(): boolean;
  readonly guard: Guard;
}

export function registerCustomRequests(context: RequestContext): void {
  const { connection, guard, session } = context;
  const folderOf = (uri: string): Folder | undefined => context.workspace().folders.get(uri);

  connection.onRequest(
    methods.assess,
    guard<AssessParams, AssessResult>("assess", { failed: [] }, async ({ folder, workDoneToken }, token) => {
      const reporter = connection.window.attachWorkDoneProgress(workDoneToken);
      const folders = folder === undefined ? context.workspace().allFolders : [folderOf(folder)].filter((it) => it !== undefined);
      reporter.begin("Breakeven", 0, undefined, true);
      try {
        return await assessFolders(folders, tokenOf(token), reportTo(reporter));
      } finally {
        reporter.done();
      }
    }),
  );

  connection.onRequest(
    methods.assessment,
    guard<FolderParams, AssessmentSnapshot | null>("assessment", null, ({ folder: uri }) => snapshot(folderOf(uri))),
  );

  connection.onRequest(
    methods.explain,
    guard<ExplainParams, Explanation | null>("explain", null, (params) => explain(context, params)),
  );

  connection.onRequest(
    methods.rulePage,
    guard<RuleParams, RulePage | null>("rule page", null, async ({ rule }) => rulePage(await session.knowledge(), rule) ?? null),
  );

  connection.onRequest(methods.render, async ({ folder: uri, format }: RenderParams): Promise<RenderedAssessment | null> => {
    const assessment = folderOf(uri)?.assessment;
    if (assessment === undefined) return null;
    return { text: await session.render(assessment, format) };
  });

  registerProfileRequests(context);

  connection.onRequest(methods.panelContent, async (): Promise<PanelContentResult> => buildPanelContent(await session.knowledge()));

  connection.onRequest(methods.status, () => context.workspace().status);

  connection.onExecuteCommand(({ command, arguments: [argument] = [] }, token) => runCommand(context, command, argument, tokenOf(token)));
}

/** One folder after the other: they share the processor anyway. */
async function assessFolders(
  folders: readonly Folder[],
  token: CancellationToken,
  onProgress: ReturnType<typeof reportTo>,
): Promise<AssessResult> {
  const failed: { folder: string; message: string }[] = [];
  for (const folder of folders) {
    try {
      await folder.assess(token, onProgress);
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      failed.push({ folder: folder.uri, message: oneLine(error) });
    }
  }
  return { failed };
}

function snapshot(folder: Folder | undefined): AssessmentSnapshot | null {
  if (folder?.assessment === undefined) return null;
  const { uri, assessment, assessedAt, stalePaths } = folder;
  return { folder: uri, assessment, assessedAt: assessedAt.toISOString(), stalePaths };
}

function explain({ workspace, ownClient }: RequestContext, { uri, line }: ExplainParams): Explanation | null {
  const found = workspace().find(uri);
  if (found === undefined) return null;
  const { folder } = found.open;
  const then = unshiftLine(line, found.current?.edits ?? []);
  const hotspot = found.current && hotspotAround(found.current.view, then);
  const why = folder.explain(found.relative, then);
  const parts = [hotspot && hoverMarkdown(hotspot, then, hoverLinks(ownClient(), folder.uri, hotspot.id)), why].filter(Boolean);
  if (parts.length === 0) return null;
  return { markdown: parts.join("\n\n---\n\n"), folder: folder.uri, hotspot: hotspot?.id };
}

/** For editors without the client's commands: the answer is a message. */
async function runCommand(context: RequestContext, command: string, argument: unknown, token: CancellationToken): Promise<null> {
  const { connection, session, workspace } = context;
  const say = (message: string, type: MessageType = MessageType.Info) => {
    void connection.sendNotification(ShowMessageNotification.type, { type, message });
  };
  if (command === serverCommands.assess) {
    const { failed } = await assessFolders(workspace().allFolders, token, () => undefined);
    for (const { message } of failed) say(message, MessageType.Error);
  } else if (command === serverCommands.explainHotspot) {
    const { folder, hotspot } = argument as ShowHotspotArguments;
    const found = workspace()
      .folders.get(folder)
      ?.assessment?.hotspots.find(({ id }) => id === hotspot);
    const advice = found?.advice[0];
    if (found === undefined || advice === undefined) say("The code has changed: assess it again.");
    else say(`${found.qualname}: ${shareText(found)}, ${adviceText(advice)}. ${advice.message}`);
  } else if (command === serverCommands.explainRule) {
    const page = rulePage(await session.knowledge(), (argument as ExplainRuleArguments).rule);
    if (page !== undefined) say(page.markdown);
  } else throw new ResponseError(-32602, `unknown command ${command}`);
  return null;
}
