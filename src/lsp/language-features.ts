/** Hover, code lenses and code actions: registers their handlers. */
import type { Connection, Hover } from "vscode-languageserver";
import { escapeMarkdown } from "../report";
import { toCodeActions } from "./code-actions";
import { toCodeLenses } from "./code-lenses";
import { toDiagnostics } from "./diagnostics";
import { editorCommands, hoverLinks } from "./editor-commands";
import { hintAt, hotspotAt } from "./find-hotspot";
import type { Guard } from "./guard";
import { hoverMarkdown } from "./hover-markdown";
import { unshiftLine } from "./line-shifts";
import { ruleUrl } from "./rule-links";
import type { Workspace } from "./workspace";

export function registerLanguageFeatures(connection: Connection, workspace: () => Workspace, ownClient: () => boolean, guard: Guard): void {
  connection.onHover(
    guard("hover", null, ({ textDocument, position }) => hover(workspace(), textDocument.uri, position.line + 1, ownClient())),
  );

  connection.onCodeLens(
    guard("code lens", [], ({ textDocument }) => {
      const found = workspace().find(textDocument.uri);
      if (found === undefined || !workspace().settingsOf(found.open.folder).codeLens.enable) return [];
      const { folder } = found.open;
      return toCodeLenses(found.current, folder.heatOf(found.relative), (hotspot, title) =>
        editorCommands(ownClient()).showHotspot(folder.uri, hotspot, title),
      );
    }),
  );

  connection.onCodeAction(
    guard("code action", [], ({ textDocument, range, context }) => {
      const found = workspace().find(textDocument.uri);
      if (found?.current === undefined) return [];
      const { document, folder } = found.open;
      const settings = workspace().settingsOf(folder).hints;
      // Not what the editor sends along: that may be from before the last edit.
      const diagnostics = toDiagnostics(found.current.view.hints, { folder: folder.uri, settings, document, edits: found.current.edits });
      const touched = diagnostics.filter((it) => it.range.start.line <= range.end.line && it.range.end.line >= range.start.line);
      const wanted = context.only;
      if (wanted !== undefined && !wanted.some((kind) => kind === "" || "quickfix".startsWith(kind))) return [];
      return toCodeActions(document, touched, editorCommands(ownClient()));
    }),
  );
}

function hover(workspace: Workspace, uri: string, line: number, ownClient: boolean): Hover | null {
  const found = workspace.find(uri);
  if (found?.current === undefined) return null;
  const { view, edits } = found.current;
  const then = unshiftLine(line, edits);
  const hotspot = hotspotAt(view, then);
  const folder = found.open.folder.uri;
  if (hotspot !== undefined) {
    return { contents: { kind: "markdown", value: hoverMarkdown(hotspot, then, hoverLinks(ownClient, folder, hotspot.id)) } };
  }
  const hint = hintAt(view, then);
  if (hint === undefined) return null;
  const link = ownClient ? hoverLinks(ownClient, folder, "").rule(hint.rule) : ruleUrl(hint.rule);
  return { contents: { kind: "markdown", value: `${escapeMarkdown(hint.message)} [${escapeMarkdown(hint.code)}](${link})` } };
}
