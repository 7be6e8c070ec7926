import { assessingTests } from "./assessing";
import { hintTests } from "./hints";
import { pictureTests } from "./pictures";
import { runSuite } from "./run-suite";

export const run = () =>
  runSuite(() => {
    hintTests();
    assessingTests({ screenshots: true });
    pictureTests();
  });
