/** Checked access to parsed JSON: every mistake names its place (`profiles[0].samples[12]`) and what was expected there. */
import { ProfileError } from "../contract";
import { findJsonError } from "./find-json-error";
import { type ProfileInput, readWhole, textEncoding } from "./profile-input";

/** A value of a JSON document with the way to it. */
export class JsonPlace {
  constructor(
    readonly source: string,
    readonly value: unknown,
    readonly place = "",
  ) {}

  /** An own member; undefined inside where there is none. Only own ones: `__proto__` is a key like any other. */
  at(key: string): JsonPlace {
    const value = this.value;
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    if (!isObject) throw this.error(`an object with "${key}" was expected`);
    const member: unknown = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    return new JsonPlace(this.source, member, this.place === "" ? key : `${this.place}.${key}`);
  }

  has(key: string): boolean {
    return typeof this.value === "object" && this.value !== null && Object.hasOwn(this.value, key);
  }

  get isMissing(): boolean {
    return this.value === undefined || this.value === null;
  }

  items(): JsonPlace[] {
    return this.list().map((item, index) => new JsonPlace(this.source, item, `${this.place}[${index}]`));
  }

  /** The bare array, for long ones. */
  list(): readonly unknown[] {
    if (!Array.isArray(this.value)) throw this.error("a list was expected");
    return this.value;
  }

  entries(): [string, JsonPlace][] {
    const value = this.value;
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw this.error("an object was expected");
    return Object.entries(value).map(([key, member]) => [key, new JsonPlace(this.source, member, `${this.place}.${key}`)]);
  }

  text(): string {
    if (typeof this.value !== "string") throw this.error("a text was expected");
    return this.value;
  }

  textOr(other: string): string {
    return typeof this.value === "string" ? this.value : other;
  }

  /** A finite number, not negative: times and counts. */
  weight(): number {
    return checkWeight(this.source, this.value, this.place);
  }

  weightOr(other: number): number {
    return this.isMissing ? other : this.weight();
  }

  /** A whole number from 0 up to and without `end`. */
  index(end: number): number {
    return checkIndex(this.source, this.value, end, this.place);
  }

  /** A line number, undefined for 0, negative and missing ones: formats write them where there is none. */
  lineOr(): number | undefined {
    const value = this.value;
    return typeof value === "number" && Number.isInteger(value) && value > 0 && value < MAX_LINE_NUMBER ? value : undefined;
  }

  error(reason: string): ProfileError {
    return new ProfileError(
      this.source,
      `${reason}${this.value === undefined ? " and is missing" : ""}`,
      this.place === "" ? undefined : this.place,
    );
  }
}

const MAX_LINE_NUMBER = 100_000_000;
/** More than a century in nanoseconds, or samples of a fleet: larger is a broken or hostile file. */
const MAX_WEIGHT = 1e19;

export function checkWeight(source: string, value: unknown, place: string): number {
  if (typeof value === "number" && value >= 0 && value <= MAX_WEIGHT) return value;
  throw new ProfileError(source, `a time or count was expected, ${describeValue(value)} is none; the profile is broken`, place);
}

export function checkIndex(source: string, value: unknown, end: number, place: string): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value < end) return value;
  throw new ProfileError(source, `a number from 0 to ${end - 1} was expected, not ${describeValue(value)}; the profile is broken`, place);
}

function describeValue(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return `"${value.slice(0, 30)}"`;
  return value === undefined ? "nothing" : value === null ? "null" : `a ${typeof value}`;
}

/** The whole document. Throws ProfileError with line and column where it is no JSON. */
export async function readJson(input: ProfileInput): Promise<JsonPlace> {
  const bytes = await readWhole(input, "a JSON profile");
  const text = new TextDecoder(textEncoding(input.head)).decode(bytes);
  return new JsonPlace(input.source, parseJson(input.source, text));
}

/** The value of a JSON text, which is at `place` of the file where it is not all of it. */
export function parseJson(source: string, text: string, place?: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const offset = findJsonError(text);
    if (offset < text.length) {
      throw new ProfileError(source, "this is no valid JSON; record or export the profile again", place ?? lineAndColumn(text, offset));
    }
    throw new ProfileError(
      source,
      "the JSON ends too early; the file was cut short, record or copy it again",
      place ?? lineAndColumn(text, offset),
    );
  }
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return `line ${line}, column ${offset - before.lastIndexOf("\n")}`;
}
