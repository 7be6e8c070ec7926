/** The list of hotspots. Only the rows in sight are in the page, so that thousands of them cost no more than a screenful. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { type Hotspot, rankingShare } from "../../report";
import { icon } from "../icons";
import type { SortKey } from "../model/filter-hotspots";
import type { Format } from "../model/format";
import type { Strings } from "../strings";

const rowHeight = 48;
const spare = 6;
const columns = ["rank", "name", "heat", "speedup", "whole", "effort"] as const;

export class HotspotList extends LitElement {
  static override properties = {
    rows: { attribute: false },
    selected: { attribute: false },
    stale: { attribute: false },
    sort: { attribute: false },
    descending: { attribute: false },
    strings: { attribute: false },
    format: { attribute: false },
    onSelect: { attribute: false },
    onSort: { attribute: false },
    first: { state: true },
    active: { state: true },
  };

  declare rows: readonly Hotspot[];
  declare selected: string | undefined;
  declare stale: ReadonlySet<string>;
  declare sort: SortKey;
  declare descending: boolean;
  declare strings: Strings;
  declare format: Format;
  declare onSelect: (hotspot: string) => void;
  declare onSort: (key: SortKey) => void;
  declare first: number;
  declare active: number;
  #visible = 20;
  #observer: ResizeObserver | undefined;
  #focusActive = false;

  constructor() {
    super();
    this.first = 0;
    this.active = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    this.#observer?.disconnect();
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    this.#observer = new ResizeObserver(() => {
      this.#visible = Math.ceil(this.#scroller.clientHeight / rowHeight) + 1;
      this.requestUpdate();
    });
    this.#observer.observe(this.#scroller);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("rows") || changed.has("selected")) {
      const at = this.rows.findIndex(({ id }) => id === this.selected);
      this.active = at >= 0 ? at : Math.min(this.active, Math.max(0, this.rows.length - 1));
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("selected") || (changed.has("rows") && this.selected !== undefined)) this.#reveal(this.active);
    if (!this.#focusActive) return;
    const row = this.querySelector<HTMLElement>(`[data-index="${this.active}"]`);
    if (!row) return;
    this.#focusActive = false;
    row.focus();
  }

  protected override render(): TemplateResult {
    const from = Math.max(0, this.first - spare);
    const to = Math.min(this.rows.length, this.first + this.#visible + spare);
    const window = this.rows.slice(from, to);
    // The focusable row stays in the page while it is scrolled out of sight: without it Tab could not enter the list.
    const away = this.active < from || this.active >= to ? this.rows[this.active] : undefined;
    return html`<div class="hotspot-grid" role="grid" aria-label=${this.strings.hotspots.list} aria-rowcount=${this.rows.length + 1}>
      <div role="rowgroup" class="hotspot-head">
        <div role="row" aria-rowindex="1" class="hotspot-row">${columns.map((key) => this.#heading(key))}</div>
      </div>
      <div
        role="rowgroup"
        class="hotspot-scroll"
        @scroll=${() => {
          this.first = Math.floor(this.#scroller.scrollTop / rowHeight);
        }}
        @keydown=${this.#onKey}
      >
        <div role="presentation" class="hotspot-space" .style=${`height:${this.rows.length * rowHeight}px`}>
          ${away ? this.#row(away, this.active) : nothing} ${window.map((hotspot, index) => this.#row(hotspot, from + index))}
        </div>
      </div>
    </div>`;
  }

  #heading(key: (typeof columns)[number]): TemplateResult {
    const sorted = this.sort === key;
    const direction = sorted ? (this.descending ? "descending" : "ascending") : "none";
    return html`<div role="columnheader" class="cell-${key}" aria-sort=${direction}>
      <button type="button" class="sort" @click=${() => this.onSort(key)}>
        ${key === "rank" ? html`<span aria-hidden="true">#</span><span class="hidden-text">${this.strings.hotspots.columns.rank}</span>` : this.strings.hotspots.columns[key]}
        ${sorted ? icon(this.descending ? "arrow-down" : "arrow-up") : nothing}
      </button>
    </div>`;
  }

  #row(hotspot: Hotspot, index: number): TemplateResult {
    const { strings, format } = this;
    const best = hotspot.advice[0]!;
    const share = rankingShare(hotspot);
    const keep = best.target === "keep";
    return html`<div
      role="row"
      class="hotspot-row hotspot-item"
      aria-rowindex=${index + 2}
      aria-selected=${hotspot.id === this.selected ? "true" : "false"}
      tabindex=${index === this.active ? 0 : -1}
      data-index=${index}
      .style=${`transform:translateY(${index * rowHeight}px)`}
      @click=${() => this.onSelect(hotspot.id)}
    >
      <div role="gridcell" class="cell-rank">${format.integer(hotspot.rank)}</div>
      <div role="gridcell" class="cell-name">
        <div class="row-name"><span class="code ellipsis">${hotspot.qualname}</span><span class="badge badge-${best.target}">${strings.target[best.target]}</span></div>
        <div class="row-path ellipsis">
          ${hotspot.path}:${hotspot.startLine}${this.stale.has(hotspot.path) ? html` <span class="stale">${strings.header.staleMark}</span>` : nothing}
        </div>
      </div>
      <div role="gridcell" class="cell-heat">
        <span>${format.percent(share)}</span><span class="bar" aria-hidden="true"><span .style=${`width:${Math.min(100, share * 100)}%`}></span></span>
      </div>
      <div role="gridcell" class="cell-speedup">${keep ? "–" : format.times(best.speedup)}</div>
      <div role="gridcell" class="cell-whole">${keep ? "–" : format.times(best.wholeProgram)}</div>
      <div role="gridcell" class="cell-effort">${keep ? "–" : format.hours(best.effort)}</div>
    </div>`;
  }

  #onKey = (event: KeyboardEvent): void => {
    const page = Math.max(1, this.#visible - 2);
    const moves: Record<string, number> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: this.rows.length - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) {
      event.preventDefault();
      this.active = Math.max(0, Math.min(this.rows.length - 1, target));
      this.#reveal(this.active);
      this.#focusActive = true;
      this.requestUpdate();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.onSelect(this.rows[this.active]!.id);
    }
  };

  #reveal(index: number): void {
    const scroller = this.#scroller;
    const top = index * rowHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + rowHeight > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top + rowHeight - scroller.clientHeight;
    this.first = Math.floor(scroller.scrollTop / rowHeight);
  }

  get #scroller(): HTMLElement {
    return this.querySelector<HTMLElement>(".hotspot-scroll")!;
  }
}

customElements.define("breakeven-hotspots", HotspotList);
