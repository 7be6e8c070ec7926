import { assessingTests } from "./assessing";
import { grammarTests } from "./grammars";
import { hintTests } from "./hints";
import { pictureTests } from "./pictures";
import { runSuite } from "./run-suite";

export const run = () =>
  runSuite(() => {
    hintTests();
    grammarTests();
    assessingTests({ screenshots: true });
    pictureTests();
  });
