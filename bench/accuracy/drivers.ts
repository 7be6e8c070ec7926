/**
 * Programs that drive a library which was measured too: assessed together, with and without the driver named as entry point, they show
 * what `--entry` is worth. Both measurements ran the same workload.
 */
import { join } from "node:path";
import type { Knowledge } from "../../src/knowledge";
import type { FileFacts, PythonParser } from "../../src/syntax";
import { assessFiles, spotsOf } from "./assess-program";
import { readProgram } from "./read-program";
import { type Score, scoreRanking } from "./score";
import type { TruthProgram } from "./truth";

/** Driver and library by the names of their measurements. */
const pairs: readonly (readonly [string, string])[] = [
  ["pyperf_base64", "stdlib_base64"],
  ["pyperf_deepcopy", "stdlib_copy"],
  ["pyperf_logging_simple", "stdlib_logging"],
  ["pyperf_pickle_c", "stdlib_pickle_dump"],
  ["pyperf_pickle_c", "stdlib_pickle_load"],
  ["pyperf_pprint", "stdlib_pprint"],
  ["pyperf_regex_compile", "stdlib_re_compile"],
  ["pyperf_typing_runtime_protocols", "stdlib_typing_protocols"],
  ["pyperf_xml_etree_c", "stdlib_xml_etree"],
];

export interface DrivenScore {
  readonly driver: string;
  readonly library: string;
  readonly without: Score;
  readonly withEntry: Score;
}

export function scoreDrivers(
  parser: PythonParser,
  sources: string,
  programs: readonly TruthProgram[],
  knowledge: Knowledge,
): readonly DrivenScore[] {
  const scores: DrivenScore[] = [];
  for (const [driver, library] of pairs) {
    const truth = programs.find((item) => item.program === library);
    const start = programs.find((item) => item.program === driver);
    if (truth === undefined || start === undefined) continue;
    const own = filesAt(parser, join(sources, driver), "");
    const entry = [...own.keys()].find((path) => path.endsWith("run_benchmark.py"));
    const files = [...own.values(), ...filesAt(parser, join(sources, library), importPrefix(truth)).values()];
    if (entry === undefined) continue;
    const rank = (entryPoints?: readonly string[]): Score => {
      const { graph, heat } = assessFiles(files, knowledge, entryPoints ? { entryPoints } : {});
      return scoreRanking(truth, spotsOf(graph, heat));
    };
    scores.push({ driver, library, without: rank(), withEntry: rank([entry]) });
  }
  return scores;
}

/** The folders above the last part of a root, so that the library is found by the name under which it is imported. */
function importPrefix(program: TruthProgram): string {
  const parts = (program.source.roots[0] as string).split("/").slice(0, -1);
  return parts.map((part) => `${part}/`).join("");
}

function filesAt(parser: PythonParser, folder: string, prefix: string): ReadonlyMap<string, FileFacts> {
  const files = new Map<string, FileFacts>();
  for (const [path, facts] of readProgram(parser, folder)) files.set(prefix + path, { ...facts, path: prefix + path });
  return files;
}
