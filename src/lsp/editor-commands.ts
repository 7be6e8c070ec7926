/** The commands behind lenses and code actions: the client's own where it has them, else the server's. */
import type { Command } from "vscode-languageserver";
import type { ActionCommands } from "./code-actions";
import type { HoverLinks } from "./hover-markdown";
import { webLinks } from "./hover-markdown";
import { clientCommands, type ExplainRuleArguments, type ShowHotspotArguments, serverCommands } from "./protocol";

export function editorCommands(ownClient: boolean): ActionCommands {
  const show = ownClient ? clientCommands.showHotspot : serverCommands.explainHotspot;
  const explain = ownClient ? clientCommands.explainRule : serverCommands.explainRule;
  return {
    showHotspot: (folder, hotspot, title) => command(show, title, { folder, hotspot } satisfies ShowHotspotArguments),
    explainRule: (rule, title) => command(explain, title, { rule } satisfies ExplainRuleArguments),
  };
}

export function hoverLinks(ownClient: boolean, folder: string, hotspot: string): HoverLinks {
  if (!ownClient) return webLinks;
  return {
    panel: commandUri(clientCommands.showHotspot, { folder, hotspot } satisfies ShowHotspotArguments),
    rule: (rule) => commandUri(clientCommands.explainRule, { rule } satisfies ExplainRuleArguments),
  };
}

function command(name: string, title: string, argument: object): Command {
  return { title, command: name, arguments: [argument] };
}

function commandUri(name: string, argument: object): string {
  return `command:${name}?${encodeURIComponent(JSON.stringify([argument])).replace(/[()]/g, (unit) => (unit === "(" ? "%28" : "%29"))}`;
}
