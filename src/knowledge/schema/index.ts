import { counterpartsFile } from "./counterparts";
import type { FileKind } from "./file-kind";
import { decisionFile, examplesFile, exemplarsFile, frameworkFile, glossaryFile, optionsFile, workloadsFile } from "./framework";
import { librariesFile } from "./libraries";
import { measurementsFile } from "./measurements";
import { operationsFile, payoffFile, priorsFile } from "./model";
import { rulesFile } from "./rules";
import { sourcesFile } from "./sources";
import { typesFile } from "./types";
import { versionsFile } from "./versions";

export { type FileKind, fileSchema, type Section } from "./file-kind";

/** Every kind of knowledge file by the first part of its path. */
export const fileKinds = {
  sources: sourcesFile,
  rules: rulesFile,
  libraries: librariesFile,
  types: typesFile,
  priors: priorsFile,
  operations: operationsFile,
  payoff: payoffFile,
  measurements: measurementsFile,
  counterparts: counterpartsFile,
  workloads: workloadsFile,
  exemplars: exemplarsFile,
  framework: frameworkFile,
  decision: decisionFile,
  options: optionsFile,
  examples: examplesFile,
  glossary: glossaryFile,
  versions: versionsFile,
} as const satisfies Readonly<Record<string, FileKind>>;

export type KindName = keyof typeof fileKinds;
