/** What is shown while there is no assessment: nothing opened yet, working on it, or why it failed. */
import { html, nothing, type TemplateResult } from "lit";
import "@vscode-elements/elements/dist/vscode-button";
import { icon } from "../icons";
import type { PanelState, ToHost } from "../messages";
import type { Format } from "../model/format";
import type { Strings } from "../strings";
import type { ViewContext } from "./view-context";

type Send = (message: ToHost) => void;
type EmptyReason = Extract<PanelState, { kind: "empty" }>["reason"];
type Progress = Omit<Extract<PanelState, { kind: "loading" }>, "kind">;

export function emptyPage(strings: Strings, reason: EmptyReason, send: Send): TemplateResult {
  const words = strings.empty[reason];
  const action: ToHost = reason === "no-folder" ? { type: "openFolder" } : { type: "assess" };
  return html`<div class="state">
    <span class="state-icon">${icon(reason === "not-assessed" ? "flame" : "folder-opened")}</span>
    <h1>${words.title}</h1>
    <p>${words.text}</p>
    ${reason === "not-assessed" ? html`<ol class="state-steps">${strings.emptySteps.map((step) => html`<li>${step}</li>`)}</ol>` : nothing}
    <vscode-button @click=${() => send(action)}>${words.action}</vscode-button>
  </div>`;
}

export function loadingPage(strings: Strings, format: Format, progress: Progress, send: Send): TemplateResult {
  return html`<div class="state" aria-busy="true">
    <span class="state-icon">${icon("search")}</span>
    <h1>${strings.loading.title}</h1>
    ${progressBar(strings, format, progress)}
    <vscode-button secondary @click=${() => send({ type: "cancel" })}>${strings.header.cancel}</vscode-button>
  </div>`;
}

/** A new assessment on its way while the last one stays in sight. */
export function progressLine({ strings, format }: ViewContext, progress: Progress): TemplateResult {
  return html`<div class="progress-line">${progressBar(strings, format, progress)}<p class="note">${strings.loading.still}</p></div>`;
}

/** `alone`: nothing else is on the page; otherwise a banner over the last assessment. */
export function errorPage(strings: Strings, state: Extract<PanelState, { kind: "error" }>, alone: boolean, send: Send): TemplateResult {
  const { message, remedy, path } = state;
  return html`<div class="state state-error ${alone ? "" : "state-banner"}" role="alert">
    <span class="state-icon">${icon("error")}</span>
    ${alone ? html`<h1>${strings.error.title}</h1>` : html`<h2>${strings.error.title}</h2>`}
    <p>${message}</p>
    ${remedy ? html`<p class="muted">${remedy}</p>` : nothing}
    <p class="state-actions">
      <vscode-button @click=${() => send({ type: "assess" })}>${strings.error.retry}</vscode-button>
      ${path ? html`<vscode-button secondary @click=${() => send({ type: "openLocation", path, line: 1 })}>${strings.error.open}</vscode-button>` : nothing}
    </p>
  </div>`;
}

function progressBar(strings: Strings, format: Format, { message, done, total }: Progress): TemplateResult {
  const known = total > 0;
  return html`<div class="progress">
    <div
      class="progress-track ${known ? "" : "progress-unknown"}"
      role="progressbar"
      aria-label=${strings.loading.title}
      aria-valuemin="0"
      aria-valuemax=${known ? total : nothing}
      aria-valuenow=${known ? done : nothing}
    ><span .style=${known ? `width:${(done / total) * 100}%` : ""}></span></div>
    <p class="progress-text" aria-live="polite">
      <span class="ellipsis">${message}</span>${known ? html`<span class="muted nowrap">${strings.loading.progress(format.integer(done), format.integer(total))}</span>` : nothing}
    </p>
  </div>`;
}
