/** Native inputs in the editor's look: the browser gives them keyboard, labels and forced colours. */
import { html, type TemplateResult } from "lit";

export interface SliderOptions {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value as shown and read out. */
  readonly text: string;
  onInput(value: number): void;
}

export function slider(options: SliderOptions): TemplateResult {
  const { id, label, hint, value, min, max, step, text } = options;
  const filled = ((value - min) / (max - min)) * 100;
  return html`<div class="slider">
    <label for=${id}>${label}${hint ? html`<span class="muted">${hint}</span>` : ""}</label>
    <output for=${id}>${text}</output>
    <input
      id=${id}
      type="range"
      min=${min}
      max=${max}
      step=${step}
      .value=${String(value)}
      aria-valuetext=${text}
      .style=${`--filled:${filled}%`}
      @input=${(event: Event) => options.onInput(Number((event.target as HTMLInputElement).value))}
    />
  </div>`;
}

/** A slider over orders of magnitude: its own scale is the decimal logarithm, values have two significant digits. */
export function logSlider(options: Omit<SliderOptions, "step">): TemplateResult {
  const floor = Math.log10(options.min);
  return slider({
    ...options,
    value: Math.log10(Math.max(options.value, options.min)),
    min: floor,
    max: Math.log10(options.max),
    step: 0.05,
    onInput: (value) => options.onInput(Number((10 ** value).toPrecision(2))),
  });
}

export interface SelectOptions {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  onChange(value: string): void;
}

export function select({ id, label, value, options, onChange }: SelectOptions): TemplateResult {
  return html`<div class="select">
    <label for=${id}>${label}</label>
    <select id=${id} .value=${value} @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value)}>
      ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.text}</option>`)}
    </select>
  </div>`;
}
