/** What opening a profile in the editor shows: nobody reads its bytes, so the page offers to import it, and says what came of it. */
import * as vscode from "vscode";
import type { ImportProfileResult } from "../../lsp/protocol";
import type { ServerConnection } from "../server-connection";
import { importProfiles } from "./import-profiles";

export function registerProfileDocuments(server: ServerConnection): vscode.Disposable {
  const documents = new ProfileDocuments(server);
  // Two types: files that only a profiler writes open so by default, text that could be anything on request.
  return vscode.Disposable.from(
    ...["breakeven.profile", "breakeven.profileText"].map((type) => vscode.window.registerCustomEditorProvider(type, documents)),
  );
}

class ProfileDocuments implements vscode.CustomReadonlyEditorProvider {
  constructor(private readonly server: ServerConnection) {}

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: vscode.CustomDocument, { webview }: vscode.WebviewPanel): Promise<void> {
    webview.options = {
      enableScripts: false,
      enableCommandUris: ["breakeven.importProfile", "breakeven.openPanel", "breakeven.clearProfile"],
    };
    webview.html = page([vscode.l10n.t("Importing {0} …", uri.path)], []);
    const again = link("breakeven.importProfile", vscode.l10n.t("Import again"), [uri]);
    try {
      const result = await importProfiles(this.server, [uri]);
      webview.html = page(wordsOf(result), [
        link("breakeven.openPanel", vscode.l10n.t("Open Panel"), [{ view: "profile" }]),
        link("breakeven.clearProfile", vscode.l10n.t("Clear Profile"), []),
        again,
      ]);
    } catch (error) {
      webview.html = page([error instanceof Error ? error.message : String(error)], [again]);
    }
  }
}

function wordsOf({ imported, failed }: ImportProfileResult): string[] {
  if (imported.length === 0 && failed.length === 0)
    return [vscode.l10n.t("There is no folder with Python files to join the profile with.")];
  const ranks = imported.some((profile) => profile.ranks);
  const first = ranks
    ? vscode.l10n.t("The profile is imported: hotspots are ranked by it, and lines show their measured time.")
    : vscode.l10n.t("The profile does not rank.");
  return [
    ...(imported.length > 0 ? [first] : []),
    ...failed.map(({ message }) => message),
    ...imported.flatMap(({ warnings }) => warnings),
  ];
}

function link(command: string, title: string, args: readonly unknown[]): string {
  const href = `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
  return `<a href="${escapeHtml(href)}">${escapeHtml(title)}</a>`;
}

function page(paragraphs: readonly string[], links: readonly string[]): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const text = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join("");
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"></head><body><h1>Breakeven</h1>${text}<p>${links.join(" · ")}</p></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
