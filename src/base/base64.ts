/** Bytes as base64 text and back, in Node and in browsers alike, for messages that carry only JSON. */
export function encodeBase64(bytes: Uint8Array): string {
  let units = "";
  for (let from = 0; from < bytes.length; from += CHUNK) units += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  return btoa(units);
}

/** Throws a DOMException when `text` is not base64. */
export function decodeBase64(text: string): Uint8Array {
  const units = atob(text);
  const bytes = new Uint8Array(units.length);
  for (let index = 0; index < units.length; index++) bytes[index] = units.charCodeAt(index);
  return bytes;
}

/** As many arguments as a call takes everywhere. */
const CHUNK = 8192;
