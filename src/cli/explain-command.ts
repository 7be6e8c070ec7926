import { existsSync } from "node:fs";
import { explainRule } from "../report";
import { type CacheFlags, sessionOptionsOf } from "./cache-folder";
import { type ProfileFlag, profilesOf, settingsOf } from "./flags";
import { absolutePath, openSession } from "./open-session";
import { UsageError } from "./usage-error";

export interface ExplainFlags extends CacheFlags {
  readonly config?: string;
  readonly entry?: readonly string[];
  readonly profile?: readonly ProfileFlag[];
}

/** Prints the page of a rule, or how the function at `PATH:LINE` came by its share of the project that holds it. */
export async function explainCommand(subject: string, flags: ExplainFlags): Promise<void> {
  const session = openSession(sessionOptionsOf(flags));
  try {
    const place = /^(.*):(\d+)$/.exec(subject);
    process.stdout.write(place === null ? await rulePage(subject) : await placePage(place[1] as string, Number(place[2])));
  } finally {
    session.dispose();
  }

  async function rulePage(wanted: string): Promise<string> {
    const knowledge = await session.knowledge();
    const rules = [...knowledge.rules.values()];
    const rule = rules.find(({ id, code }) => id === wanted.toLowerCase() || code === wanted.toUpperCase());
    if (rule === undefined) {
      const remedy = existsSync(wanted) ? `for a place in a file add its line: ${wanted}:1` : "`breakeven rules` lists all rules";
      throw new UsageError(`there is no rule "${wanted}"; ${remedy}`);
    }
    return explainRule(rule, (id) => {
      const source = knowledge.sources.get(id);
      return source && `${source.title}, ${source.date}: ${source.reference}`;
    });
  }

  /** The folder one stands in is the project when the file is in it; else the file is looked at alone. */
  async function placePage(path: string, line: number): Promise<string> {
    const file = absolutePath(path);
    const here = absolutePath(".");
    const isInside = file.startsWith(here.endsWith("/") ? here : `${here}/`);
    const root = isInside ? here : file;
    const relative = isInside ? file.slice(here.length).replace(/^\//, "") : file.slice(file.lastIndexOf("/") + 1);
    const text = await session.explain(
      { root, settings: settingsOf(flags), configFile: flags.config && absolutePath(flags.config), profiles: profilesOf(flags) },
      relative,
      line,
    );
    if (text === undefined) throw new UsageError(`${path}: not a Python file of the project in ${here}`);
    return text.endsWith("\n") ? text : `${text}\n`;
  }
}
