/**
 * Collects the items of lists that nest inside each other and cuts each list off at its exact length. Pushing to a new array would
 * reserve room for seventeen items, which most lists in a program never have.
 */
export class Pile<T> {
  private readonly items: T[] = [];
  private top = 0;

  /** Where the next list begins; to be handed to `take` once its items were added. */
  mark(): number {
    return this.top;
  }

  add(item: T): void {
    this.items[this.top++] = item;
  }

  /** The items since `mark`, which leave the pile. */
  take(mark: number): readonly T[] {
    const { items, top } = this;
    this.top = mark;
    switch (top - mark) {
      case 0:
        return NOTHING;
      case 1:
        return [items[mark] as T];
      case 2:
        return [items[mark] as T, items[mark + 1] as T];
      default:
        return items.slice(mark, top);
    }
  }
}

/** Shared by all that is empty: no two empty lists need be told apart. */
export const NOTHING: readonly never[] = Object.freeze([]);
