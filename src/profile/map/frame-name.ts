/** Names of frames, which profilers write plain (`run`), qualified (`Task.run`, `outer.<locals>.inner`) or as code without a name (`<lambda>`). */

export interface FrameName {
  /** Last part, `run`; empty for code without a name of its own. */
  readonly plain: string;
  /** Dotted, without `<locals>` and without what follows the first nameless part; empty when not qualified. */
  readonly qualified: string;
  /** A comprehension, generator expression or lambda: it counts for the function around it. */
  readonly isNameless: boolean;
  readonly isModule: boolean;
}

const nameless = /^<(lambda|listcomp|setcomp|dictcomp|genexpr|generic parameters of .*)>$/;

export function readFrameName(written: string): FrameName {
  const name = written.trim();
  if (name === "<module>" || name === "<cell line: 1>") return { plain: name, qualified: "", isNameless: false, isModule: true };
  const parts = splitName(name).filter((part) => part !== "<locals>");
  const first = parts.findIndex((part) => nameless.test(part));
  if (nameless.test(parts.at(-1) ?? "")) {
    return { plain: "", qualified: parts.slice(0, first).join("."), isNameless: true, isModule: false };
  }
  // A function inside a lambda or comprehension: nothing before that has a name one could look up.
  const known = parts.slice(parts.findLastIndex((part) => nameless.test(part)) + 1);
  const plain = known.at(-1) ?? name;
  return { plain, qualified: known.length > 1 ? known.join(".") : "", isNameless: false, isModule: false };
}

/** At dots, but not inside `<...>`. */
function splitName(name: string): string[] {
  return name.match(/<[^>]*>|[^.]+/g) ?? [];
}
