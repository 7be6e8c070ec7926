/** Austin's binary output, MOJO: the same samples as its text, with texts and frames written once for each process. */
import { throwIfCancelled } from "../../base";
import { ProfileError, type RawProfile } from "../contract";
import { type CallTree, createCallTree } from "./call-tree";
import { checkWeight } from "./json-shape";
import { type MojoHandler, MojoParser } from "./mojo-events";
import { isNativeFile } from "./parse-stack-frame";
import type { ProfileInput } from "./profile-input";
import { describeAustin } from "./read-austin";

export async function readMojo(input: ProfileInput): Promise<RawProfile> {
  const tree = createCallTree(input.limits);
  const samples = new MojoSamples(input.source, tree);
  const parser = new MojoParser(input.source, samples);
  for await (const chunk of input.chunks) {
    throwIfCancelled(input.token);
    parser.push(chunk);
  }
  if (!parser.isCut) samples.endStack();
  if (samples.count === 0) throw new ProfileError(input.source, "holds no whole sample; record the profile again, for longer");
  const built = tree.finish();
  return {
    format: "austin-mojo",
    source: input.source,
    ...describeAustin(samples.header),
    isDeterministic: false,
    sampleCount: samples.count,
    ...built,
    warnings: parser.isCut ? [...built.warnings, "the file ends within a sample, which was left out"] : built.warnings,
  };
}

/** Texts and frames of all processes; more are no profile of Python code. */
const MAX_KEYS = 4_000_000;

class MojoSamples implements MojoHandler {
  readonly header = new Map<string, string>();
  count = 0;
  private readonly texts = new Map<string, string>();
  private readonly frames = new Map<string, number>();
  private readonly stackFrames: number[] = [];
  private depth = -1;
  private process = 0;
  private track = -1;
  private isIdle = false;
  private metric = 0;

  constructor(
    private readonly source: string,
    private readonly tree: CallTree,
  ) {}

  metadata(key: string, value: string): void {
    if (this.header.size < 100) this.header.set(key, value);
  }

  stack(process: number, interpreter: number, thread: string): void {
    this.endStack();
    this.process = process;
    const name = interpreter > 0 ? `interpreter ${interpreter}, thread ${thread}` : `thread ${thread}`;
    this.track = this.tree.track(`process ${process}, ${name}`);
    this.depth = 0;
  }

  endStack(): void {
    if (this.depth >= 0) this.count++;
    if (this.depth > 0) this.tree.addStack(this.stackFrames, this.depth, this.isIdle ? "waiting" : "running", this.metric, this.track);
    this.depth = -1;
    this.isIdle = false;
    this.metric = 0;
  }

  frame(key: number, fileKey: number, nameKey: number, line: number): void {
    const file = this.known(fileKey);
    const isNative = isNativeFile(file);
    this.refuseTooMany(this.frames);
    const frame = { file, name: this.known(nameKey), ...(line > 0 && line < 1e8 && { line }), ...(isNative && { isNative }) };
    this.frames.set(`${this.process}:${key}`, this.tree.frame(frame));
  }

  frameReference(key: number): void {
    const frame = this.frames.get(`${this.process}:${key}`);
    if (frame === undefined)
      throw new ProfileError(this.source, `sample ${this.count + 1} refers to a frame that is not there; the file is broken`);
    this.add(frame);
  }

  namedFrame(name: string): void {
    if (name !== "<invalid>") this.add(this.tree.frame({ file: "", name, isNative: true }));
  }

  idle(): void {
    this.isIdle = true;
  }

  time(microseconds: number): void {
    this.metric = checkWeight(this.source, microseconds, `sample ${this.count + 1}`) * 1e-6;
  }

  memory(bytes: number): void {
    // In full mode the time is what counts; freed memory is negative.
    if (this.header.get("mode") === "memory") this.metric = Math.max(0, bytes);
  }

  text(key: number, value: string): void {
    this.refuseTooMany(this.texts);
    this.texts.set(`${this.process}:${key}`, value);
  }

  private add(frame: number): void {
    if (this.depth < 0) throw new ProfileError(this.source, "a frame comes before any stack; the file is broken");
    this.stackFrames[this.depth++] = frame;
  }

  /** Austin's key 1 is an unknown name. */
  private known(key: number): string {
    const text = this.texts.get(`${this.process}:${key}`);
    if (text !== undefined) return text;
    if (key <= 1) return key === 1 ? "<unknown>" : "";
    throw new ProfileError(this.source, `a frame before sample ${this.count + 1} refers to a text that is not there; the file is broken`);
  }

  private refuseTooMany(map: ReadonlyMap<string, unknown>): void {
    if (map.size > MAX_KEYS) throw new ProfileError(this.source, "has more different frames than any Python program; the file is broken");
  }
}
