/**
 * The flame graph page of Python 3.15's sampler (`--flamegraph`): a web page with the call tree in it as JSON, texts by number. Calls below a
 * thousandth of the samples are not in it, and neither is their time.
 */
import { ProfileError, type ProfileFrame, type RawProfile } from "../contract";
import { type CallTree, createCallTree } from "./call-tree";
import { JsonPlace, parseJson } from "./json-shape";
import { type ProfileInput, readWhole } from "./profile-input";

const DATA = "const EMBEDDED_DATA = ";

export async function readTachyonPage(input: ProfileInput): Promise<RawProfile> {
  const text = new TextDecoder().decode(await readWhole(input, "a flame graph page"));
  const start = text.indexOf(DATA);
  if (start < 0)
    throw new ProfileError(input.source, "this page holds no call tree; record with --flamegraph, --gecko or --collapsed instead");
  const end = text.indexOf("\n", start);
  const json = text.slice(start + DATA.length, end < 0 ? undefined : end).replace(/;\s*$/, "");
  const root = new JsonPlace(input.source, parseJson(input.source, json, "EMBEDDED_DATA"), "EMBEDDED_DATA");
  const tree = createCallTree(input.limits);
  addNodes(tree, root, root.at("strings").list());
  if (tree.weight === 0) throw new ProfileError(input.source, "holds no sample; record the profile again, for longer");
  return {
    format: "tachyon-flamegraph",
    tool: "profiling.sampling",
    source: input.source,
    unit: "samples",
    clock: "unknown",
    isDeterministic: false,
    sampleCount: tree.weight,
    ...tree.finish(),
  };
}

/** Depth first without recursion: a hostile file nests as deep as it likes. */
function addNodes(tree: CallTree, root: JsonPlace, strings: readonly unknown[]): void {
  const stack: number[] = [];
  const pending = [{ value: root.value, depth: 0 }];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const node = new JsonPlace(root.source, item.value, root.place);
    const frame = toFrame(node, strings);
    let { depth } = item;
    if (frame) stack[depth++] = tree.frame(frame);
    const children = node.at("children").isMissing ? [] : node.at("children").items();
    const inChildren = children.reduce((sum, child) => sum + child.at("value").weight(), 0);
    const own = node.has("self") ? node.at("self").weight() : Math.max(0, node.at("value").weight() - inChildren);
    if (own > 0) tree.addStack(stack, depth, "running", own);
    for (const child of children.reverse()) pending.push({ value: child.value, depth });
  }
}

/** Undefined for the page's own root, which stands for no function. */
function toFrame(node: JsonPlace, strings: readonly unknown[]): ProfileFrame | undefined {
  if (!node.has("funcname") || !node.has("filename")) return undefined;
  const name = strings[node.at("funcname").index(strings.length)];
  const file = strings[node.at("filename").index(strings.length)];
  if (typeof name !== "string" || typeof file !== "string") throw node.error("texts were expected in `strings`");
  if (name === "" && file === "") return undefined;
  if (file === "~") return { file: "", name, isNative: true };
  const line = node.at("lineno").lineOr();
  return { file, name, ...(line !== undefined && { line }) };
}
