import { de } from "./de";
import { en, type Strings } from "./en";

export type { Strings } from "./en";

const tables: Readonly<Record<string, Strings>> = { en, de };

/** The table of a language ("de-AT" counts as "de"), English where there is none, and the locale that numbers follow. */
export function stringsFor(locale: string): { readonly strings: Strings; readonly locale: string } {
  const language = locale.toLowerCase().split("-")[0]!;
  const strings = tables[language];
  return strings ? { strings, locale: isLocale(locale) ? locale : language } : { strings: en, locale: "en" };
}

function isLocale(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf([locale]).length > 0;
  } catch {
    return false;
  }
}
