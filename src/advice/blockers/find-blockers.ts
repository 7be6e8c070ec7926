/** What stands in the way of moving a function to a compiled language, each with its line. */
import type { Blocker, RuleContext } from "../contract";
import { findCallbacks } from "./callbacks";
import { findClassesToPort } from "./classes-to-port";
import { findDynamicCode } from "./dynamic-code";
import { findExceptionFlow } from "./exception-flow";
import { findGenerators } from "./generators";
import { findGlobalState } from "./global-state";
import { findLargeIntegers } from "./large-integers";
import { findLibraryCalls } from "./library-calls";
import { findMutation } from "./mutation";

const finders = [
  findDynamicCode,
  findCallbacks,
  findGenerators,
  findExceptionFlow,
  findLargeIntegers,
  findMutation,
  findClassesToPort,
  findLibraryCalls,
  findGlobalState,
];

/** So many of one kind are told; more would say nothing new. */
const shownPerKind = 2;

export function findBlockers(context: RuleContext): readonly Blocker[] {
  return finders.flatMap((find) => [...find(context)].slice(0, shownPerKind));
}
