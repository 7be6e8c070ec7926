/** Knowledge with some priors replaced, so that a fit can ask what the ranking would be. */
import type { Knowledge } from "../../src/knowledge";

/** Values of named priors that replace those of `knowledge/priors.yaml`. */
export type PriorChanges = Readonly<Record<string, number>>;

export function withPriors(knowledge: Knowledge, changes: PriorChanges): Knowledge {
  const known = new Set(knowledge.priors.names);
  for (const name of Object.keys(changes)) if (!known.has(name)) throw new RangeError(`There is no prior named ${name}.`);
  return {
    ...knowledge,
    priors: {
      names: knowledge.priors.names,
      tripKinds: knowledge.priors.tripKinds,
      trips: (kind) => knowledge.priors.trips(kind),
      value: (name) => changes[name] ?? knowledge.priors.value(name),
    },
  };
}
