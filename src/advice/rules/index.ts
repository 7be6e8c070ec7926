/** Written by `npm run generate` from the files beside it: change those, not this. */
import type { Rule } from "../define-rule";
import { rule as coldCode } from "./cold-code";
import { rule as compiledAlready } from "./compiled-already";
import { rule as hotPythonCode } from "./hot-python-code";
import { rule as ioBoundCode } from "./io-bound-code";
import { rule as libraryBoundCode } from "./library-bound-code";
import { rule as nativeBoundCode } from "./native-bound-code";
import { rule as smallShare } from "./small-share";

export const rules: readonly Rule[] = [
  coldCode,
  compiledAlready,
  hotPythonCode,
  ioBoundCode,
  libraryBoundCode,
  nativeBoundCode,
  smallShare,
];
