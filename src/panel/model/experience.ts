/** What the team's Rust does to the hours, from the learning phases of `knowledge/`. */
import type { Assessment, PanelContent } from "../../report";

export const experiences = ["none", "learning", "productive", "fluent"] as const;
export type Experience = (typeof experiences)[number];

/** A phase with the experience's own id, otherwise the phases in order; fluent teams take the hours as they are. */
export function effortFactor(content: PanelContent, experience: Experience): number {
  const phases = content.learningPhases;
  const phase =
    phases.find(({ id }) => id === experience) ?? (experience === "fluent" ? undefined : phases[experiences.indexOf(experience)]);
  return phase?.effortFactor ?? 1;
}

/** The factor relative to what the assessment's hours were counted with. */
export function relativeEffort(content: PanelContent, assessment: Assessment, experience: Experience): number {
  return effortFactor(content, experience) / effortFactor(content, assumedExperience(assessment));
}

export function assumedExperience(assessment: Assessment): Experience {
  return assessment.assumptions?.rustExperience ?? "learning";
}
