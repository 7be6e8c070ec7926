/**
 * The guided path: answers move points between the outcomes, each move with its reason. The tables are in `knowledge/`; here
 * is only the arithmetic, so that the panel, the export and the tests get the same leaning.
 */
import type { Assessment } from "./assessment";
import type { Decision, OutcomeId } from "./panel-content";

/** Question id -> answer id. */
export type Answers = Readonly<Record<string, string>>;

/** 0..10 per answer of the constraint question; 5 counts its moves once. */
export type Weights = Readonly<Record<string, number>>;

export interface ProposedAnswer {
  readonly answer: string;
  /** Values of the assessment that suggest it: "web-framework", "route", ... */
  readonly signs: readonly string[];
}

export interface Leaning {
  readonly outcome: OutcomeId;
  readonly points: number;
  /** Of all positive points, 0..1. */
  readonly share: number;
  readonly reasons: readonly LeaningReason[];
}

export interface LeaningReason {
  /** Question id, or `assessment` for what the tool found itself. */
  readonly question: string;
  readonly answer: string;
  readonly by: number;
  readonly why: string;
}

export const constraintQuestion = "constraint";
/** Answered by the setting `rustExperience`. */
export const teamQuestion = "team";
const neutralWeight = 5;

/** For every question the answer with the most signs in the assessment; the first answer that needs no sign otherwise. */
export function proposeAnswers(decision: Decision, assessment: Assessment): Readonly<Record<string, ProposedAnswer>> {
  const found = signsIn(assessment);
  return Object.fromEntries(
    decision.questions.map(({ id, answers }) => {
      const scored = answers.map(({ id: answer, signs }) => {
        const matches = Object.entries(signs).flatMap(([kind, values]) => values.filter((value) => found.get(kind)?.has(value)));
        return { answer, signs: matches };
      });
      const set = id === teamQuestion ? assessment.assumptions?.rustExperience : undefined;
      const best = scored.find(({ answer }) => answer === set) ?? scored.reduce((a, b) => (b.signs.length > a.signs.length ? b : a));
      return [id, best];
    }),
  );
}

/** The dominant constraint of the verdict counts more, the others less; the reader moves them from there. */
export function proposeWeights(assessment: Assessment): Weights {
  const weights: Record<string, number> = { "developer-time": 4, "run-time": 4, reliability: 2 };
  weights[assessment.verdict.dominantConstraint] = 8;
  return weights;
}

/** Outcomes with their points and reasons, most points first. */
export function decide(decision: Decision, answers: Answers, weights: Weights, assessment?: Assessment): readonly Leaning[] {
  const reasons = new Map<OutcomeId, LeaningReason[]>(decision.outcomes.map(({ id }) => [id, []]));
  for (const question of decision.questions) {
    for (const answer of question.answers) {
      const factor =
        question.id === constraintQuestion ? (weights[answer.id] ?? 0) / neutralWeight : Number(answers[question.id] === answer.id);
      if (factor === 0) continue;
      for (const move of answer.moves) {
        reasons.get(move.outcome)?.push({ question: question.id, answer: answer.id, by: move.by * factor, why: move.why });
      }
    }
  }
  const own = assessment && assessmentReason(assessment);
  if (own) reasons.get(own.outcome)?.push(own.reason);
  return rank(reasons);
}

/** How far the first outcome is ahead: a narrow lead is said to be one. */
export function lead(leanings: readonly Leaning[]): "clear" | "narrow" | "none" {
  const [first, second] = leanings;
  if (!first || first.points <= 0) return "none";
  if (!second || first.points >= second.points * 1.25 + 0.5) return "clear";
  return "narrow";
}

function rank(reasons: ReadonlyMap<OutcomeId, readonly LeaningReason[]>): readonly Leaning[] {
  const scored = [...reasons].map(([outcome, list]) => ({
    outcome,
    points: list.reduce((sum, { by }) => sum + by, 0),
    reasons: [...list].sort((a, b) => Math.abs(b.by) - Math.abs(a.by)),
  }));
  const positive = scored.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  return scored.map((it) => ({ ...it, share: positive > 0 ? Math.max(0, it.points) / positive : 0 })).sort((a, b) => b.points - a.points);
}

function assessmentReason({ verdict }: Assessment): { outcome: OutcomeId; reason: LeaningReason } | undefined {
  if (verdict.recommendation === "not-enough-evidence") return undefined;
  const by = { high: 4, medium: 3, low: 1.5 }[verdict.confidence];
  return {
    outcome: verdict.recommendation,
    reason: { question: "assessment", answer: verdict.recommendation, by, why: verdict.summary },
  };
}

function signsIn({ verdict, project }: Assessment): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([
    ["constraints", new Set<string>([verdict.dominantConstraint])],
    ["frameworks", new Set([...project.frameworks, ...project.nativeDependencies])],
    ["entryKinds", new Set(project.entryPoints.map(({ kind }) => kind))],
    ["workloads", new Set(verdict.workloads.map(({ kind }) => kind))],
    ["bounds", new Set<string>([verdict.bound])],
  ]);
}
