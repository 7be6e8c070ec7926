/** The call tree of all profiles as one, by function, pruned to what a picture can show. */
import { lineAt } from "../../base";
import type { CallTreeNode, ProfileFrame, ProfileNode } from "../contract";
import type { MappedProfiles } from "./map-profiles";
import { walkTree } from "./measure-profile";
import type { Place, PlacedProfile } from "./place-profile";

export interface CallTreeOptions {
  /** Nodes with a smaller share, callees included, are left out. */
  readonly leastShare: number;
  /** So many nodes at most, the largest. */
  readonly limit: number;
}

interface TreeNode {
  readonly parent: TreeNode | undefined;
  readonly children: Map<string, TreeNode>;
  readonly key: string;
  readonly frame: ProfileFrame;
  readonly place: Place;
  self: number;
  share: number;
}

/** Shares are of the whole CPU time. Profiles without call stacks give one level. */
export function buildCallTree({ placed }: MappedProfiles, options: CallTreeOptions): readonly CallTreeNode[] {
  const roots = new Map<string, TreeNode>();
  for (const one of placed) addProfile(roots, one.placed, one.weight);
  const kept = [...flatten(roots)].filter(({ share }) => share >= options.leastShare);
  // The larger ones with their callers, which are never smaller.
  const chosen = new Set(kept.sort((a, b) => b.share - a.share).slice(0, options.limit));
  const nodes: CallTreeNode[] = [];
  const indices = new Map<TreeNode | undefined, number>([[undefined, -1]]);
  for (const node of flatten(roots)) {
    const parent = indices.get(node.parent);
    if (!chosen.has(node) || parent === undefined) continue;
    indices.set(node, nodes.length);
    nodes.push(present(node, parent));
  }
  return nodes;
}

function addProfile(roots: Map<string, TreeNode>, { profile, places }: PlacedProfile, weight: number): void {
  const whole = profile.nodes.reduce((sum, { self }) => sum + self.python + self.native, 0);
  if (whole === 0) return;
  const open: TreeNode[] = [];
  walkTree(profile.nodes, {
    enter(index) {
      const { frame, self } = profile.nodes[index] as ProfileNode;
      const node = nodeFor(open.at(-1), roots, profile.frames[frame] as ProfileFrame, places[frame] as Place);
      const amount = ((self.python + self.native) / whole) * weight;
      node.self += amount;
      // A comprehension within its function is the same node twice.
      for (let at: TreeNode | undefined = node; amount > 0 && at !== undefined; at = at.parent) at.share += amount;
      open.push(node);
    },
    leave: () => void open.pop(),
  });
}

function nodeFor(parent: TreeNode | undefined, roots: Map<string, TreeNode>, frame: ProfileFrame, place: Place): TreeNode {
  const key = place.kind === "own" ? `own ${place.placed.id}` : `${place.kind} ${frame.file} ${frame.name}`;
  if (parent?.key === key && place.kind === "own" && frame.name.includes("<")) return parent;
  const siblings = parent?.children ?? roots;
  const known = siblings.get(key);
  if (known !== undefined) return known;
  const made: TreeNode = { parent, children: new Map(), key, frame, place, self: 0, share: 0 };
  siblings.set(key, made);
  return made;
}

function* flatten(roots: ReadonlyMap<string, TreeNode>): Generator<TreeNode> {
  const pending = bySize(roots).reverse();
  while (pending.length > 0) {
    const node = pending.pop() as TreeNode;
    yield node;
    pending.push(...bySize(node.children).reverse());
  }
}

function bySize(nodes: ReadonlyMap<string, TreeNode>): TreeNode[] {
  return [...nodes.values()].sort((a, b) => b.share - a.share);
}

function present({ place, frame, share, self }: TreeNode, parent: number): CallTreeNode {
  if (place.kind !== "own") return { parent, name: frame.name, path: frame.file || undefined, share, self, kind: place.kind };
  const { node } = place.placed;
  const line = lineAt(node.file.lineStarts, node.fact.start);
  return { parent, name: node.fact.qualname, path: node.path, line, share, self, kind: "own" };
}
