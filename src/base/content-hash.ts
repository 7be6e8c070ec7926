/**
 * A 64-bit hash of a text's UTF-16 units as 16 hexadecimal digits, for caches and for noticing changes.
 *
 * Two multiply-and-rotate lanes in the manner of MurmurHash3 (Austin Appleby, public domain) with its 32-bit finaliser over each.
 * Fast and well mixed, not cryptographic: never use it where somebody could gain from a collision.
 */
export function contentHash(text: string, seed = 0): string {
  let a = seed ^ 0x2f0b4c47;
  let b = seed ^ 0x6d1e9f35;
  const length = text.length;
  // Two units at a time; an odd last one is mixed alone.
  for (let index = 0; index < length; index += 2) {
    const units = text.charCodeAt(index) | (index + 1 < length ? text.charCodeAt(index + 1) << 16 : 0);
    a = Math.imul(a ^ units, 0x9e3779b1);
    a = (a << 13) | (a >>> 19);
    b = (Math.imul((b << 5) | (b >>> 27), 0x85ebca6b) + units) | 0;
  }
  a = finalise(a ^ length);
  b = finalise(b ^ a);
  a = finalise(a + b);
  return hexadecimal(a) + hexadecimal(b);
}

function finalise(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function hexadecimal(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, "0");
}
