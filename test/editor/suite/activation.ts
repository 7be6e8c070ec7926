/** How long the start takes, for `npm run bench:speed -- --rows activation`; no test. */
import * as vscode from "vscode";
import type { BreakevenApi } from "../../../src/extension/activate";
import { extensionId, fileUri, hintsOf, openFile, send } from "./support";

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<BreakevenApi>(extensionId);
  if (extension === undefined || extension.isActive) throw new Error(`${extensionId} is not there, or was started by something else`);
  const started = performance.now();
  const api = await extension.activate();
  const activated = performance.now();
  const shown = hintsShown(fileUri("hot.py"));
  await openFile("hot.py");
  await api.ready;
  const answered = performance.now();
  const values = { activation: activated - started, "server's first answer": answered - activated, hints: (await shown) - activated };
  await send({ state: "measured", values });
  await send({ state: "end", failures: 0 });
}

/** When the first hints of a file come. */
function hintsShown(uri: vscode.Uri): Promise<number> {
  return new Promise((resolve) => {
    const listening = vscode.languages.onDidChangeDiagnostics(() => {
      if (hintsOf(uri).length === 0) return;
      listening.dispose();
      resolve(performance.now());
    });
  });
}
