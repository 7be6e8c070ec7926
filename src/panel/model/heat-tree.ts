/** The project's heat as folders, modules and functions, and its layout as an icicle: one column per level, height as share. */
import { type Hotspot, rankingShare } from "../../report";

export interface Mix {
  readonly python: number;
  readonly native: number;
  readonly io: number;
}

export interface HeatNode {
  /** Unique among siblings; `HeatNode.key`s from the root make a zoom path. */
  readonly key: string;
  readonly kind: "project" | "folder" | "module" | "function" | "rest";
  readonly name: string;
  /** Of the project's Python CPU time, 0..1. */
  readonly share: number;
  /** Where the time of the code below goes, weighted by share. */
  readonly mix: Mix;
  /** Hottest first. */
  readonly children: readonly HeatNode[];
  /** Id, for functions. */
  readonly hotspot?: string;
}

export interface HeatBox {
  readonly node: HeatNode;
  /** Keys from the root to this node. */
  readonly path: readonly string[];
  readonly column: number;
  /** Both as fractions of the height. */
  readonly top: number;
  readonly height: number;
  /** More than one when small neighbours were put together; the box then stands for them and cannot be zoomed. */
  readonly merged: number;
}

export function buildHeatTree(hotspots: readonly Hotspot[], rootName: string): HeatNode {
  const root = draft("project", "", rootName);
  for (const hotspot of hotspots) insert(root, hotspot);
  const listed = hotspots.reduce((sum, hotspot) => sum + rankingShare(hotspot), 0);
  const rest = Math.max(0, 1 - listed);
  const tree = finish(root);
  if (rest < 0.0005) return tree;
  const other: HeatNode = { key: "?rest", kind: "rest", name: "", share: rest, mix: tree.mix, children: [] };
  return { ...tree, share: tree.share + rest, children: [...tree.children, other] };
}

/** The node at a zoom path; the deepest that still exists when the project changed under it. */
export function findNode(root: HeatNode, path: readonly string[]): { readonly node: HeatNode; readonly path: readonly string[] } {
  let node = root;
  const found: string[] = [];
  for (const key of path) {
    const child = node.children.find((it) => it.key === key);
    if (!child) break;
    node = child;
    found.push(key);
  }
  return { node, path: found };
}

/**
 * Boxes of `columns` levels below (and with) the zoomed node. Boxes lower than `smallest` are merged with their neighbours.
 * Heights are shares, but for what is not listed: that has a limit, so that a flat profile stays readable.
 */
export function layOutIcicle(root: HeatNode, zoom: readonly string[], columns: number, smallest: number): readonly HeatBox[] {
  const { node, path } = findNode(root, zoom);
  const boxes: HeatBox[] = [];
  const place = (item: HeatNode, itemPath: readonly string[], column: number, top: number, height: number) => {
    boxes.push({ node: item, path: itemPath, column, top, height, merged: 1 });
    if (column + 1 >= columns || item.share <= 0) return;
    const scale = height / weightOf(item);
    let childTop = top;
    const small: HeatNode[] = [];
    for (const child of item.children) {
      const childHeight = (child.kind === "rest" ? restWeight(item) : child.share) * scale;
      if (childHeight < smallest) small.push(child);
      else {
        place(child, [...itemPath, child.key], column + 1, childTop, childHeight);
        childTop += childHeight;
      }
    }
    if (small.length > 0) boxes.push(merge(small, itemPath, column + 1, childTop, top + height - childTop));
  };
  place(node, path, 0, 0, 1);
  return boxes.filter(({ height }) => height > 0);
}

/** A part of everything that is not listed would leave little room for what is: it is drawn no higher than this. */
const mostRest = 0.12;

function restWeight(node: HeatNode): number {
  const listed = listedShare(node);
  const rest = node.share - listed;
  return listed > 0 ? Math.min(rest, (listed * mostRest) / (1 - mostRest)) : rest;
}

function weightOf(node: HeatNode): number {
  return node.children.some(({ kind }) => kind === "rest") ? listedShare(node) + restWeight(node) : node.share;
}

function listedShare(node: HeatNode): number {
  return node.children.reduce((sum, child) => sum + (child.kind === "rest" ? 0 : child.share), 0);
}

/** Functions below a node. */
export function countFunctions(node: HeatNode): number {
  return node.kind === "function" ? 1 : node.children.reduce((sum, child) => sum + countFunctions(child), 0);
}

function merge(nodes: readonly HeatNode[], path: readonly string[], column: number, top: number, height: number): HeatBox {
  const share = nodes.reduce((sum, node) => sum + node.share, 0);
  const [only] = nodes;
  const node: HeatNode = nodes.length === 1 ? only! : { key: "?small", kind: "rest", name: "", share, mix: mixOf(nodes), children: [] };
  return { node, path: [...path, node.key], column, top, height, merged: nodes.length };
}

interface Draft {
  kind: HeatNode["kind"];
  key: string;
  name: string;
  share: number;
  mix: Mix;
  hotspot?: string;
  children: Map<string, Draft>;
}

function draft(kind: HeatNode["kind"], key: string, name: string): Draft {
  return { kind, key, name, share: 0, mix: { python: 0, native: 0, io: 0 }, children: new Map() };
}

function insert(root: Draft, hotspot: Hotspot): void {
  const parts = hotspot.path.split("/");
  let node = root;
  for (const [index, part] of parts.entries()) node = childOf(node, index === parts.length - 1 ? "module" : "folder", part);
  const leaf = childOf(node, "function", `${hotspot.qualname}#${hotspot.id}`);
  leaf.name = hotspot.qualname;
  leaf.share += rankingShare(hotspot);
  leaf.mix = hotspot.mix;
  leaf.hotspot = hotspot.id;
}

function childOf(parent: Draft, kind: HeatNode["kind"], key: string): Draft {
  const existing = parent.children.get(key);
  if (existing) return existing;
  const child = draft(kind, key, key);
  parent.children.set(key, child);
  return child;
}

function finish(node: Draft): HeatNode {
  if (node.kind === "function") {
    return { key: node.key, kind: node.kind, name: node.name, share: node.share, mix: node.mix, children: [], hotspot: node.hotspot! };
  }
  const children = [...node.children.values()].map(finish).sort((a, b) => b.share - a.share);
  const [only] = children;
  // A folder with one folder in it says nothing by itself: "src" and "app" become "src/app".
  if (node.kind === "folder" && children.length === 1 && only!.kind === "folder") {
    return { ...only!, key: `${node.key}/${only!.key}`, name: `${node.name}/${only!.name}` };
  }
  const share = children.reduce((sum, child) => sum + child.share, 0);
  return { key: node.key, kind: node.kind, name: node.name, share, mix: mixOf(children), children };
}

function mixOf(nodes: readonly HeatNode[]): Mix {
  const total = nodes.reduce((sum, node) => sum + node.share, 0);
  if (total === 0) return { python: 1, native: 0, io: 0 };
  const part = (kind: keyof Mix) => nodes.reduce((sum, node) => sum + node.mix[kind] * node.share, 0) / total;
  return { python: part("python"), native: part("native"), io: part("io") };
}
