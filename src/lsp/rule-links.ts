/** Where the page of a rule is on the web. */
import { repository } from "../../package.json";

const base = `${repository.url.replace(/\.git$/, "")}/blob/main/docs/rules`;

export function ruleUrl(rule: string): string {
  return `${base}/${encodeURIComponent(rule)}.md`;
}
