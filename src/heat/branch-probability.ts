/**
 * How likely a branch is taken: heuristics after Ball & Larus (PLDI 1993), combined where several apply by the rule of Wu & Larus
 * (MICRO 1994). Their rates were measured on C; those that carry over to Python have their values in `knowledge/priors.yaml`.
 */
import type { Expression, Statement } from "../syntax";
import type { Weights } from "./parameters";

export interface BranchSituation {
  readonly inLoop: boolean;
  readonly body: readonly Statement[];
  readonly orElse: readonly Statement[];
}

/** Probability that `test` holds, given what both branches do. */
export function branchProbability(test: Expression, situation: BranchSituation, weights: Weights): number {
  if (isTypeChecking(test)) return 0;
  if (isMainTest(test)) return 1;
  const debugging = debugProbability(test, weights);
  if (debugging !== undefined) return debugging;
  if (reportsError(situation.body)) return weights.branchError;
  if (reportsError(situation.orElse)) return 1 - weights.branchError;
  const votes: number[] = [];
  const byTest = testProbability(test, weights);
  if (byTest !== undefined) votes.push(byTest);
  const byBody = leavingProbability(situation, weights);
  if (byBody !== undefined) votes.push(byBody);
  return votes.length === 0 ? weights.branchEven : votes.reduce(combineEvidence);
}

/** Dempster-Shafer for two independent estimates of one event. */
function combineEvidence(left: number, right: number): number {
  const both = left * right;
  return both / (both + (1 - left) * (1 - right));
}

export function testProbability(test: Expression, weights: Weights): number | undefined {
  switch (test.kind) {
    case "constant":
      return test.number === undefined ? undefined : test.number === 0 ? 0 : 1;
    case "unary": {
      if (test.operator !== "not") return undefined;
      const inner = testProbability(test.operand, weights);
      return inner === undefined ? weights.branchNot : 1 - inner;
    }
    case "compare":
      return comparisonProbability(test, weights);
    case "boolean": {
      const left = testProbability(test.left, weights) ?? weights.branchEven;
      const right = testProbability(test.right, weights) ?? weights.branchEven;
      return test.operator === "and" ? left * right : 1 - (1 - left) * (1 - right);
    }
    case "call":
      return test.callee.kind === "name" && test.callee.name === "isinstance" ? weights.branchIsinstance : undefined;
    default:
      return undefined;
  }
}

function comparisonProbability(test: Expression & { kind: "compare" }, weights: Weights): number | undefined {
  const right = test.comparators[0];
  if (right === undefined || test.operators.length !== 1) return undefined;
  const isNone = right.kind === "constant" && right.type === "none";
  const isConstant = right.kind === "constant" || (right.kind === "unary" && right.operand.kind === "constant");
  const operator = test.operators[0];
  // `if position >= len(buffer): refill`: the end is met once, everything before it often.
  if ((operator === ">" || operator === ">=" || operator === "==") && isSize(right)) return weights.branchEnd;
  switch (operator) {
    case "is":
      return isNone ? weights.branchNone : weights.branchEqual;
    case "is not":
      return isNone ? 1 - weights.branchNone : 1 - weights.branchEqual;
    case "==":
      return isConstant || isUpperName(right) ? weights.branchEqual : undefined;
    case "!=":
      return isConstant || isUpperName(right) ? 1 - weights.branchEqual : undefined;
    case "<":
      // Numbers are mostly positive.
      return isConstant && isZeroOrLess(right) ? weights.branchGuardInLoop : undefined;
    default:
      return undefined;
  }
}

function isSize(expression: Expression): boolean {
  return expression.kind === "call" && expression.callee.kind === "name" && expression.callee.name === "len";
}

function isZeroOrLess(expression: Expression): boolean {
  return (expression.kind === "constant" && expression.number === 0) || expression.kind === "unary";
}

function isUpperName(expression: Expression): boolean {
  const name = expression.kind === "name" || expression.kind === "attribute" ? expression.name : "";
  return /^[A-Z][A-Z0-9_]+$/.test(name);
}

function leavingProbability({ body, orElse, inLoop }: BranchSituation, weights: Weights): number | undefined {
  const bodyLeaves = leaves(body);
  const elseLeaves = orElse.length > 0 ? leaves(orElse) : undefined;
  if (bodyLeaves === elseLeaves) return undefined;
  if (bodyLeaves !== undefined && bodyLeaves !== "continue") return leaveWeight(bodyLeaves, inLoop, weights);
  if (elseLeaves !== undefined && elseLeaves !== "continue") return 1 - leaveWeight(elseLeaves, inLoop, weights);
  return undefined;
}

function leaveWeight(how: "return" | "break", inLoop: boolean, weights: Weights): number {
  if (how === "break") return weights.branchLeavesLoop;
  return inLoop ? weights.branchGuardInLoop : weights.branchGuard;
}

/** How a block leaves what stands around it, when it always does. */
function leaves(body: readonly Statement[]): "return" | "break" | "continue" | undefined {
  const last = body.at(-1);
  return last?.kind === "return" || last?.kind === "break" || last?.kind === "continue" ? last.kind : undefined;
}

const errorCalls =
  /^_?(fatal|critical|exception|abort|exit|perror|deprecated|debug|log)$|(^|_)(error|warn|warning|fail)(_|$)|[a-z](Error|Warning)$/;

/** The block ends in `raise`, exits, or is there to report: its first or last statement calls something that says so. */
export function reportsError(body: readonly Statement[]): boolean {
  const last = body.at(-1);
  if (last === undefined) return false;
  if (last.kind === "raise") return true;
  if (last.kind === "assert" && last.test.kind === "constant") return true;
  if (last.kind === "return" && last.value && isNotImplemented(last.value)) return true;
  const calls = [body[0], last].filter((statement) => statement?.kind === "expression" && callsReporter(statement.value));
  return calls.length > 0;
}

function isNotImplemented(value: Expression): boolean {
  return value.kind === "name" && value.name === "NotImplemented";
}

function callsReporter(expression: Expression): boolean {
  if (expression.kind !== "call") return false;
  const callee = expression.callee;
  if (callee.kind !== "name" && callee.kind !== "attribute") return false;
  return errorCalls.test(callee.name);
}

const debugNames = /^_?(debug|verbose|verbosity|trace|tracing|quiet|profile|profiling|__debug__|dry_run)$/i;
const debugFlags = /(^|_)(debug|verbose|verbosity|trace|tracing)(_|$)/i;

/** For a test of debugging, verbosity or a level of logging; a level that is no debugging says nothing. */
function debugProbability(test: Expression, weights: Weights): number | undefined {
  const level = askedLevel(test);
  if (level !== undefined && !isDebugFlag(level)) return weights.branchEven;
  const name = leadingName(test);
  const meansDebug = level !== undefined || (name !== undefined && debugNames.test(name)) || isDebugFlag(test);
  if (!meansDebug) return undefined;
  return test.kind === "unary" ? 1 - weights.branchDebug : weights.branchDebug;
}

/** `logger.isEnabledFor(level)`, also negated. */
function askedLevel(test: Expression): Expression | undefined {
  if (test.kind === "unary") return askedLevel(test.operand);
  return test.kind === "call" && test.callee.kind === "attribute" && test.callee.name === "isEnabledFor" ? test.args[0] : undefined;
}

/** `flags & DEBUG`, `settings.DEBUG and x`, `options.debug_level > 2`. */
function isDebugFlag(test: Expression): boolean {
  switch (test.kind) {
    case "name":
    case "attribute":
      return debugFlags.test(test.name);
    case "binary":
      return test.operator === "&" && (isDebugFlag(test.left) || isDebugFlag(test.right));
    case "boolean":
      return test.operator === "and" && (isDebugFlag(test.left) || isDebugFlag(test.right));
    case "compare":
      return isDebugFlag(test.left);
    case "unary":
      return test.operator === "not" && isDebugFlag(test.operand);
    default:
      return false;
  }
}

function leadingName(test: Expression): string | undefined {
  switch (test.kind) {
    case "name":
    case "attribute":
      return test.name;
    case "call":
      return leadingName(test.callee);
    case "compare":
      return leadingName(test.left);
    case "unary":
      return test.operator === "not" ? leadingName(test.operand) : undefined;
    default:
      return undefined;
  }
}

function isTypeChecking(test: Expression): boolean {
  return (test.kind === "name" || test.kind === "attribute") && test.name === "TYPE_CHECKING";
}

/** `__name__ == "__main__"`. */
export function isMainTest(test: Expression): boolean {
  if (test.kind === "boolean") return isMainTest(test.left);
  if (test.kind !== "compare" || test.operators[0] !== "==") return false;
  const sides = [test.left, test.comparators[0]];
  return (
    sides.some((side) => side?.kind === "name" && side.name === "__name__") &&
    sides.some((side) => side?.kind === "constant" && side.text === "__main__")
  );
}
