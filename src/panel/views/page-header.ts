/** What project this is, from when, whether it is still true, and the two things to do about it. */
import { html, nothing, type TemplateResult } from "lit";
import "@vscode-elements/elements/dist/vscode-button";
import { icon } from "../icons";
import type { ViewContext } from "./view-context";

export function pageHeader(context: ViewContext): TemplateResult {
  const { model, strings, format, standalone, send } = context;
  const busy = model.state.kind === "loading";
  return html`<header class="page-header">
    <div class="page-title">
      <span class="project ellipsis">${model.rootLabel}</span>
      <span class="muted nowrap">${strings.header.assessedAt(format.dateTime(model.assessedAt))}</span>
      ${
        model.stale.size > 0
          ? html`<span class="stale" role="status" title=${strings.header.staleHint}>${icon("warning-triangle")}${strings.header.stale(model.stale.size)}</span>`
          : nothing
      }
    </div>
    ${
      standalone
        ? nothing
        : html`<div class="page-actions no-print">
          ${model.exports.map(
            (format) => html`<button
              type="button"
              class="quiet"
              aria-label=${strings.header.exportLabel(nameOf(format))}
              title=${strings.header.exportLabel(nameOf(format))}
              @click=${() => send({ type: "export", format: format as "html" | "markdown" | "json" })}
            >${icon("export")}${nameOf(format)}</button>`,
          )}
          ${
            busy
              ? html`<vscode-button secondary @click=${() => send({ type: "cancel" })}>${strings.header.cancel}</vscode-button>`
              : html`<vscode-button ?secondary=${model.stale.size === 0} @click=${() => send({ type: "assess" })}>${strings.header.reassess}</vscode-button>`
          }
        </div>`
    }
  </header>`;

  function nameOf(format: string): string {
    return strings.header.exports[format as "html" | "markdown" | "json"];
  }
}
