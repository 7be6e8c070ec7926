/** What goes on paper: the pages one after the other, with the evidence of every place worth moving instead of the list. */
import { html, nothing, type TemplateResult } from "lit";
import { isWorthMoving } from "../../report";
import { compareView } from "./compare-view";
import { decideView } from "./decide-view";
import { hotspotDetail } from "./hotspot-detail";
import { profileSummary } from "./profile-summary";
import { verdictView } from "./verdict-view";
import type { ViewContext } from "./view-context";

const mostPlaces = 10;

export function printDocument(context: ViewContext): TemplateResult {
  const { assessment, strings } = context;
  const worth = assessment.hotspots.filter(isWorthMoving);
  const places = worth.slice(0, mostPlaces);
  return html`${verdictView(context)}
    <h2 class="print-part">${strings.views.hotspots}</h2>
    ${places.map((hotspot) => hotspotDetail(context, hotspot, { previous: undefined, next: undefined }))}
    ${worth.length > mostPlaces ? html`<p class="note">${strings.hotspots.morePlaces(worth.length - mostPlaces)}</p>` : nothing}
    ${assessment.profile === undefined ? nothing : html`<h2 class="print-part">${strings.views.profile}</h2>${profileSummary(context, assessment.profile)}`}
    <h2 class="print-part">${strings.views.compare}</h2>
    ${compareView(context)}
    <h2 class="print-part">${strings.views.decide}</h2>
    ${decideView(context)}`;
}
