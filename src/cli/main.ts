/** `breakeven`: sets up the process, runs the command, ends with its status. */
import { runCommandLine } from "./run-command-line";

// A reader that has seen enough (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

void runCommandLine(process.argv).then((status) => {
  process.exitCode = status;
});
