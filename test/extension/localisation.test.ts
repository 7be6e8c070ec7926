/** Every text of the extension is in the English table or goes through `vscode.l10n.t`, and the German tables have all of it. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const manifest = readFileSync("package.json", "utf8");
const english = readJson("package.nls.json");
const german = readJson("package.nls.de.json");
const bundle = readJson("l10n/bundle.l10n.de.json");
const source = join("src", "extension");

/** The same word in both languages. */
const same = new Set(["view.hotspots", "configuration.editor", "Hotspots", "{0} hotspots", "1 hotspot"]);

describe("the extension's translation", () => {
  it("has a text for every key of package.json, and no key without one", () => {
    const used = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key as string);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort());
  });

  it("names every text of package.json that people read by a key", () => {
    const { contributes } = JSON.parse(manifest) as { contributes: unknown };
    assert.deepEqual(plainTexts(contributes, "contributes"), []);
  });

  it("has every text of package.json in German, with the same commands", () => {
    assert.deepEqual(Object.keys(german).sort(), Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      assert.ok(german[key] !== text || same.has(key), `${key} is not translated`);
      assert.deepEqual(linksOf(german[key] as string), linksOf(text), key);
    }
  });

  it("has every text of the code in German, and none that the code no longer has", () => {
    const { texts, unclear } = textsOf(source);
    assert.deepEqual(unclear, [], "l10n.t needs a literal text");
    assert.deepEqual(Object.keys(bundle).sort(), [...texts].sort());
    for (const [text, translated] of Object.entries(bundle)) {
      assert.ok(translated !== text || same.has(text), `${text} is not translated`);
      assert.deepEqual(placeholdersOf(translated), placeholdersOf(text), text);
    }
  });

  it("shows no text of the code that was not given to l10n.t", () => {
    assert.deepEqual(untranslated(source), []);
  });
});

function readJson(path: string): Record<string, string> {
  return JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
}

const readable = new Set(["title", "description", "markdownDescription", "name", "contents", "altText"]);

/** The product's name is the same everywhere. */
function plainTexts(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = `${path}.${key}`;
    if (typeof inner !== "string") return plainTexts(inner, place);
    return readable.has(key) && !/^%.+%$/.test(inner) && inner !== "Breakeven" ? [`${place}: ${inner}`] : [];
  });
}

function linksOf(text: string): string[] {
  return [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link as string);
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\d+\}/g)].map(([found]) => found).sort();
}

function sourcesBelow(folder: string): ts.SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true));
}

function textsOf(folder: string): { texts: Set<string>; unclear: string[] } {
  const texts = new Set<string>();
  const unclear: string[] = [];
  for (const call of sourcesBelow(folder).flatMap(callsIn)) {
    if (!call.expression.getText().endsWith("l10n.t")) continue;
    const [text] = call.arguments;
    if (text && ts.isStringLiteral(text)) texts.add(text.text);
    else unclear.push(call.getText());
  }
  return { texts, unclear };
}

/** What people are shown by these calls starts with words of the code. */
const speaking = /window\.show(Information|Warning|Error)Message$/;

function untranslated(folder: string): string[] {
  return sourcesBelow(folder)
    .flatMap(callsIn)
    .filter((call) => speaking.test(call.expression.getText()))
    .flatMap((call) => call.arguments.filter(ts.isStringLiteral).map((text) => text.getText()));
}

function callsIn(node: ts.Node): ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const visit = (inner: ts.Node) => {
    if (ts.isCallExpression(inner)) found.push(inner);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}
