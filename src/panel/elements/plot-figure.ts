/**
 * Draws an Observable Plot at the width it is given and again when that changes. Plot puts a <style> element into its picture,
 * which the webview's content security policy refuses; panel.css says the same, so it is taken out before the picture is shown.
 */
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";

export type DrawPlot = (width: number) => SVGSVGElement | HTMLElement;

export class PlotFigure extends LitElement {
  static override properties = { draw: { attribute: false }, label: { attribute: false } };

  declare draw: DrawPlot;
  declare label: string;
  #observer: ResizeObserver | undefined;
  /** Before it is laid out, and on paper: pictures scale from there. */
  #width = 640;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry!.contentRect.width);
      if (width > 0 && width !== this.#width) {
        this.#width = width;
        this.requestUpdate();
      }
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    this.#observer?.disconnect();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    return html`<div class="plot" role="img" aria-label=${this.label}></div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    const picture = this.draw(this.#width);
    for (const style of picture.querySelectorAll("style")) style.remove();
    picture.setAttribute("aria-hidden", "true");
    this.querySelector(".plot")!.replaceChildren(picture);
  }
}

customElements.define("breakeven-plot", PlotFigure);
