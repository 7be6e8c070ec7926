/** The panel: header, tabs and the view in sight. Holds the model; everything below is a function of it. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { type OffloadSummary, summariseOffload } from "../report";
import type { HostConnection } from "./host-connection";
import type { ToHost, ToPanel } from "./messages";
import { createFormat, type Format } from "./model/format";
import { buildHeatTree, type HeatNode } from "./model/heat-tree";
import { changeView, createPanelModel, type PanelModel, receive, selectedHotspot, viewInSight, viewsOf } from "./panel-model";
import { type Strings, stringsFor } from "./strings";
import { type View, type ViewState, viewStateSchema } from "./view-state";
import { compareView } from "./views/compare-view";
import { decideView } from "./views/decide-view";
import { hotspotsView } from "./views/hotspots-view";
import { learnView } from "./views/learn-view";
import { pageHeader } from "./views/page-header";
import { printDocument } from "./views/print-document";
import { profileView } from "./views/profile-view";
import { emptyPage, errorPage, loadingPage, progressLine } from "./views/state-pages";
import { verdictView } from "./views/verdict-view";
import type { ViewContext } from "./views/view-context";

const drawView: Record<View, (context: ViewContext) => TemplateResult> = {
  verdict: verdictView,
  hotspots: hotspotsView,
  profile: profileView,
  compare: compareView,
  decide: decideView,
  learn: learnView,
};
const saveDelay = 300;

export class PanelApp extends LitElement {
  static override properties = {
    connection: { attribute: false },
    standalone: { type: Boolean },
    model: { state: true },
    printing: { state: true },
  };

  declare connection: HostConnection;
  declare standalone: boolean;
  declare model: PanelModel;
  /** Only the export is printed: an editor has no such command for a webview. */
  declare printing: boolean;
  #hasOwnState = false;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #asked = new Set<string>();
  #hasAskedForTree = false;
  #derived: { from: unknown; offload: OffloadSummary; heat: HeatNode } | undefined;
  #words: { locale: string; strings: Strings; format: Format } | undefined;

  constructor() {
    super();
    this.standalone = false;
    this.printing = false;
    this.model = createPanelModel(undefined, () => undefined);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const saved = viewStateSchema.safeParse(this.connection.loadState());
    this.#hasOwnState = saved.success;
    this.model = createPanelModel(saved.data, (state) => state as ViewState | undefined);
    if (this.standalone) this.#followPrinting();
    this.connection.onMessage((message) => this.#receive(message));
    this.#send({ type: "ready" });
    // What was set just before a reload has not reached the host.
    if (saved.success) this.#send({ type: "saveState", state: saved.data });
  }

  protected override render(): TemplateResult {
    const { strings, format, locale } = this.#language();
    const { model } = this;
    document.documentElement.lang = locale;
    const context = this.#context(strings, format);
    if (!context) return html`<main class="page page-state">${this.#statePage(strings, format)}</main>`;
    const footer = html`<footer class="print-only">${strings.reportNote(context.assessment.tool.version, format.dateTime(model.assessedAt))}</footer>`;
    if (this.printing) return html`${pageHeader(context)}<main class="page">${printDocument(context)}</main>${footer}`;
    const view = viewInSight(model);
    return html`${pageHeader(context)}
      <main>
        ${model.state.kind === "loading" ? progressLine(context, model.state) : nothing}
        ${model.state.kind === "error" ? errorPage(strings, model.state, false, this.#send) : nothing}
        ${this.#tabs(strings)}
        <div class="page" id="view" role="tabpanel" aria-labelledby="tab-${view}" tabindex="-1">
          ${view === "verdict" ? nothing : html`<h1 class="hidden-text">${strings.views[view]}</h1>`}
          ${drawView[view](context)}
        </div>
      </main>
      ${footer}`;
  }

  protected override updated(changed: PropertyValues): void {
    const previous = changed.get("model") as PanelModel | undefined;
    const { view } = this.model;
    if (previous && previous.view.view !== view.view) window.scrollTo({ top: 0 });
    if (previous && previous.view.hotspot !== view.hotspot) this.querySelector(".hotspots-detail")?.scrollTo({ top: 0 });
    this.#askForExcerpt();
    this.#askForCallTree();
  }

  #followPrinting(): void {
    window.addEventListener("beforeprint", () => {
      this.printing = true;
      // At once: what is drawn in the next frame would be too late for the paper.
      this.performUpdate();
    });
    window.addEventListener("afterprint", () => {
      this.printing = false;
    });
  }

  #statePage(strings: Strings, format: Format): TemplateResult {
    const { state } = this.model;
    if (state.kind === "empty") return emptyPage(strings, state.reason, this.#send);
    if (state.kind === "error") return errorPage(strings, state, true, this.#send);
    return loadingPage(strings, format, state.kind === "loading" ? state : { message: "", done: 0, total: 0 }, this.#send);
  }

  #tabs(strings: Strings): TemplateResult {
    const view = viewInSight(this.model);
    return html`<div class="tabs no-print" role="tablist" aria-label=${strings.viewsLabel} @keydown=${this.#onTabKey}>
      ${viewsOf(this.model).map(
        (id) => html`<button
          type="button"
          role="tab"
          id="tab-${id}"
          aria-controls="view"
          aria-selected=${id === view ? "true" : "false"}
          tabindex=${id === view ? 0 : -1}
          @click=${() => this.#set({ view: id })}
        >${strings.views[id]}</button>`,
      )}
    </div>`;
  }

  #onTabKey = async (event: KeyboardEvent): Promise<void> => {
    const views = viewsOf(this.model);
    const at = views.indexOf(viewInSight(this.model));
    const last = views.length - 1;
    const moves: Record<string, number> = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#set({ view: views[to]! });
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#tab-${views[to]}`)?.focus();
  };

  #context(strings: Strings, format: Format): ViewContext | undefined {
    const { model, standalone } = this;
    const { assessment, content, state } = model;
    if (!assessment || !content || state.kind === "empty") return undefined;
    if (this.#derived?.from !== assessment) {
      const heat = buildHeatTree(assessment.hotspots, model.rootLabel || strings.verdict.wholeProject);
      this.#derived = { from: assessment, offload: summariseOffload(assessment), heat };
    }
    const { offload, heat } = this.#derived;
    return { model, content, assessment, offload, heat, strings, format, standalone, set: this.#set, send: this.#send };
  }

  #language(): { locale: string; strings: Strings; format: Format } {
    const { locale } = this.model;
    if (this.#words?.locale !== locale) {
      const found = stringsFor(locale);
      this.#words = { locale, strings: found.strings, format: createFormat(found.locale, found.strings) };
    }
    return this.#words;
  }

  #receive(message: ToPanel): void {
    if (message.type === "assessment") {
      this.#asked.clear();
      this.#hasAskedForTree = false;
    }
    this.model = receive(this.model, message, this.#hasOwnState);
    if (message.type === "select") this.#save();
  }

  #set = (change: Partial<ViewState>): void => {
    this.model = changeView(this.model, change);
    this.#save();
  };

  #send = (message: ToHost): void => this.connection.send(message);

  #save(): void {
    this.#hasOwnState = true;
    this.connection.saveState(this.model.view);
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => this.#send({ type: "saveState", state: this.model.view }), saveDelay);
  }

  #askForExcerpt(): void {
    const { model } = this;
    const chosen = model.view.view === "hotspots" ? selectedHotspot(model) : undefined;
    if (!chosen || model.excerpts.has(chosen.id) || this.#asked.has(chosen.id)) return;
    this.#asked.add(chosen.id);
    this.#send({ type: "requestExcerpt", hotspot: chosen.id });
  }

  /** Once for each assessment, and only when the reader looks. */
  #askForCallTree(): void {
    if (this.standalone || this.#hasAskedForTree || this.model.content === undefined || viewInSight(this.model) !== "profile") return;
    this.#hasAskedForTree = true;
    this.#send({ type: "requestCallTree" });
  }
}

customElements.define("breakeven-panel", PanelApp);
