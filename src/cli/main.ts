/** `breakeven`: sets up the process, runs the command, ends with its status. */
import { endThoughFilesHang } from "./end-process";
import { runCommandLine } from "./run-command-line";

// A reader that has seen enough (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

/** `EX_SOFTWARE` of sysexits.h: a mistake of the tool must not look like findings (1) or like a mistake of the user (2). */
const internalErrorStatus = 70;

runCommandLine(process.argv).then(
  (status) => {
    process.exitCode = status;
    // A server goes on after its start.
    if (process.argv[2] !== "lsp") endThoughFilesHang();
  },
  (error: unknown) => {
    process.stderr.write(`breakeven: internal error, please report it: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = internalErrorStatus;
  },
);
