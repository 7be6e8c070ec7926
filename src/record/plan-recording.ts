import { chooseSampler } from "./choose-sampler";
import type { RecordingPlan, RecordingRequest } from "./contract";
import { findPythonProgram } from "./python-program";
import { recordingFiles } from "./recording-files";
import { toCommandLine } from "./shell-words";

/** The descriptors that samplers hand on to the program for its own words. Windows hands none on. */
const programWords = process.platform === "win32" ? undefined : { out: 3, error: 4 };
const goDescriptor = 5;

/**
 * Settles what would be run, without running anything of the user's: finds the interpreter, picks a sampler that works, names the
 * output. Throws RecordError with a sentence that says what is missing.
 */
export async function planRecording(request: RecordingRequest): Promise<RecordingPlan> {
  const program = await findPythonProgram(request.command, request);
  const { sampler, notes } = await chooseSampler(program, request);
  const output = await request.output(program.name, sampler.extension);
  const files = recordingFiles(output);
  const isApart = sampler.watches && programWords !== undefined;
  const { rate, timeLimit, runner, cwd, env } = request;
  const ready = isApart ? sampler.ready : undefined;
  const go = ready === undefined ? undefined : goDescriptor;
  const argv = sampler.argv({ program, rate, timeLimit, runner, files, programWords: isApart ? programWords : undefined, go });
  return {
    sampler: sampler.name,
    samplerTitle: sampler.title,
    argv,
    programLine: toCommandLine(program.command),
    commandLine: toCommandLine(argv),
    cwd,
    env,
    timeLimit,
    output,
    extension: sampler.extension,
    notes: sampler.blindness === undefined ? notes : [...notes, sampler.blindness],
    wordsFrom: isApart ? "sampler" : sampler.name === "cprofile" ? "program" : "both",
    interrupts: sampler.waitsForProgram === true ? "group" : "sampler",
    ready,
    isBeside: sampler.watches && program.start === undefined,
    files,
  };
}
