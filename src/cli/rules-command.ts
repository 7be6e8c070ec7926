import { listRules } from "../report";
import { openSession } from "./open-session";

/** Prints every rule, a line each, or all that is known of them as JSON. */
export async function rulesCommand(format: "terminal" | "json"): Promise<void> {
  const session = openSession();
  try {
    const rules = [...(await session.knowledge()).rules.values()];
    process.stdout.write(format === "json" ? `${JSON.stringify(rules, null, 2)}\n` : listRules(rules));
  } finally {
    session.dispose();
  }
}
