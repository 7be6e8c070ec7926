/** Parsing in threads: plain worker threads, since all they need is a queue, one compiled module and an end when memory has grown. */
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { SyntaxAssets } from "../syntax";
import type { ParseWorkers } from "./facts-store";
import type { ParseAnswer, ParseTask } from "./parse-worker";

/** A thread whose WASM memory has grown past this is replaced: it never shrinks. */
const mostMemory = 256_000_000;

interface Task {
  readonly contents: readonly Uint8Array[];
  done(encoded: readonly (Uint8Array | undefined)[]): void;
}

/** `assets` are shared by all threads when they are compiled modules. */
export function startNodeWorkers(assetFolder: string, count: number, assets: SyntaxAssets): ParseWorkers {
  const queue: Task[] = [];
  const threads = new Set<Thread>();
  let isDisposed = false;

  const next = () => queue.shift();
  const ended = (thread: Thread, isWorthAnother: boolean) => {
    threads.delete(thread);
    if (isWorthAnother && !isDisposed) add();
    // Nothing is lost: whoever asked parses without a thread.
    if (threads.size === 0) for (const task of queue.splice(0)) task.done([]);
  };
  const add = () => threads.add(new Thread(resolve(assetFolder, "worker.js"), assets, next, ended));
  for (let index = 0; index < count; index++) add();

  return {
    count,
    extract(contents) {
      if (threads.size === 0) return Promise.resolve([]);
      return new Promise((done) => {
        queue.push({ contents, done });
        for (const thread of threads) thread.wake();
      });
    },
    dispose() {
      isDisposed = true;
      for (const thread of threads) thread.end();
      for (const task of queue.splice(0)) task.done([]);
    },
  };
}

class Thread {
  private readonly worker: Worker;
  private task: Task | undefined;
  private hasEnded = false;

  constructor(
    script: string,
    assets: SyntaxAssets,
    private readonly next: () => Task | undefined,
    private readonly ended: (thread: Thread, isWorthAnother: boolean) => void,
  ) {
    this.worker = new Worker(script, { workerData: assets });
    this.worker.on("message", (answer: ParseAnswer) => this.answered(answer));
    // What makes a thread fail would do so again: no other takes its place.
    this.worker.on("error", () => this.failed());
    this.worker.unref();
    this.wake();
  }

  wake(): void {
    if (this.task !== undefined || this.hasEnded) return;
    this.task = this.next();
    if (this.task === undefined) return;
    this.worker.ref();
    this.worker.postMessage({ contents: this.task.contents } satisfies ParseTask);
  }

  end(): void {
    this.hasEnded = true;
    this.task?.done([]);
    this.task = undefined;
    void this.worker.terminate();
  }

  private answered({ encoded, memoryBytes }: ParseAnswer): void {
    this.task?.done(encoded);
    this.task = undefined;
    this.worker.unref();
    if (memoryBytes > mostMemory) {
      this.end();
      this.ended(this, true);
    } else this.wake();
  }

  private failed(): void {
    this.end();
    this.ended(this, false);
  }
}
