/**
 * The assessment from an earlier run, for a project in which nothing has changed since. Its key covers all that an assessment rests on: the
 * build of the tool, the settings, what was found in the folder, and the content of every file. Profiles and a team's own knowledge are not
 * covered; with them every answer is worked out.
 */
import type { Assessment } from "../report";
import type { AnswerStore } from "./answer-store";
import type { Discovery } from "./discover-files";
import type { Configuration } from "./find-configuration";
import type { ContentKey } from "./project-files";

export interface AnswerInput {
  /** Absolute path of the folder or file. */
  readonly root: string;
  readonly rootPackage: string | undefined;
  /** Mistakes in the settings were thrown, not told as problems. */
  readonly strict: boolean;
  readonly configuration: Configuration;
  readonly discovery: Discovery;
  /** What stands for the content of each file; undefined where it is not known. */
  readonly contents: readonly ContentKey[] | undefined;
}

export interface KnownAnswers {
  /** Nothing can be recalled. */
  isEmpty(): Promise<boolean>;
  recall(input: AnswerInput): Promise<Assessment | undefined>;
  keep(input: AnswerInput, assessment: Assessment): Promise<void>;
}

/** `build` names the code and knowledge that answers come from; `digest` tells any two contents apart. */
export function createKnownAnswers(store: AnswerStore, build: string, digest: (content: Uint8Array) => string): KnownAnswers {
  const text = new TextEncoder();
  let last: string | undefined;
  const keyOf = (input: AnswerInput) => (input.contents === undefined ? undefined : digest(text.encode(JSON.stringify([build, input]))));
  return {
    isEmpty: () => store.isEmpty(),
    async recall(input) {
      const key = keyOf(input);
      const bytes = key && (await store.recall(key));
      if (!bytes) return undefined;
      last = key;
      return JSON.parse(new TextDecoder().decode(bytes)) as Assessment;
    },
    async keep(input, assessment) {
      const key = keyOf(input);
      if (key === undefined || key === last) return;
      last = key;
      await store.keep(key, text.encode(JSON.stringify(assessment)));
    },
  };
}
