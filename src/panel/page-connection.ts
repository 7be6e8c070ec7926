/** Stands for the host where there is none: tells the panel what the page carries and keeps nothing. */
import type { HtmlReportData } from "../report";
import type { HostConnection } from "./host-connection";
import { type ToPanel, toPanelSchema } from "./messages";

export function connectToPage(json: string): HostConnection {
  return {
    send: () => {},
    loadState: () => undefined,
    saveState: () => {},
    onMessage: (listener) => {
      for (const message of messagesOf(JSON.parse(json) as HtmlReportData)) listener(toPanelSchema.parse(message));
    },
  };
}

function messagesOf({ content, locale, assessment, rootLabel, assessedAt, excerpts }: HtmlReportData): readonly unknown[] {
  const withCode = new Set(excerpts.map(({ hotspot }) => hotspot));
  const messages: ToPanel[] = [
    { type: "content", content, locale, exports: [] },
    { type: "assessment", assessment, rootLabel, assessedAt },
  ];
  return [
    ...messages,
    ...excerpts.map((excerpt) => ({ type: "excerpt", ...excerpt })),
    ...assessment.hotspots
      .filter(({ id }) => !withCode.has(id))
      .map(({ id }) => ({ type: "excerpt", hotspot: id, firstLine: 1, lines: [] })),
  ];
}
