/** A file that `npm run generate` writes: path relative to the repository, whole text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

export function jsonFile(path: string, value: unknown): GeneratedFile {
  return { path, text: `${JSON.stringify(value, null, 2)}\n` };
}
