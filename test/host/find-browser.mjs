/** The installed Chromium, Chrome or Edge that shows the editor, or undefined. `BREAKEVEN_BROWSER` names another one. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"];
const macApplications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];
const windowsPrograms = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];

export function findBrowser(environment = process.env) {
  return candidates(environment).find(isExecutable);
}

function candidates(environment) {
  const named = environment.BREAKEVEN_BROWSER ? [environment.BREAKEVEN_BROWSER] : [];
  if (process.platform === "win32") {
    const roots = [environment.PROGRAMFILES, environment["PROGRAMFILES(X86)"], environment.LOCALAPPDATA].filter(Boolean);
    return [...named, ...roots.flatMap((root) => windowsPrograms.map((program) => join(root, program)))];
  }
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return process.platform === "darwin" ? [...named, ...macApplications, ...onPath] : [...named, ...onPath];
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
