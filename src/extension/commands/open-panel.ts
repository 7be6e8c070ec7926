import type { View } from "../../panel";
import type { CommandContext } from "./command-context";

const views: readonly string[] = ["verdict", "hotspots", "profile", "compare", "decide", "learn"] satisfies View[];

/** Opens the panel: on a folder (its address), or on `{ folder?, view? }`, as the walkthrough's links say it. */
export function openPanel({ panel }: CommandContext, argument: unknown): void {
  if (typeof argument === "string") panel.show({ folder: argument });
  else panel.show(isObject(argument) ? { folder: text(argument.folder), view: viewOf(argument.view) } : {});
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function viewOf(value: unknown): View | undefined {
  return views.includes(value as string) ? (value as View) : undefined;
}
