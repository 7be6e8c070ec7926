import * as vscode from "vscode";

/** The page around the panel's script: nothing is loaded but the extension's own script, style sheet and fonts. */
export function panelHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const media = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, "media", name)).toString();
  const nonce = createNonce();
  const policy = [
    "default-src 'none'",
    // Only the script tag below.
    `script-src 'nonce-${nonce}'`,
    // panel.css and the styles of components, which are constructed and need no permission.
    `style-src ${webview.cspSource}`,
    // The icon font that panel.css names.
    `font-src ${webview.cspSource}`,
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Breakeven</title>
<link rel="stylesheet" href="${media("panel.css")}">
</head>
<body>
<script nonce="${nonce}" src="${media("panel.js")}"></script>
</body>
</html>`;
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function escapeAttribute(text: string): string {
  return text.replace(/[^a-zA-Z0-9-]/g, "");
}
