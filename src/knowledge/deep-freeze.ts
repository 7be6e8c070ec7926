/** Freezes plain data all the way down and returns it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const key in value) deepFreeze(value[key]);
  return value;
}

/** A map that cannot be changed after it was made: `Object.freeze` alone does not stop `set`. */
export class FrozenMap<K, V> extends Map<K, V> {
  constructor(entries: Iterable<readonly [K, V]>) {
    super();
    for (const [key, value] of entries) super.set(key, value);
    Object.freeze(this);
  }
  override set(): never {
    throw new TypeError("knowledge cannot be changed");
  }
  override delete(): never {
    throw new TypeError("knowledge cannot be changed");
  }
  override clear(): never {
    throw new TypeError("knowledge cannot be changed");
  }
}
