import type { Assessment, OffloadSummary, PanelContent } from "../../report";
import type { ToHost } from "../messages";
import type { Format } from "../model/format";
import type { HeatNode } from "../model/heat-tree";
import type { PanelModel } from "../panel-model";
import type { Strings } from "../strings";
import type { ViewState } from "../view-state";

/** What a view gets to draw itself, and the two things it may cause. Views are pure functions of it. */
export interface ViewContext {
  readonly model: PanelModel;
  readonly content: PanelContent;
  readonly assessment: Assessment;
  /** Worked out once per assessment. */
  readonly offload: OffloadSummary;
  readonly heat: HeatNode;
  readonly strings: Strings;
  readonly format: Format;
  /** The page stands alone in a browser: no code to open, nothing to assess. */
  readonly standalone: boolean;
  set(change: Partial<ViewState>): void;
  send(message: ToHost): void;
}
