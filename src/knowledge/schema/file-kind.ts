/**
 * A kind of knowledge file is told by the first part of its path (`libraries/numpy.yaml` is `libraries`). Its top-level keys are
 * sections: lists or maps, whose entries are checked one by one so that one bad entry loses only itself, or single values.
 */
import * as z from "zod";

export type Section<T = unknown> =
  | { readonly shape: "list"; readonly schema: z.ZodType<T>; keyOf(entry: T): string }
  | { readonly shape: "map"; readonly key: z.ZodType<string>; readonly schema: z.ZodType<T> }
  | { readonly shape: "value"; readonly schema: z.ZodType<T>; readonly perFile: boolean };

// biome-ignore lint/suspicious/noExplicitAny: a Section takes its entry as argument, so only `any` holds sections of every entry type.
export type Sections = Readonly<Record<string, Section<any>>>;

export interface FileKind<S extends Sections = Sections> {
  readonly name: string;
  readonly description: string;
  readonly sections: S;
  /** The file is one entry of the only section, not a mapping of sections; its key is the file's name. */
  readonly wholeFile: boolean;
}

/** Entries of each section with what was read, later ones last. */
export type EntryOf<S> = S extends Section<infer T> ? T : never;

export function listOf<T>(schema: z.ZodType<T>, keyOf: (entry: T) => string): Section<T> {
  return { shape: "list", schema, keyOf };
}

export function mapOf<T>(key: z.ZodType<string>, schema: z.ZodType<T>): Section<T> {
  return { shape: "map", key, schema };
}

/** One value; `perFile` when each file of the kind has its own, which speaks of that file only. */
export function single<T>(schema: z.ZodType<T>, perFile = false): Section<T> {
  return { shape: "value", schema, perFile };
}

export function defineFileKind<S extends Sections>(name: string, description: string, sections: S): FileKind<S> {
  return { name, description, sections, wholeFile: false };
}

/** A kind whose files hold one entry each, named like the file. */
export function defineEntryKind<T>(
  name: string,
  description: string,
  schema: z.ZodType<T>,
  keyOf: (entry: T) => string,
): FileKind<Readonly<Record<string, Section<T>>>> {
  return { name, description, sections: { [name]: listOf(schema, keyOf) }, wholeFile: true };
}

/** Schema of a whole file, for the published JSON Schema and for editors. */
export function fileSchema(kind: FileKind): z.ZodType {
  const sections = Object.entries(kind.sections);
  if (kind.wholeFile) return (sections[0] as [string, Section])[1].schema.meta({ description: kind.description });
  const shape = sections.map(([name, section]) => [name, sectionSchema(section).optional()]);
  return z.strictObject(Object.fromEntries(shape)).meta({ description: kind.description });
}

function sectionSchema(section: Section): z.ZodType {
  if (section.shape === "list") return z.array(section.schema);
  if (section.shape === "map") return z.record(section.key, section.schema);
  return section.schema;
}
