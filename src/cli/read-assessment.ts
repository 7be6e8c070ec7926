import { open } from "node:fs/promises";
import { type Assessment, assessmentSchema, assessmentSchemaId } from "../report";
import { UsageError } from "./usage-error";

/** A report is a few MB; this bounds what a wrong file can cost. */
const largest = 256_000_000;

/** One assessment as `breakeven assess --format json` wrote it. Throws UsageError that names file, place and remedy. */
export async function readAssessment(path: string): Promise<Assessment> {
  const text = await readText(path);
  const parsed = assessmentSchema.safeParse(parseJson(path, text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".").slice(0, 120)}`;
  throw new UsageError(
    `${path}: not an assessment${place}: ${issue?.message ?? "not valid"}; write it with \`breakeven assess . --format json\``,
  );
}

async function readText(path: string): Promise<string> {
  const handle = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path}: ${error.code === "ENOENT" ? "no such file" : error.message}`);
  });
  try {
    const info = await handle.stat();
    if (info.isDirectory()) throw new UsageError(`${path}: this is a folder; name the JSON files in it`);
    if (info.size > largest) throw new UsageError(`${path}: larger than ${largest / 1e6} MB; assess with a smaller --limit`);
    return (await handle.readFile("utf8")).replace(/^\ufeff/, "");
  } finally {
    await handle.close();
  }
}

function parseJson(path: string, text: string): unknown {
  if (text.trim() === "") throw new UsageError(`${path}: the file is empty`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // The engine quotes the text, which may hold anything.
    const reason = (error as Error).message.split("\n")[0]?.slice(0, 120) ?? "";
    throw new UsageError(`${path}: not JSON: ${JSON.stringify(reason).slice(1, -1)}`);
  }
  const schema = (value as { schema?: unknown } | null)?.schema;
  if (typeof schema === "string" && schema !== assessmentSchemaId) {
    throw new UsageError(`${path}: ${JSON.stringify(schema.slice(0, 60))} where ${assessmentSchemaId} is read`);
  }
  return value;
}
