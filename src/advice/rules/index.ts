/** Written by `npm run generate` from the files beside it: change those, not this. */
import type { Rule } from "../define-rule";
import { rule as arrayElementLoop } from "./array-element-loop";
import { rule as arrayGrownInLoop } from "./array-grown-in-loop";
import { rule as awaitedLoop } from "./awaited-loop";
import { rule as backtrackingPattern } from "./backtracking-pattern";
import { rule as bigIntegerArithmetic } from "./big-integer-arithmetic";
import { rule as bitManipulationLoop } from "./bit-manipulation-loop";
import { rule as characterScanner } from "./character-scanner";
import { rule as coldCode } from "./cold-code";
import { rule as compiledAlready } from "./compiled-already";
import { rule as csvRowsByHand } from "./csv-rows-by-hand";
import { rule as dataframeGrownInLoop } from "./dataframe-grown-in-loop";
import { rule as dataframeRowIteration } from "./dataframe-row-iteration";
import { rule as deepCopyInLoop } from "./deep-copy-in-loop";
import { rule as dynamicCode } from "./dynamic-code";
import { rule as dynamicProgrammingTable } from "./dynamic-programming-table";
import { rule as exceptionForMissingKey } from "./exception-for-missing-key";
import { rule as graphSearchLoop } from "./graph-search-loop";
import { rule as heavyImportAtStart } from "./heavy-import-at-start";
import { rule as hotPythonCode } from "./hot-python-code";
import { rule as ioBoundCode } from "./io-bound-code";
import { rule as largeNumberList } from "./large-number-list";
import { rule as libraryBoundCode } from "./library-bound-code";
import { rule as listMembershipInLoop } from "./list-membership-in-loop";
import { rule as listRebuiltInLoop } from "./list-rebuilt-in-loop";
import { rule as listSearchInLoop } from "./list-search-in-loop";
import { rule as listUsedAsQueue } from "./list-used-as-queue";
import { rule as loopInvariantCall } from "./loop-invariant-call";
import { rule as manualCounting } from "./manual-counting";
import { rule as manyObjectsWithoutSlots } from "./many-objects-without-slots";
import { rule as nativeBoundCode } from "./native-bound-code";
import { rule as nestedLoopJoin } from "./nested-loop-join";
import { rule as numericLoopNest } from "./numeric-loop-nest";
import { rule as numpyCallOnNumber } from "./numpy-call-on-number";
import { rule as objectTreeWalk } from "./object-tree-walk";
import { rule as orchestratingCode } from "./orchestrating-code";
import { rule as patternBuiltInLoop } from "./pattern-built-in-loop";
import { rule as pythonFunctionPerGroup } from "./python-function-per-group";
import { rule as pythonFunctionPerValue } from "./python-function-per-value";
import { rule as recursiveSearch } from "./recursive-search";
import { rule as rowWiseDataframeApply } from "./row-wise-dataframe-apply";
import { rule as singleCheapPass } from "./single-cheap-pass";
import { rule as slowLibraryCall } from "./slow-library-call";
import { rule as smallShare } from "./small-share";
import { rule as sortingInLoop } from "./sorting-in-loop";
import { rule as stringBuiltInLoop } from "./string-built-in-loop";
import { rule as threadsAroundCpuLoop } from "./threads-around-cpu-loop";
import { rule as tinyLoop } from "./tiny-loop";
import { rule as uncachedRecursion } from "./uncached-recursion";
import { rule as vectorisedBody } from "./vectorised-body";
import { rule as workOutOfSight } from "./work-out-of-sight";
import { rule as writtenByHand } from "./written-by-hand";

export const rules: readonly Rule[] = [
  arrayElementLoop,
  arrayGrownInLoop,
  awaitedLoop,
  backtrackingPattern,
  bigIntegerArithmetic,
  bitManipulationLoop,
  characterScanner,
  coldCode,
  compiledAlready,
  csvRowsByHand,
  dataframeGrownInLoop,
  dataframeRowIteration,
  deepCopyInLoop,
  dynamicCode,
  dynamicProgrammingTable,
  exceptionForMissingKey,
  graphSearchLoop,
  heavyImportAtStart,
  hotPythonCode,
  ioBoundCode,
  largeNumberList,
  libraryBoundCode,
  listMembershipInLoop,
  listRebuiltInLoop,
  listSearchInLoop,
  listUsedAsQueue,
  loopInvariantCall,
  manualCounting,
  manyObjectsWithoutSlots,
  nativeBoundCode,
  nestedLoopJoin,
  numericLoopNest,
  numpyCallOnNumber,
  objectTreeWalk,
  orchestratingCode,
  patternBuiltInLoop,
  pythonFunctionPerGroup,
  pythonFunctionPerValue,
  recursiveSearch,
  rowWiseDataframeApply,
  singleCheapPass,
  slowLibraryCall,
  smallShare,
  sortingInLoop,
  stringBuiltInLoop,
  threadsAroundCpuLoop,
  tinyLoop,
  uncachedRecursion,
  vectorisedBody,
  workOutOfSight,
  writtenByHand,
];
