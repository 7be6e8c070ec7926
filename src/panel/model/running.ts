/** How often the program runs and what that costs: as the reader has set it, else as the settings say, else a small daily job on a rented machine. */
import { type Assessment, usualCosts } from "../../report";
import type { ViewState } from "../view-state";

const assumed = { runsPerDay: 24, secondsPerRun: 60, ...usualCosts } as const;

export function runningOf(view: ViewState, { assumptions }: Pick<Assessment, "assumptions">): Record<keyof typeof assumed, number> {
  const value = (name: keyof typeof assumed) => view[name] ?? assumptions?.[name] ?? assumed[name];
  return {
    runsPerDay: value("runsPerDay"),
    secondsPerRun: value("secondsPerRun"),
    costPerHour: value("costPerHour"),
    developerCostPerHour: value("developerCostPerHour"),
  };
}
