import * as vscode from "vscode";
import type { LanguageClientOptions, Middleware } from "vscode-languageclient";
import { clientCommands, type InitializationOptions } from "../lsp/protocol";
import { rulePageUri } from "./rule-pages";

const section = "breakeven";

export function clientOptions(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: documentSchemes().map((scheme) => ({ scheme, language: "python" })),
    outputChannel: output,
    initializationOptions: { clientCommands: true, cacheFolder: cacheFolder(context) } satisfies InitializationOptions,
    middleware: middleware(context),
  };
}

/** In a browser there is no disk that the server could reach. */
function cacheFolder({ globalStorageUri }: vscode.ExtensionContext): string | undefined {
  return globalStorageUri.scheme === "file" ? vscode.Uri.joinPath(globalStorageUri, "cache").fsPath : undefined;
}

/** Files on disk and of virtual workspaces; not the other sides of a comparison, notebook cells or output. */
function documentSchemes(): string[] {
  return [...new Set(["file", "vscode-remote", "vscode-vfs", ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)])];
}

function middleware(context: vscode.ExtensionContext): Middleware {
  return {
    async provideHover(document, position, token, next) {
      const hover = await next(document, position, token);
      for (const content of hover?.contents ?? []) {
        if (content instanceof vscode.MarkdownString) content.isTrusted = { enabledCommands: Object.values(clientCommands) };
      }
      return hover;
    },
    /** The page of a rule is at hand without a network. */
    handleDiagnostics(uri, diagnostics, next) {
      for (const diagnostic of diagnostics) {
        const { code } = diagnostic;
        if (typeof code === "object") diagnostic.code = { value: code.value, target: rulePageUri(String(code.value)) };
      }
      next(uri, diagnostics);
    },
    workspace: {
      configuration: async (params, token, next) => {
        const answers = await next(params, token);
        if (!Array.isArray(answers)) return answers;
        return params.items.map((item, index) => {
          if (item.section !== section) return answers[index];
          return explicitSettings(context, item.scopeUri ? vscode.Uri.parse(item.scopeUri) : undefined);
        });
      },
    },
  };
}

/** What somebody has set, without the defaults: those would win over the project's own configuration file. */
function explicitSettings(context: vscode.ExtensionContext, scope: vscode.Uri | undefined): object {
  const configuration = vscode.workspace.getConfiguration(section, scope);
  const settings: Record<string, unknown> = {};
  for (const name of settingNames(context)) {
    const key = name.slice(section.length + 1);
    const found = configuration.inspect(key);
    const value = found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
    if (value !== undefined) setNested(settings, key.split("."), value);
  }
  return settings;
}

function settingNames(context: vscode.ExtensionContext): string[] {
  const sections = [context.extension.packageJSON.contributes.configuration].flat() as { properties: Record<string, unknown> }[];
  return sections.flatMap(({ properties }) => Object.keys(properties));
}

function setNested(target: Record<string, unknown>, [key, ...rest]: string[], value: unknown): void {
  if (key === undefined) return;
  if (rest.length === 0) target[key] = value;
  else {
    target[key] ??= {};
    setNested(target[key] as Record<string, unknown>, rest, value);
  }
}
