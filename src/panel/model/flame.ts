/**
 * The call tree of a measured profile and its layout as an icicle: callers above, callees below, widths are shares of the time.
 * Only what is at least a pixel wide gets a box, so the picture costs what the screen holds and not what the profile holds.
 */
export type FrameKind = "own" | "library" | "native" | "unmapped";

/** As the host sends them: a parent comes before its children; -1 is no parent. */
export interface CallFrame {
  readonly parent: number;
  readonly name: string;
  readonly path?: string | undefined;
  readonly line?: number | undefined;
  readonly share: number;
  readonly self: number;
  readonly kind: FrameKind;
}

export interface FlameNode {
  /** The same for the same chain of callers in the next tree, so that a zoom survives a new assessment. */
  readonly id: string;
  /** `all`: the root that stands for the whole profile. */
  readonly kind: FrameKind | "all";
  readonly name: string;
  readonly path?: string | undefined;
  readonly line?: number | undefined;
  /** Of the whole CPU time, with callees and without. */
  readonly share: number;
  readonly self: number;
  readonly depth: number;
  readonly parent: FlameNode | undefined;
  /** Largest first. */
  readonly children: readonly FlameNode[];
}

export interface FlameTree {
  readonly root: FlameNode;
  readonly nodes: ReadonlyMap<string, FlameNode>;
}

export interface FlameBox {
  readonly node: FlameNode;
  /** 0 for the zoomed node. */
  readonly row: number;
  /** In pixels. */
  readonly left: number;
  readonly width: number;
}

export interface FlameMatches {
  /** In the order of the picture: a caller before its callees. */
  readonly nodes: readonly FlameNode[];
  readonly ids: ReadonlySet<string>;
  /** Of the whole time; a match inside another counts once. */
  readonly share: number;
}

type Draft = FlameNode & { children: Draft[] };

export function buildFlame(frames: readonly CallFrame[]): FlameTree {
  const roots = frames.reduce((sum, { parent, share }) => (parent < 0 ? sum + share : sum), 0);
  const root: Draft = { id: "", kind: "all", name: "", share: Math.max(1, roots), self: 0, depth: 0, parent: undefined, children: [] };
  const nodes = new Map<string, FlameNode>([[root.id, root]]);
  const drafts: Draft[] = [];
  for (const { parent: at, name, path, line, share, self, kind } of frames) {
    const parent = drafts[at] ?? root;
    const id = freeId(nodes, hash(`${parent.id}\n${kind}\n${path ?? ""}\n${name}`));
    const node: Draft = { id, kind, name, path, line, share, self, depth: parent.depth + 1, parent, children: [] };
    parent.children.push(node);
    drafts.push(node);
    nodes.set(id, node);
  }
  for (const { children } of [root, ...drafts]) children.sort((a, b) => b.share - a.share);
  return { root, nodes };
}

/** Callers of a node, the whole first, and the node itself. */
export function chainOf(node: FlameNode): readonly FlameNode[] {
  const chain: FlameNode[] = [];
  for (let at: FlameNode | undefined = node; at !== undefined; at = at.parent) chain.push(at);
  return chain.reverse();
}

/** Boxes of the node, `width` pixels wide, and of everything below it that is at least `smallest` pixels wide; row by row. */
export function layOutFlame(top: FlameNode, width: number, smallest = 1): readonly FlameBox[] {
  const boxes: FlameBox[] = [{ node: top, row: 0, left: 0, width }];
  const scale = top.share > 0 ? width / top.share : 0;
  // The list grows while it is walked: callees are laid below their caller, which stands before them.
  for (let index = 0; index < boxes.length; index++) {
    const { node, row, left: start, width: room } = boxes[index] as FlameBox;
    let left = start;
    for (const child of node.children) {
      const childWidth = Math.min(child.share * scale, start + room - left);
      if (childWidth < smallest) break;
      boxes.push({ node: child, row: row + 1, left, width: childWidth });
      left += childWidth;
    }
  }
  return boxes;
}

/** Every node and what is below it, callers before callees, `limit` nodes at most. */
export function listFlame(top: FlameNode, limit: number): readonly FlameNode[] {
  const listed: FlameNode[] = [];
  const open = [top];
  while (open.length > 0 && listed.length < limit) {
    const node = open.pop() as FlameNode;
    listed.push(node);
    for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as FlameNode);
  }
  return listed;
}

/** Nodes with all words of `text` in name or path, in any case. */
export function searchFlame({ root, nodes }: FlameTree, text: string): FlameMatches {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { nodes: [], ids: new Set(), share: 0 };
  const found: FlameNode[] = [];
  const ids = new Set<string>();
  const covered = new Set<FlameNode>();
  let share = 0;
  for (const node of listFlame(root, nodes.size)) {
    const isCovered = node.parent !== undefined && covered.has(node.parent);
    if (isCovered) covered.add(node);
    if (!matches(node, words)) continue;
    found.push(node);
    ids.add(node.id);
    if (isCovered) continue;
    covered.add(node);
    share += node.share;
  }
  return { nodes: found, ids, share: Math.min(share, 1) };
}

/** Where an arrow key leads from a box; undefined where there is nothing. */
export function nextBox(boxes: readonly FlameBox[], from: FlameBox, key: string): FlameBox | undefined {
  const row = boxes.filter((box) => box.row === from.row);
  switch (key) {
    case "ArrowDown":
      return boxes.find(({ node }) => node.parent === from.node);
    case "ArrowUp":
      return boxes.find(({ node }) => node === from.node.parent);
    case "ArrowRight":
      return row[row.indexOf(from) + 1];
    case "ArrowLeft":
      return row[row.indexOf(from) - 1];
    case "Home":
      return boxes[0];
    case "End":
      return row.at(-1);
    default:
      return undefined;
  }
}

function matches({ kind, name, path }: FlameNode, words: readonly string[]): boolean {
  if (kind === "all") return false;
  const text = `${path ?? ""} ${name}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function freeId(taken: ReadonlyMap<string, unknown>, id: string): string {
  let free = id;
  for (let count = 2; taken.has(free); count++) free = `${id}.${count}`;
  return free;
}

/** 53 bits are plenty for thousands of nodes; what still collides gets a number. */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
