/** The list and the evidence of one place, side by side where there is room, one after the other where there is not. */
import { html, nothing, type TemplateResult } from "lit";
import "@vscode-elements/elements/dist/vscode-checkbox";
import "@vscode-elements/elements/dist/vscode-textfield";
import "../elements/hotspot-list";
import type { Hotspot } from "../../report";
import { icon } from "../icons";
import { filterHotspots, foldersOf, type SortKey, startsDescending } from "../model/filter-hotspots";
import { selectedHotspot } from "../panel-model";
import { select } from "./form-parts";
import { hotspotDetail } from "./hotspot-detail";
import { linkButton } from "./parts";
import type { ViewContext } from "./view-context";

const noFilter = { text: "", target: "all", confidence: "all", folder: "all", worthOnly: false };

export function hotspotsView(context: ViewContext): TemplateResult {
  const { assessment, model, strings } = context;
  if (assessment.hotspots.length === 0) return html`<p class="nothing">${icon("pass")}${strings.hotspots.empty}</p>`;
  const shown = shownHotspots(assessment.hotspots, model.view);
  const chosen = selectedHotspot(model);
  return html`<div class="hotspots ${chosen ? "has-choice" : ""}">
    <div class="hotspots-list">
      ${toolbar(context, shown)}
      ${
        shown.length === 0
          ? html`<div class="nothing">${icon("search")}<div><p class="nothing-title">${strings.hotspots.none}</p><p>${strings.hotspots.noneText} ${linkButton(strings.hotspots.clear, () => context.set(noFilter))}</p></div></div>`
          : list(context, shown)
      }
    </div>
    <div class="hotspots-detail">
      ${chosen ? hotspotDetail(context, chosen, neighbours(shown, chosen)) : html`<p class="choose muted">${icon("arrow-left")} ${strings.hotspots.choose}</p>`}
    </div>
  </div>`;
}

let remembered: { from: readonly Hotspot[]; view: string; result: readonly Hotspot[] } | undefined;

/** Filtering thousands of rows again for every redraw would be felt; the last answer is kept while nothing it rests on changes. */
function shownHotspots(hotspots: readonly Hotspot[], view: ViewContext["model"]["view"]): readonly Hotspot[] {
  const { text, target, confidence, folder, worthOnly, sort, descending } = view;
  const key = JSON.stringify([text, target, confidence, folder, worthOnly, sort, descending]);
  if (remembered?.from !== hotspots || remembered.view !== key) {
    remembered = { from: hotspots, view: key, result: filterHotspots(hotspots, view) };
  }
  return remembered.result;
}

function list(context: ViewContext, shown: readonly Hotspot[]): TemplateResult {
  const { model, strings, format } = context;
  const { sort, descending } = model.view;
  return html`<breakeven-hotspots
    .rows=${shown}
    .selected=${model.view.hotspot}
    .stale=${model.stale}
    .sort=${sort}
    .descending=${descending}
    .strings=${strings}
    .format=${format}
    .onSelect=${(hotspot: string) => context.set({ hotspot })}
    .onSort=${(key: SortKey) => context.set({ sort: key, descending: key === sort ? !descending : startsDescending(key) })}
  ></breakeven-hotspots>`;
}

function toolbar(context: ViewContext, shown: readonly Hotspot[]): TemplateResult {
  const { assessment, model, strings, format } = context;
  const { view } = model;
  const targets = [...new Set(assessment.hotspots.map((hotspot) => hotspot.advice[0]!.target))];
  const all = { value: "all" };
  const filtered = shown.length < assessment.hotspots.length;
  return html`<div class="toolbar" role="search" aria-label=${strings.hotspots.filter}>
    <vscode-textfield
      class="search"
      label=${strings.hotspots.search}
      placeholder=${strings.hotspots.search}
      .value=${view.text}
      @input=${(event: Event) => context.set({ text: (event.target as HTMLInputElement).value.slice(0, 200) })}
    ></vscode-textfield>
    ${select({
      id: "filter-target",
      label: strings.hotspots.target,
      value: view.target,
      options: [{ ...all, text: strings.hotspots.anyTarget }, ...targets.map((value) => ({ value, text: strings.target[value] ?? value }))],
      onChange: (target) => context.set({ target }),
    })}
    ${select({
      id: "filter-confidence",
      label: strings.hotspots.confidence,
      value: view.confidence,
      options: [
        { ...all, text: strings.hotspots.anyConfidence },
        ...(["high", "medium", "low"] as const).map((value) => ({ value, text: strings.confidence[value] })),
      ],
      onChange: (confidence) => context.set({ confidence }),
    })}
    ${select({
      id: "filter-folder",
      label: strings.hotspots.folder,
      value: view.folder,
      options: [{ ...all, text: strings.hotspots.anyFolder }, ...foldersOf(assessment.hotspots).map((value) => ({ value, text: value }))],
      onChange: (folder) => context.set({ folder }),
    })}
    <vscode-checkbox
      label=${strings.hotspots.worthOnly}
      .checked=${view.worthOnly}
      @change=${(event: Event) => context.set({ worthOnly: (event.target as HTMLInputElement).checked })}
    ></vscode-checkbox>
    <span class="shown muted" role="status">${strings.hotspots.shown(format.integer(shown.length), format.integer(assessment.hotspots.length))}</span>
    ${filtered ? linkButton(strings.hotspots.clear, () => context.set(noFilter)) : nothing}
  </div>`;
}

function neighbours(shown: readonly Hotspot[], chosen: Hotspot): { previous: string | undefined; next: string | undefined } {
  const at = shown.findIndex(({ id }) => id === chosen.id);
  return { previous: at > 0 ? shown[at - 1]!.id : undefined, next: at >= 0 ? shown[at + 1]?.id : undefined };
}
