/** What the panel knows: the messages received so far and what the reader has set. Changed only by `receive` and `changeView`. */
import type { Assessment, Hotspot, PanelContent } from "../report";
import type { PanelState, ToPanel, ToPanelOf } from "./messages";
import { buildFlame, type FlameTree } from "./model/flame";
import { initialViewState, type View, type ViewState, viewSchema } from "./view-state";

export interface PanelModel {
  readonly content: PanelContent | undefined;
  readonly locale: string;
  readonly exports: readonly string[];
  readonly state: PanelState;
  readonly assessment: Assessment | undefined;
  readonly rootLabel: string;
  readonly assessedAt: string;
  readonly stale: ReadonlySet<string>;
  readonly excerpts: ReadonlyMap<string, ToPanelOf<"excerpt">>;
  /** Of the imported profile; the last one stays until the next one is there. */
  readonly callTree: FlameTree | undefined;
  readonly view: ViewState;
}

export function createPanelModel(savedState: unknown, parse: (state: unknown) => ViewState | undefined): PanelModel {
  return {
    content: undefined,
    locale: "en",
    exports: [],
    state: { kind: "loading", message: "", done: 0, total: 0 },
    assessment: undefined,
    rootLabel: "",
    assessedAt: "",
    stale: new Set(),
    excerpts: new Map(),
    callTree: undefined,
    view: parse(savedState) ?? initialViewState,
  };
}

/** The model after a message of the host. A state that the webview saved itself wins over the one that the host kept. */
export function receive(model: PanelModel, message: ToPanel, hasOwnState: boolean): PanelModel {
  switch (message.type) {
    case "content": {
      const { content, locale, exports, savedState } = message;
      return { ...model, content, locale, exports, view: savedState && !hasOwnState ? savedState : model.view };
    }
    case "state":
      return { ...model, state: message.state };
    case "assessment": {
      const { assessment, rootLabel, assessedAt } = message;
      const excerpts = new Map<string, ToPanelOf<"excerpt">>();
      const callTree = assessment.profile === undefined ? undefined : model.callTree;
      return { ...model, assessment, rootLabel, assessedAt, excerpts, callTree, state: { kind: "ready" } };
    }
    case "stale":
      return { ...model, stale: new Set(message.paths) };
    case "select":
      return { ...model, view: select(model.view, message) };
    case "excerpt":
      return { ...model, excerpts: new Map(model.excerpts).set(message.hotspot, message) };
    case "callTree":
      return { ...model, callTree: buildFlame(message.nodes) };
  }
}

export function changeView(model: PanelModel, change: Partial<ViewState>): PanelModel {
  return { ...model, view: { ...model.view, ...change } };
}

/** Views that have something to show; the reader's choice may be one that a cleared profile took away. */
export function viewsOf({ assessment }: Pick<PanelModel, "assessment">): readonly View[] {
  return viewSchema.options.filter((view) => view !== "profile" || assessment?.profile !== undefined);
}

export function viewInSight(model: Pick<PanelModel, "assessment" | "view">): View {
  const { view } = model.view;
  return viewsOf(model).includes(view) ? view : "verdict";
}

export function selectedHotspot({ assessment, view }: PanelModel): Hotspot | undefined {
  return view.hotspot === undefined ? undefined : assessment?.hotspots.find(({ id }) => id === view.hotspot);
}

function select(view: ViewState, message: ToPanelOf<"select">): ViewState {
  const shown = message.view ?? (message.hotspot ? "hotspots" : view.view);
  // A filter must not hide what the editor asked to see.
  const filters = message.hotspot ? { text: "", target: "all", confidence: "all", folder: "all", worthOnly: false } : {};
  return { ...view, ...filters, view: shown, hotspot: message.hotspot ?? view.hotspot };
}
