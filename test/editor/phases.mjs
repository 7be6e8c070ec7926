/** What is run, each in a fresh profile and with fresh copies of the sample project. */
export const phases = [
  /** The extension host of Node, everything. */
  { name: "node", suite: "node", folders: 1 },
  /** The panel in full, over a project of two thousand hotspots with hostile names. */
  { name: "panel", suite: "panel", folders: 1, isLarge: true, settings: { "breakeven.limit": 5000, "workbench.reduceMotion": "on" } },
  /** Recording with the interpreter of this machine, by the profiler that every Python has. */
  {
    name: "recording",
    suite: "recording",
    folders: 1,
    settings: { "breakeven.profile.sampler": "cprofile", "breakeven.profile.timeLimit": 60 },
  },
  /** A measured profile of a sample, in editor and panel. */
  { name: "profile", suite: "profile", folders: 1, sample: "orbits", settings: { "editor.minimap.enabled": false } },
  /** The web worker extension host. */
  { name: "web", suite: "web", folders: 1, platform: "browser", kind: "web" },
  /** An editor that speaks German. */
  { name: "german", suite: "german", folders: 1, locale: "de" },
  /** A workspace that nobody trusts. */
  { name: "restricted", suite: "restricted", folders: 1, isRestricted: true },
  { name: "folders", suite: "folders", folders: 2 },
  /** The built package, installed into an empty profile. */
  { name: "installed", suite: "installed", folders: 1, isInstalled: true },
  /** No test but a measurement, run only by its name. */
  { name: "activation", suite: "activation", folders: 1, isMeasurement: true },
];
