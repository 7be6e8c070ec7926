/** The zoomable picture of where the time goes: columns are levels, heights are shares, stripes are Python, native and waiting. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Format } from "../model/format";
import { countFunctions, findNode, type HeatBox, type HeatNode, layOutIcicle } from "../model/heat-tree";
import type { Strings } from "../strings";

const columnWidth = 165;
const mostColumns = 5;
/** The first column is only the way back out: narrow, its text upright. */
const firstColumn = 26;
const lineHeight = 18;
const smallestHeight = 320;
const largestHeight = 640;

export class HeatPicture extends LitElement {
  static override properties = {
    tree: { attribute: false },
    zoom: { attribute: false },
    strings: { attribute: false },
    format: { attribute: false },
    onZoom: { attribute: false },
    onOpen: { attribute: false },
    columns: { state: true },
    current: { state: true },
  };

  declare tree: HeatNode;
  declare zoom: readonly string[];
  declare strings: Strings;
  declare format: Format;
  declare onZoom: (path: readonly string[]) => void;
  declare onOpen: (hotspot: string) => void;
  declare columns: number;
  declare current: string;
  #observer: ResizeObserver | undefined;
  #focusAfterUpdate = false;

  constructor() {
    super();
    this.columns = 3;
    this.current = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      this.columns = Math.max(3, Math.min(mostColumns, 1 + Math.floor((entry!.contentRect.width - firstColumn) / columnWidth)));
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    this.#observer?.disconnect();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const functions = countFunctions(findNode(this.tree, this.zoom).node);
    const height = Math.max(smallestHeight, Math.min(functions * (lineHeight + 4), largestHeight));
    const boxes = layOutIcicle(this.tree, this.zoom, this.columns, (lineHeight + 4) / height);
    const used = Math.max(...boxes.map(({ column }) => column)) + 1;
    const current = boxes.some((box) => pathKey(box) === this.current) ? this.current : pathKey(boxes[0]!);
    return html`<div
      class="heat-picture"
      role="group"
      aria-label=${strings.verdict.pictureLabel}
      aria-describedby="heat-keys"
      .style=${`--heat-height:${height}px`}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event, boxes, current)}
    >
      ${boxes.map((box) => this.#box(box, used, height, pathKey(box) === current))}
    </div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    if (!this.#focusAfterUpdate) return;
    this.#focusAfterUpdate = false;
    this.querySelector<HTMLElement>(".heat-box[tabindex='0']")?.focus();
  }

  #box(box: HeatBox, columns: number, height: number, isCurrent: boolean): TemplateResult {
    const { node } = box;
    const { format, strings } = this;
    const name = nameOf(box, strings);
    const share = format.percent(node.share);
    const mix = (["python", "native", "io"] as const)
      .filter((kind) => node.mix[kind] >= 0.005)
      .map((kind) => `${strings.mix[kind]} ${format.percent(node.mix[kind])}`)
      .join(", ");
    const gap = box.column + 1 < columns ? 2 : 0;
    const wide = `(100% - ${firstColumn}px) / ${columns - 1}`;
    const [left, width] =
      box.column === 0 ? ["0px", `${firstColumn}px`] : [`calc(${firstColumn}px + ${box.column - 1} * ${wide})`, `calc(${wide})`];
    const place = `left:${left};width:calc(${width} - ${gap}px);top:${box.top * 100}%;height:calc(${box.height * 100}% - 2px)`;
    const action = this.#actionOf(box);
    return html`<button
      type="button"
      class="heat-box heat-${node.kind} ${box.column === 0 ? "heat-first" : ""} ${action ? "" : "heat-inert"}"
      .style=${place}
      tabindex=${isCurrent ? 0 : -1}
      title=${`${name}\n${share}\n${mix}`}
      @click=${() => action?.()}
      @focus=${() => {
        this.current = pathKey(box);
      }}
    >
      <span class="heat-mix" aria-hidden="true">
        ${(["python", "native", "io"] as const).map((kind) =>
          node.mix[kind] > 0 && node.kind !== "rest"
            ? html`<span class="mix-${kind}" .style=${`flex-grow:${node.mix[kind]}`}></span>`
            : nothing,
        )}
      </span>
      ${box.height * height >= lineHeight ? html`<span class="heat-text"><span class="heat-name">${name}</span> <span class="heat-share">${share}</span></span>` : html`<span class="hidden-text">${name} ${share}</span>`}
    <span class="hidden-text">${mix}</span>
    </button>`;
  }

  #actionOf({ node, path, column }: HeatBox): (() => void) | undefined {
    if (node.kind === "function") return () => this.onOpen(node.hotspot!);
    if (node.kind === "rest") return path.length > 1 && node.key === "?small" ? () => this.onZoom(path.slice(0, -1)) : undefined;
    if (column === 0) return path.length > 0 ? () => this.onZoom(path.slice(0, -1)) : undefined;
    return () => this.onZoom(path);
  }

  #onKey(event: KeyboardEvent, boxes: readonly HeatBox[], currentKey: string): void {
    if (event.key === "Escape" && this.zoom.length > 0) {
      event.preventDefault();
      this.#focusAfterUpdate = true;
      this.onZoom(this.zoom.slice(0, -1));
      return;
    }
    const next = neighbour(boxes, boxes.find((box) => pathKey(box) === currentKey) ?? boxes[0]!, event.key);
    if (!next) return;
    event.preventDefault();
    this.current = pathKey(next);
    this.#focusAfterUpdate = true;
  }
}

export function nameOf({ node, merged }: Pick<HeatBox, "node" | "merged">, strings: Strings): string {
  if (node.kind === "rest") return merged > 1 ? strings.verdict.moreSmall(merged) : strings.verdict.restOfCode;
  return node.name === "<module>" ? strings.verdict.moduleCode : node.name;
}

function neighbour(boxes: readonly HeatBox[], from: HeatBox, key: string): HeatBox | undefined {
  const middle = from.top + from.height / 2;
  const inColumn = (column: number) => boxes.filter((box) => box.column === column);
  const nearest = (candidates: readonly HeatBox[]) =>
    candidates.find((box) => box.top <= middle && middle < box.top + box.height) ?? candidates[0];
  const same = inColumn(from.column);
  const index = same.indexOf(from);
  if (key === "ArrowDown") return same[index + 1];
  if (key === "ArrowUp") return same[index - 1];
  if (key === "ArrowLeft") return nearest(inColumn(from.column - 1));
  if (key === "ArrowRight") {
    const inside = inColumn(from.column + 1).find(
      (box) => box.path.length > from.path.length && from.path.every((part, at) => box.path[at] === part),
    );
    return inside;
  }
  if (key === "Home") return boxes[0];
  if (key === "End") return same[same.length - 1];
  return undefined;
}

function pathKey(box: HeatBox): string {
  return `${box.path.join("\n")}\n`;
}

customElements.define("breakeven-heat", HeatPicture);
