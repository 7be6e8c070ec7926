import type { RuleContext } from "../contract";

const leastShare = 0.3;
const leastPythonPart = 0.9;
/** What was measured needs no margin for what an estimate gets wrong. */
const leastMeasuredShare = 0.1;
const leastMeasuredPythonPart = 0.5;

/**
 * Whether the function computes by itself and takes so much of the time that what limits the rest of the project does not speak for it:
 * a tokeniser in a script that reads one file. A pattern found in it stands; that it is hot alone is no reason to move it there.
 */
export function isComputingCore({ share, functionHeat, isMeasured }: RuleContext): boolean {
  if (isMeasured) return share >= leastMeasuredShare && functionHeat.mix.python >= leastMeasuredPythonPart;
  return share >= leastShare && functionHeat.mix.python >= leastPythonPart;
}
