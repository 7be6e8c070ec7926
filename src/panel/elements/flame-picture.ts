/** The zoomable call tree of a profile: callers above, callees below, widths are shares of the time. Above it the frame in focus in words. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { type FlameBox, type FlameMatches, type FlameNode, layOutFlame, nextBox } from "../model/flame";
import type { Format } from "../model/format";
import type { Strings } from "../strings";

const rowHeight = 20;
/** Narrower boxes have no room for a word. */
const leastForText = 28;
const gap = 1;

export class FlamePicture extends LitElement {
  static override properties = {
    top: { attribute: false },
    found: { attribute: false },
    strings: { attribute: false },
    format: { attribute: false },
    onZoom: { attribute: false },
    onOpen: { attribute: false },
    width: { state: true },
    current: { state: true },
    hovered: { state: true },
  };

  /** Fills the width. */
  declare top: FlameNode;
  declare found: FlameMatches;
  declare strings: Strings;
  declare format: Format;
  declare onZoom: (node: FlameNode) => void;
  declare onOpen: (node: FlameNode) => void;
  declare width: number;
  /** Id of the box that the keyboard is on. */
  declare current: string;
  declare hovered: string | undefined;
  #observer: ResizeObserver | undefined;
  #focusAfterUpdate = false;
  /** Id of the box to be on once the picture is zoomed. */
  #goTo: string | undefined;
  #boxes: readonly FlameBox[] = [];
  #laidOut: { top: FlameNode; width: number } | undefined;

  constructor() {
    super();
    this.width = 0;
    this.current = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      this.width = Math.floor(entry!.contentRect.width);
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    this.#observer?.disconnect();
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    if (this.#laidOut?.top !== this.top || this.#laidOut.width !== this.width) {
      this.#boxes = layOutFlame(this.top, this.width);
      this.#laidOut = { top: this.top, width: this.width };
      this.hovered = undefined;
      if (this.#goTo !== undefined) {
        this.current = this.#goTo;
        this.#goTo = undefined;
        this.#focusAfterUpdate = true;
      }
    }
    if (!this.#boxes.some(({ node }) => node.id === this.current)) this.current = this.top.id;
  }

  protected override render(): TemplateResult {
    const boxes = this.#boxes;
    const rows = boxes.reduce((most, { row }) => Math.max(most, row), 0) + 1;
    const shown = this.#nodeOf(this.hovered ?? this.current) ?? this.top;
    return html`${this.#details(shown)}
      <div
        class="flame ${this.found.ids.size > 0 ? "flame-searched" : ""}"
        role="group"
        aria-label=${this.strings.profile.pictureLabel}
        aria-describedby="flame-keys"
        .style=${`height:${rows * rowHeight}px`}
        @click=${this.#onClick}
        @keydown=${this.#onKey}
        @focusin=${this.#onFocus}
        @pointerover=${this.#onPointer}
        @pointerleave=${() => {
          this.hovered = undefined;
        }}
      >
        ${guard([boxes, this.found, this.current, this.strings], () =>
          repeat(
            boxes,
            ({ node }) => node.id,
            (box) => this.#box(box),
          ),
        )}
      </div>`;
  }

  protected override updated(): void {
    if (!this.#focusAfterUpdate) return;
    this.#focusAfterUpdate = false;
    this.querySelector<HTMLElement>(".flame-box[tabindex='0']")?.focus();
  }

  #box({ node, row, left, width }: FlameBox): TemplateResult {
    const name = frameName(node, this.strings);
    const share = this.format.percent(node.share);
    const mark = this.found.ids.has(node.id) ? "flame-match" : "";
    return html`<button
      type="button"
      class="flame-box flame-${node.kind} ${mark}"
      data-id=${node.id}
      tabindex=${node.id === this.current ? 0 : -1}
      aria-label=${`${name} ${share}, ${this.strings.profile.kinds[node.kind]}`}
      .style=${`left:${left}px;width:${Math.max(1, width - gap)}px;top:${row * rowHeight}px`}
    >${width >= leastForText ? html`<span>${name}</span> <span class="flame-share">${share}</span>` : nothing}</button>`;
  }

  #details(node: FlameNode): TemplateResult {
    const { strings, format } = this;
    const place = placeOf(node);
    return html`<div class="flame-details">
      <span class="flame-details-name code">${frameName(node, strings)}</span>
      ${place === undefined ? nothing : node.kind === "own" ? html`<button type="button" class="link code" @click=${() => this.onOpen(node)}>${place}</button>` : html`<span class="code muted">${place}</span>`}
      <span class="flame-details-numbers"
        ><strong>${format.percent(node.share)}</strong> ${strings.profile.total} · <strong>${format.percent(node.self)}</strong>
        ${strings.profile.self} · ${strings.profile.kinds[node.kind]}</span
      >
    </div>`;
  }

  #nodeOf(id: string | undefined): FlameNode | undefined {
    return this.#boxes.find(({ node }) => node.id === id)?.node;
  }

  #nodeAt(event: Event): FlameNode | undefined {
    const box = (event.target as Element).closest<HTMLElement>(".flame-box");
    return box === null ? undefined : this.#nodeOf(box.dataset["id"]);
  }

  /** A click goes nearer, and to the code where there is nothing nearer; with Ctrl or Cmd at once to the code, as in the editor. */
  #onClick = (event: MouseEvent): void => {
    const node = this.#nodeAt(event);
    if (node === undefined) return;
    const isNear = node === this.top || node.children.length === 0;
    if (node.kind === "own" && (isNear || event.ctrlKey || event.metaKey)) this.onOpen(node);
    else if (node !== this.top) this.#zoom(node);
  };

  #onKey = (event: KeyboardEvent): void => {
    const from = this.#boxes.find(({ node }) => node.id === this.current);
    if (from === undefined) return;
    const { node } = from;
    const outer = this.top.parent;
    if (event.key === "Enter" && node.kind === "own") this.onOpen(node);
    else if ((event.key === "Enter" || event.key === " ") && node !== this.top) this.#zoom(node);
    else if ((event.key === "Escape" || (event.key === "ArrowUp" && node === this.top)) && outer !== undefined) this.#zoom(outer);
    else {
      const next = nextBox(this.#boxes, from, event.key);
      if (next === undefined) return;
      this.current = next.node.id;
      this.#focusAfterUpdate = true;
    }
    event.preventDefault();
  };

  #zoom(node: FlameNode): void {
    this.#goTo = node.id;
    this.onZoom(node);
  }

  #onFocus = (event: Event): void => {
    const node = this.#nodeAt(event);
    if (node === undefined) return;
    this.current = node.id;
    this.hovered = undefined;
  };

  #onPointer = (event: Event): void => {
    this.hovered = this.#nodeAt(event)?.id;
  };
}

export function frameName({ kind, name }: Pick<FlameNode, "kind" | "name">, strings: Strings): string {
  if (kind === "all") return strings.profile.whole;
  return name === "<module>" ? strings.verdict.moduleCode : name;
}

export function placeOf({ path, line }: FlameNode): string | undefined {
  return path === undefined || line === undefined ? path : `${path}:${line}`;
}

customElements.define("breakeven-flame", FlamePicture);
