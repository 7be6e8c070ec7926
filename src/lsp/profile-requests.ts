/** The requests of `protocol.ts` about measured profiles: registers their handlers. */
import { type Connection, ErrorCodes, MessageType, ResponseError, ShowMessageNotification } from "vscode-languageserver";
import { type CancellationToken, CancelledError, neverCancelled } from "../base";
import { type Assessment, renderComparison } from "../report";
import type { ProfileRequest } from "../session";
import { pathFromUri } from "./file-uris";
import type { Folder } from "./folder";
import { type Guard, oneLine } from "./guard";
import { reportTo, tokenOf } from "./progress";
import {
  type CallTreeParams,
  type CallTreeResult,
  type ClearProfileParams,
  type CompareProfilesParams,
  type CompareProfilesResult,
  type ImportedProfile,
  type ImportProfileParams,
  type ImportProfileResult,
  type LineHeatParams,
  type LineHeatResult,
  methods,
} from "./protocol";
import type { Workspace } from "./workspace";

export interface ProfileContext {
  readonly connection: Connection;
  workspace(): Workspace;
  ownClient(): boolean;
  readonly guard: Guard;
}

/** What a picture of usual size can show. */
const leastShare = 0.001;
const nodeLimit = 2000;
const shownFunctions = 100;

export function registerProfileRequests(context: ProfileContext): void {
  const { connection, guard, workspace } = context;
  const foldersOf = (uri: string | undefined): readonly Folder[] =>
    uri === undefined ? workspace().allFolders : [workspace().folders.get(uri)].filter((it) => it !== undefined);

  connection.onRequest(
    methods.importProfile,
    guard<ImportProfileParams, ImportProfileResult>("import profile", { imported: [], failed: [] }, async (params, token) => {
      const reporter = connection.window.attachWorkDoneProgress(params.workDoneToken);
      reporter.begin("Breakeven", 0, undefined, true);
      try {
        const result = await importProfiles(foldersOf(params.folder), params, tokenOf(token), reportTo(reporter));
        if (!context.ownClient()) for (const { message } of result.failed) showError(connection, message);
        return result;
      } finally {
        reporter.done();
      }
    }),
  );

  connection.onRequest(
    methods.clearProfile,
    guard<ClearProfileParams, null>("clear profile", null, async ({ folder }, token) => {
      for (const one of foldersOf(folder)) await one.clearProfiles(tokenOf(token));
      return null;
    }),
  );

  // What is wrong with a file is the answer that the client waits for: no guard.
  connection.onRequest(methods.compareProfiles, async (params: CompareProfilesParams, token): Promise<CompareProfilesResult> => {
    const [folder] = foldersOf(params.folder);
    if (folder === undefined) throw new ResponseError(ErrorCodes.InvalidParams, "there is no folder that the profiles could be of");
    const [before, after] = [params.before, params.after].map((uris) => uris.map((uri) => ({ path: pathFromUri(uri) })));
    try {
      const comparison = await folder.compareProfiles(before ?? [], after ?? [], tokenOf(token));
      return { markdown: renderComparison(comparison, "markdown", { limit: shownFunctions }) };
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      throw new ResponseError(ErrorCodes.InternalError, oneLine(error));
    }
  });

  connection.onRequest(
    methods.lineHeat,
    guard<LineHeatParams, LineHeatResult | null>("line heat", null, ({ uri }) => lineHeat(workspace(), uri)),
  );

  connection.onRequest(
    methods.callTree,
    guard<CallTreeParams, CallTreeResult | null>("call tree", null, (params) => callTree(workspace().folders.get(params.folder), params)),
  );
}

async function importProfiles(
  folders: readonly Folder[],
  { uris, weights = [] }: ImportProfileParams,
  token: CancellationToken,
  onProgress: ReturnType<typeof reportTo>,
): Promise<ImportProfileResult> {
  const requests = uris.map((uri, index): ProfileRequest => ({ path: pathFromUri(uri), weight: weights[index] }));
  const imported: { folder: Folder; result: ImportedProfile }[] = [];
  const failed: { folder: string; message: string }[] = [];
  for (const folder of folders) {
    try {
      await folder.importProfiles(requests, token, onProgress);
      const profile = folder.assessment?.profile;
      if (profile !== undefined) imported.push({ folder, result: describe(folder, profile) });
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      failed.push({ folder: folder.uri, message: oneLine(error) });
    }
  }
  const fitting = imported.filter(({ result }) => result.ranks);
  if (fitting.length === 0 || fitting.length === imported.length) return { imported: imported.map(({ result }) => result), failed };
  // Of another folder: there it would only be a problem that nobody can do anything about.
  for (const { folder, result } of imported) if (!result.ranks) await folder.clearProfiles(neverCancelled);
  return { imported: fitting.map(({ result }) => result), failed };
}

function describe({ uri }: Folder, profile: NonNullable<Assessment["profile"]>): ImportedProfile {
  const { ranks, samples, mappedShare, ownMappedShare, warnings } = profile;
  return { folder: uri, ranks, samples, mappedShare, ownMappedShare, warnings };
}

function lineHeat(workspace: Workspace, uri: string): LineHeatResult | null {
  const open = workspace.find(uri);
  const path = pathFromUri(uri);
  const folder = open?.open.folder ?? workspace.allFolders.find((it) => it.relative(path) !== undefined);
  const relative = folder?.relative(path);
  const heat = relative === undefined ? undefined : folder?.heatOf(relative);
  if (folder === undefined || heat === undefined) return null;
  return { ...heat, ...sourceOf(folder) };
}

function callTree(folder: Folder | undefined, params: CallTreeParams): CallTreeResult | null {
  if (folder?.assessment?.profile === undefined) return null;
  const nodes = folder.callTree({ leastShare: params.leastShare ?? leastShare, limit: params.limit ?? nodeLimit });
  return { nodes, ...sourceOf(folder) };
}

function sourceOf({ status }: Folder): { source: string; samples: number } {
  return { source: status.profile?.source ?? "", samples: status.profile?.samples ?? 0 };
}

function showError(connection: Connection, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
}
