/**
 * pyinstrument: the tree of its JSON renderer, and its session files (`-r pyisession`), which list every sample. It measures wall time;
 * `[await]` and frames outside of the profiled context are waiting.
 */
import { ProfileError, type ProfileFrame, type RawProfile, type TimeKind } from "../contract";
import { isBlockingCall } from "./blocking-calls";
import { type CallTree, createCallTree } from "./call-tree";
import { checkWeight, JsonPlace } from "./json-shape";
import type { ProfileInput } from "./profile-input";

export function isPyinstrument(document: JsonPlace): boolean {
  return document.has("root_frame") || document.has("frame_records");
}

export function readPyinstrument(input: ProfileInput, document: JsonPlace): RawProfile {
  const tree = createCallTree(input.limits);
  if (document.has("frame_records")) addRecords(tree, document);
  else addTree(tree, document.at("root_frame"));
  if (tree.weight === 0) throw new ProfileError(input.source, "holds no sample; record the profile again, for longer");
  return {
    format: "pyinstrument",
    tool: "pyinstrument",
    source: input.source,
    unit: "seconds",
    clock: "wall",
    isDeterministic: false,
    sampleCount: document.at("sample_count").weightOr(0),
    ...tree.finish(),
  };
}

/** Names in brackets stand for no function: own time of the parent, awaiting, or frames that were hidden. */
function isSynthetic(name: string): boolean {
  return /^\[.*\]$/.test(name);
}

function kindOf(name: string): TimeKind | "running" {
  return name === "[await]" || name === "[out-of-context]" || isBlockingCall(name) ? "waiting" : "running";
}

/** Depth first without recursion: a hostile file nests as deep as it likes. */
function addTree(tree: CallTree, root: JsonPlace): void {
  if (root.isMissing) return;
  const stack: number[] = [];
  const pending: { frame: unknown; depth: number }[] = [{ frame: root.value, depth: 0 }];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const frame = new JsonPlace(root.source, item.frame, `frame ${tree.weight > 0 ? "" : "0"}`.trim());
    const name = frame.at("function").textOr("");
    let depth = item.depth;
    if (!isSynthetic(name)) stack[depth++] = tree.frame(toFrame(frame, name));
    const children = frame.at("children").isMissing ? [] : frame.at("children").items();
    const inChildren = children.reduce((sum, child) => sum + child.at("time").weight(), 0);
    const own = Math.max(0, frame.at("time").weight() - inChildren);
    if (own > 0) tree.addStack(stack, depth, kindOf(name), own);
    for (const child of children.reverse()) pending.push({ frame: child.value, depth });
  }
}

function toFrame(frame: JsonPlace, name: string): ProfileFrame {
  const file = frame.at("file_path").textOr(frame.at("file_path_short").textOr(""));
  const firstLine = frame.at("line_no").lineOr();
  if (file === "<built-in>") return { file: "", name, isNative: true };
  return { file, name: withoutClass(name), ...(firstLine !== undefined && { firstLine }) };
}

/** `[[identifiers], seconds]`; an identifier is name, file and first line, then attributes such as the line that ran. */
function addRecords(tree: CallTree, document: JsonPlace): void {
  const stack: number[] = [];
  document
    .at("frame_records")
    .items()
    .forEach((record) => {
      const [identifiers, seconds] = record.list();
      const time = checkWeight(document.source, seconds, record.place);
      if (!Array.isArray(identifiers)) throw record.error("a list of frames was expected");
      let depth = 0;
      let track = -1;
      let kind: TimeKind | "running" = "running";
      for (const identifier of identifiers) {
        if (typeof identifier !== "string") throw record.error("a frame was expected");
        const [base = "", ...attributes] = identifier.split("\x01");
        const [name = "", file = "", line = ""] = base.split("\0");
        if (file === "<thread>") track = tree.track(`thread ${name} ${line}`);
        else if (isSynthetic(name)) kind = kindOf(name);
        else {
          stack[depth++] = tree.frame(toRecordFrame(name, file, line, attributes));
          kind = kindOf(name);
        }
      }
      tree.addStack(stack, depth, kind, time, track);
    });
}

/** The class is that of `self`, which may inherit the function; the first line says where it is. */
function withoutClass(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function toRecordFrame(name: string, file: string, line: string, attributes: readonly string[]): ProfileFrame {
  if (file === "<built-in>") return { file: "", name, isNative: true };
  const attribute = (key: string): string => attributes.find((text) => text.startsWith(key))?.slice(1) ?? "";
  const firstLine = lineNumber(line);
  const ran = lineNumber(attribute("l"));
  return {
    file,
    name: withoutClass(name),
    ...(firstLine !== undefined && { firstLine }),
    ...(ran !== undefined && { line: ran }),
  };
}

function lineNumber(text: string): number | undefined {
  return /^[1-9]\d{0,7}$/.test(text) ? Number(text) : undefined;
}
