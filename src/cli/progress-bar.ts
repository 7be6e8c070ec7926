/** A bar on standard error while a terminal watches. */
import { Presets, SingleBar } from "cli-progress";
import type { AssessProgress } from "../session";

export interface ProgressBar {
  show(progress: AssessProgress): void;
  /** Takes the bar away. */
  stop(): void;
}

export function createProgressBar(isShown: boolean): ProgressBar {
  if (!isShown) return { show: () => {}, stop: () => {} };
  const bar = new SingleBar(
    { format: "{bar} {message}", stream: process.stderr, clearOnComplete: true, hideCursor: true, barsize: 30 },
    Presets.rect,
  );
  let isRunning = false;
  return {
    show({ done, total, message }) {
      if (!isRunning) bar.start(Math.max(1, total), done, { message });
      else {
        bar.setTotal(Math.max(1, total));
        bar.update(done, { message });
      }
      isRunning = true;
    },
    stop() {
      if (isRunning) bar.stop();
      isRunning = false;
    },
  };
}
