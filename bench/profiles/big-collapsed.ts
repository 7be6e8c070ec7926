/**
 * Writes a large file of collapsed stacks and reads it: how long that takes and how much memory. `run-ts bench/profiles/big-collapsed.ts
 * [megabytes] [different stacks]`. The stacks look like those of a large web application: 40 frames of 3,000 functions and 12 lines each.
 */

import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProfile } from "../../src/profile";

const DEPTH = 40;
const FUNCTIONS = 3000;

async function main(): Promise<void> {
  const megabytes = Number(process.argv[2] ?? 200);
  const different = Number(process.argv[3] ?? 10_000);
  const folder = mkdtempSync(join(tmpdir(), "big-collapsed-"));
  const file = join(folder, "profile.txt");
  try {
    await write(file, megabytes * 1e6, different);
    await measure(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lines in no order, each of the different stacks many times, as a tool writes that does not sum them up. */
async function write(file: string, bytes: number, different: number): Promise<void> {
  const random = createRandom(7);
  const stacks = Array.from({ length: different }, () => makeStack(random));
  const stream = createWriteStream(file);
  let written = 0;
  while (written < bytes) {
    let block = "";
    while (block.length < 1e6) block += `${stacks[Math.floor(random() ** 2 * different)]} ${1 + Math.floor(random() * 9)}\n`;
    written += block.length;
    if (!stream.write(block)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
}

/** A walk through the functions that starts alike and then spreads, so that stacks share their outer frames. */
function makeStack(random: () => number): string {
  const frames: string[] = [];
  let current = 0;
  for (let depth = 0; depth < DEPTH; depth++) {
    const line = 1 + Math.floor(random() ** 4 * 12);
    frames.push(`function_${current} (/srv/app/package_${current % 40}/module_${current % 300}.py:${line})`);
    current = (current * 31 + 1 + Math.floor(random() ** 4 * 6)) % FUNCTIONS;
  }
  return frames.join(";");
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

async function measure(file: string): Promise<void> {
  const { size } = statSync(file);
  let peak = 0;
  const before = process.memoryUsage.rss();
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const profile = await readProfile("profile.txt", createReadStream(file));
  const seconds = (performance.now() - start) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  clearInterval(timer);
  const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
  console.log(`${mega(size)}: ${seconds.toFixed(1)} s (${((cpu.user + cpu.system) / 1e6).toFixed(1)} s of CPU)`);
  console.log(`memory ${mega(before)} before, ${mega(peak)} at most (VmHWM ${process.resourceUsage().maxRSS / 1000} MB)`);
  console.log(
    `${profile.sampleCount} samples, ${profile.frames.length} frames, ${profile.nodes.length} nodes; ${profile.warnings.join("; ") || "no warnings"}`,
  );
}

void main();
