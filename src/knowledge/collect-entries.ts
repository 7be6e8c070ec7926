/** Reads and checks all texts: every entry that is right, by section and key, and a problem for each that is not. */
import type { z } from "zod";
import type { KnowledgeProblem, KnowledgeText } from "./contract";
import { type FieldPath, type ReadText, readKnowledgeText } from "./read-text";
import { type FileKind, fileKinds, type KindName, type Section } from "./schema";

export interface CollectedEntry {
  readonly value: unknown;
  /** File that it stands in. */
  readonly path: string;
}

export interface Collection {
  /** Entries under `kind.section`, by key. */
  entries(kind: KindName, section: string): ReadonlyMap<string, readonly CollectedEntry[]>;
  readonly problems: readonly KnowledgeProblem[];
}

/**
 * `texts` ship with the tool, `teamTexts` are a team's own: there an entry replaces the shipped one of the same key, while two
 * of one key within the same layer are a mistake of which the first is kept.
 */
export function collectEntries(texts: readonly KnowledgeText[], teamTexts: readonly KnowledgeText[]): Collection {
  const collector = new Collector();
  for (const text of texts) collector.addText(text, 0);
  for (const text of teamTexts) collector.addText(text, 1);
  return { entries: (kind, section) => collector.sections.get(`${kind}.${section}`) ?? new Map(), problems: collector.problems };
}

/** Sections whose entries add to those of the same key instead of replacing them. */
const additive = new Set(["libraries.packages", "types.functions", "types.types"]);

class Collector {
  readonly sections = new Map<string, Map<string, (CollectedEntry & { readonly layer: number })[]>>();
  readonly problems: KnowledgeProblem[] = [];

  /** Only texts of the tool's own may come as checked: a team's are looked at whatever they say. */
  addText(text: KnowledgeText, layer: number): void {
    const kind = kindOf(text.path);
    if (kind === undefined) {
      this.problem(text.path, 1, "", `no kind of knowledge file has this name; there are ${Object.keys(fileKinds).join(", ")}`);
      return;
    }
    const read = readKnowledgeText(text);
    for (const { line, reason } of read.problems) this.problem(text.path, line, "", reason);
    if (read.data === undefined || read.data === null) return;
    const file = new FileReader(text.path, layer, kind, read, this, text.checked === true && layer === 0);
    if (kind.wholeFile) file.readWholeEntry(read.data);
    else file.readSections(read.data);
  }

  add(section: string, key: string, value: unknown, path: string, layer: number): boolean {
    let byKey = this.sections.get(section);
    if (!byKey) {
      byKey = new Map();
      this.sections.set(section, byKey);
    }
    const entry = { value, path, layer };
    const known = byKey.get(key);
    if (!known) byKey.set(key, [entry]);
    else if (additive.has(section)) known.push(entry);
    else if ((known[0] as { layer: number }).layer < layer) byKey.set(key, [entry]);
    else return false;
    return true;
  }

  problem(path: string, line: number, field: string, reason: string): void {
    this.problems.push({ path, line, field, reason });
  }
}

function kindOf(path: string): FileKind | undefined {
  const name = path.replace(/\.(yaml|yml|json)$/, "").split("/")[0] as string;
  return Object.hasOwn(fileKinds, name) ? fileKinds[name as KindName] : undefined;
}

class FileReader {
  constructor(
    private readonly path: string,
    private readonly layer: number,
    private readonly kind: FileKind,
    private readonly read: ReadText,
    private readonly collector: Collector,
    private readonly isChecked: boolean,
  ) {}

  readWholeEntry(data: unknown): void {
    const [name, section] = Object.entries(this.kind.sections)[0] as [string, Section];
    const entry = this.check(section.schema, data, []);
    if (entry === undefined || section.shape !== "list") return;
    const key = section.keyOf(entry);
    const fileName = this.path.replace(/^.*\/|\.[a-z]+$/g, "");
    if (key !== fileName) this.report([], `the id is ${key}, but the file is named ${fileName}`, ["id"]);
    else this.add(name, key, entry, []);
  }

  readSections(data: unknown): void {
    if (!isMapping(data)) {
      this.report([], `must be a mapping with ${Object.keys(this.kind.sections).join(", ")}`);
      return;
    }
    for (const [name, value] of Object.entries(data)) {
      const section = Object.hasOwn(this.kind.sections, name) ? this.kind.sections[name] : undefined;
      if (!section) this.report([name], `unknown field; there are ${Object.keys(this.kind.sections).join(", ")}`);
      else this.readSection(name, section, value);
    }
  }

  private readSection(name: string, section: Section, value: unknown): void {
    if (section.shape === "value") {
      const checked = this.check(section.schema, value, [name]);
      if (checked !== undefined) this.add(name, section.perFile ? this.path : "", checked, [name]);
    } else if (section.shape === "list") this.readList(name, section, value);
    else this.readMap(name, section, value);
  }

  private readList(name: string, section: Section & { shape: "list" }, value: unknown): void {
    if (!Array.isArray(value)) {
      this.report([name], "must be a list");
      return;
    }
    for (const [index, item] of value.entries()) {
      const entry = this.check(section.schema, item, [name, index]);
      if (entry !== undefined) this.add(name, section.keyOf(entry), entry, [name, index]);
    }
  }

  private readMap(name: string, section: Section & { shape: "map" }, value: unknown): void {
    if (!isMapping(value)) {
      this.report([name], "must be a mapping");
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      if (this.check(section.key, key, [name, key]) === undefined) continue;
      const entry = this.check(section.schema, item, [name, key]);
      if (entry !== undefined) this.add(name, key, entry, [name, key]);
    }
  }

  private check<T>(schema: z.ZodType<T>, value: unknown, at: FieldPath): T | undefined {
    if (this.isChecked) return value as T;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const path = [...at, ...issue.path];
      if (issue.code === "unrecognized_keys") for (const key of issue.keys) this.report([...path, key], "unknown field");
      else this.report(path, issue.message);
    }
    return undefined;
  }

  private add(section: string, key: string, value: unknown, at: FieldPath): void {
    if (this.collector.add(`${this.kind.name}.${section}`, key, value, this.path, this.layer)) return;
    this.report(at, key === "" ? "is given twice; the first is used" : `there is another ${key}; the first is used`);
  }

  private report(path: FieldPath, reason: string, at: FieldPath = path): void {
    this.collector.problem(this.path, this.read.lineOf(at), fieldName(at), reason);
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldName(path: FieldPath): string {
  return path.map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`)).join("");
}
