/**
 * Rows of numbers, one row for each function, side by side in flat arrays. When a few rows are made anew, the rest is moved in blocks:
 * that costs next to nothing, where making hundreds of thousands of small objects costs most of an answer.
 */
export interface RowLayout {
  /** Row `id` takes the places from `start[id]` up to `start[id + 1]`. */
  readonly start: Int32Array;
  readonly size: number;
}

/** Numbers of any kind in the places of a layout. */
export type Column = Int32Array | Float64Array;

export function layOut(count: number, lengthOf: (id: number) => number): RowLayout {
  const start = new Int32Array(count + 1);
  for (let id = 0; id < count; id++) start[id + 1] = (start[id] as number) + lengthOf(id);
  return { start, size: start[count] as number };
}

/** `previous` with other lengths for the rows `ids`, which are in ascending order; `previous` itself when all lengths are as they were. */
export function layOutAgain(previous: RowLayout, ids: readonly number[], lengthOf: (id: number) => number): RowLayout {
  if (ids.every((id) => lengthOf(id) === (previous.start[id + 1] as number) - (previous.start[id] as number))) return previous;
  const start = new Int32Array(previous.start.length);
  let next = 0;
  let shift = 0;
  for (let id = 0; id < start.length - 1; id++) {
    start[id] = (previous.start[id] as number) + shift;
    if (id !== ids[next]) continue;
    next++;
    shift += lengthOf(id) - ((previous.start[id + 1] as number) - (previous.start[id] as number));
  }
  const size = previous.size + shift;
  start[start.length - 1] = size;
  return { start, size };
}

/** A copy of `column` under the new layout; the rows `ids` hold nothing of use yet. */
export function moveRows<Kind extends Column>(column: Kind, from: RowLayout, to: RowLayout, ids: readonly number[]): Kind {
  if (from === to) return column.slice() as Kind;
  const moved = new (column.constructor as new (size: number) => Kind)(to.size);
  let row = 0;
  for (const id of [...ids, from.start.length - 1]) {
    moved.set(column.subarray(from.start[row], from.start[id]), to.start[row]);
    row = id + 1;
  }
  return moved;
}
