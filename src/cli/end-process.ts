/**
 * Ends a process whose work is done and that cannot end by itself: Node waits for every file request, also one to a file system that will never
 * answer, and `process.exit` waits as well. Only a signal does not.
 */

/** What has been asked for after the result was out may take so many milliseconds more. */
const patience = 3_000;

/** Call when the result is written. Does nothing when the process ends by itself, or while somebody still reads its output. */
export function endThoughFilesHang(): void {
  // Not waited for: what keeps the process alive is something else.
  setTimeout(() => {
    const isRead = process.stdout.writableLength === 0 && process.stderr.writableLength === 0;
    const waitsForFiles = process.getActiveResourcesInfo().some((name) => name.startsWith("FSReq"));
    if (!waitsForFiles) return;
    if (!isRead) {
      endThoughFilesHang();
      return;
    }
    process.stderr.write("breakeven: ended without waiting for a file system that does not answer\n", () => {
      process.kill(process.pid, "SIGKILL");
    });
  }, patience).unref();
}
