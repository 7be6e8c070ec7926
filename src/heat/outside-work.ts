/** The outside names behind native, waiting and library work, of all functions in flat arrays, so that going through them costs little. */
import { type Column, layOut, layOutAgain, moveRows, type RowLayout } from "./flat-rows";
import type { FunctionWork } from "./measure-work";
import { type WorkKind, workKinds } from "./work-tally";

export interface OutsideTable {
  readonly layout: RowLayout;
  /** Index into `names`. */
  readonly name: Int32Array;
  /** Index into `workKinds`. */
  readonly kind: Int32Array;
  /** Square root of the units of one call. */
  readonly root: Float64Array;
  /** Every name so far with its place in the list. */
  readonly names: Map<string, number>;
}

export function tabulateOutside(works: readonly FunctionWork[]): OutsideTable {
  const layout = layOut(works.length, (id) => works[id]?.tally.outside.size ?? 0);
  const { size } = layout;
  const table = { layout, name: new Int32Array(size), kind: new Int32Array(size), root: new Float64Array(size), names: new Map() };
  for (let id = 0; id < works.length; id++) fillRow(id, works, table);
  return table;
}

/** `previous` with the rows `ids` (ascending) made anew. */
export function tabulateOutsideAgain(previous: OutsideTable, ids: readonly number[], works: readonly FunctionWork[]): OutsideTable {
  const layout = layOutAgain(previous.layout, ids, (id) => works[id]?.tally.outside.size ?? 0);
  const moved = <Kind extends Column>(column: Kind): Kind => moveRows(column, previous.layout, layout, ids);
  const { names } = previous;
  const table = { layout, name: moved(previous.name), kind: moved(previous.kind), root: moved(previous.root), names };
  for (const id of ids) fillRow(id, works, table);
  return table;
}

function fillRow(id: number, works: readonly FunctionWork[], { layout, name, kind, root, names }: OutsideTable): void {
  let next = layout.start[id] as number;
  for (const [text, outside] of works[id]?.tally.outside ?? []) {
    let place = names.get(text);
    if (place === undefined) {
      place = names.size;
      names.set(text, place);
    }
    name[next] = place;
    kind[next] = workKinds.indexOf(outside.kind as WorkKind);
    root[next] = Math.sqrt(outside.units);
    next++;
  }
}
