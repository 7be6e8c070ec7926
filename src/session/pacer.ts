import { type CancellationToken, throwIfCancelled } from "../base";
import type { Host } from "./contract";

/** Longest time without a pause, in milliseconds. */
const slice = 20;

/** Lets others of the process have their turn when that was long ago; undefined when there is nothing to wait for. Throws CancelledError. */
export function createPacer(host: Host, token: CancellationToken): () => Promise<void> | undefined {
  let last = host.now();
  const breathe = async () => {
    await host.breathe();
    throwIfCancelled(token);
    last = host.now();
  };
  return () => (host.now() - last <= slice ? undefined : breathe());
}
