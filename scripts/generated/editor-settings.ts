/** The settings of the engine as VS Code shows them: a block of `contributes.configuration` and its words in `package.nls.json`. */
import { z } from "zod";
import { settingsSchema } from "../../src/session/settings";
import { type GeneratedFile, jsonFile } from "./generated-file";

interface Block {
  readonly id?: string;
}
interface Manifest {
  readonly contributes: { readonly configuration: readonly Block[] };
}
type Property = Readonly<Record<string, unknown>>;

const blockId = "assessment";
const wordPrefix = `configuration.${blockId}`;

/** `manifest` and `words` are the files as they are; what other rooms own in them stays as it is. */
export function generateEditorSettings(manifest: Manifest, words: Readonly<Record<string, string>>): readonly GeneratedFile[] {
  const { properties } = z.toJSONSchema(settingsSchema, { target: "draft-7", io: "input" }) as { properties: Record<string, Property> };
  const block = {
    id: blockId,
    title: `%${wordPrefix}%`,
    order: 1,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [`breakeven.${name}`, editorProperty(name, property)]),
    ),
  };
  const configuration = [block, ...manifest.contributes.configuration.filter(({ id }) => id !== blockId)];
  return [
    jsonFile("package.json", { ...manifest, contributes: { ...manifest.contributes, configuration } }),
    jsonFile("package.nls.json", { ...withoutOwn(words), ...ownWords(properties) }),
  ];
}

function editorProperty(name: string, property: Property): Property {
  const { description, maximum, ...rest } = property;
  const limited = typeof maximum === "number" && maximum < Number.MAX_SAFE_INTEGER ? { maximum } : {};
  return { ...rest, ...limited, scope: "resource", markdownDescription: `%${wordPrefix}.${name}%` };
}

function withoutOwn(words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).filter(([key]) => key !== wordPrefix && !key.startsWith(`${wordPrefix}.`)));
}

function ownWords(properties: Readonly<Record<string, Property>>): Record<string, string> {
  const descriptions = Object.entries(properties).map(([name, { description }]) => [`${wordPrefix}.${name}`, String(description)]);
  return { [wordPrefix]: "Assessment", ...Object.fromEntries(descriptions) };
}
