/** The one place where messages cross into and out of the webview: what does not match the schema is dropped with a note. */
import { type ToHost, type ToPanel, toPanelSchema } from "./messages";

export interface HostConnection {
  send(message: ToHost): void;
  /** State kept by the webview itself across reloads; not yet checked. */
  loadState(): unknown;
  saveState(state: unknown): void;
  onMessage(listener: (message: ToPanel) => void): void;
}

interface WebviewApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): WebviewApi;

export function connectToEditor(): HostConnection {
  const api = acquireVsCodeApi();
  return {
    send: (message) => api.postMessage(message),
    loadState: () => api.getState(),
    saveState: (state) => api.setState(state),
    onMessage: (listener) =>
      window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        const parsed = toPanelSchema.safeParse(data);
        if (parsed.success) listener(parsed.data);
        else console.warn("Breakeven: a message of the extension was not understood", parsed.error.issues.slice(0, 5));
      }),
  };
}
