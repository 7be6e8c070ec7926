/** VS Code's own command line, as far as `@vscode/test-electron` and the editor tests use it. */
import { resolve } from "node:path";

/** Flags that only speak to desktop VS Code; trust is a matter of the profile's settings here. */
const ignored = [
  "--no-sandbox",
  "--disable-gpu-sandbox",
  "--disable-updates",
  "--skip-welcome",
  "--skip-release-notes",
  "--disable-workspace-trust",
  "--disable-extensions",
];

/** Throws with the name of an argument that is not understood, so that no test runs with less than it asked for. */
export function parseArguments(args) {
  const options = { folder: undefined, extensionDevelopmentPath: [] };
  for (const argument of args) {
    if (ignored.includes(argument)) continue;
    const [, name, value] = /^--([a-zA-Z-]+)=(.*)$/.exec(argument) ?? [];
    if (name === undefined && !argument.startsWith("-")) options.folder = resolve(argument);
    else if (name === "extensionDevelopmentPath") options.extensionDevelopmentPath.push(resolve(value));
    else if (name === "extensionTestsPath") options.extensionTestsPath = resolve(value);
    else if (name === "extensionDevelopmentKind") options.extensionDevelopmentKind = value;
    else if (name === "user-data-dir") options.userDataDir = resolve(value);
    else if (name === "extensions-dir") options.extensionsDir = resolve(value);
    else if (name === "install-extension") options.installExtension = resolve(value);
    else if (name === "locale") options.locale = value;
    else if (name === "remote-debugging-port") options.debuggingPort = Number(value);
    else throw new Error(`launch.mjs does not know the argument ${argument}`);
  }
  return options;
}
