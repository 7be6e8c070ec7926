import { dottedName } from "../../syntax";
import { defineRule } from "../define-rule";
import { runsOften, tripsEvidence } from "../patterns/loop-expressions";

const leastRounds = 1_000;

/** Instances of a small class made in a long loop, each with a dict of its own. It saves memory more than time, so it answers only where nothing else does. */
export const rule = defineRule({
  id: "many-objects-without-slots",
  code: "BE703",
  target: "stdlib",
  precedence: "fallback",
  *check(context) {
    const told = new Set<number>();
    for (const { call, loop } of context.calls) {
      const view = loop === undefined ? undefined : context.loops[loop];
      const target = context.graph.resolve(context.function.id, call.callee);
      if (view === undefined || target.kind !== "class" || told.has(target.classId)) continue;
      const made = context.graph.classes[target.classId];
      if (made === undefined || made.fact.hasSlots || made.externalBases.length > 0 || made.mro.length > 1) continue;
      if (view.heat.iterations < leastRounds || !runsOften(view, context)) continue;
      told.add(target.classId);
      const isDataclass = made.fact.decorators.some((decorator) => {
        const name = dottedName(decorator.kind === "call" ? decorator.callee : decorator);
        return name === "dataclass" || name === "dataclasses.dataclass";
      });
      // The parameter came with Python 3.10; a project that does not say what it supports may support older ones.
      const canSlot = context.settings.python !== undefined && context.settings.python[1] >= 10;
      const remedy = isDataclass && canSlot ? "dataclass(slots=True)" : "__slots__";
      yield {
        range: call,
        loop: view.fact.index,
        message: `Very many ${made.fact.name} objects are made, each with a dict of its own; ${remedy} makes them smaller and their attributes a little faster.`,
        confidence: "medium",
        evidence: [tripsEvidence(view, context)],
        isFinding: true,
        part: 0.3,
      };
    }
  },
});
