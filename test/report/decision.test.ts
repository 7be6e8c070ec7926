import assert from "node:assert/strict";
import { type Answers, decide, lead, proposeAnswers, proposeWeights } from "../../src/report";
import { shippedContent } from "../panel/support/panel-content";
import { nothingToMove, sampleAssessment } from "../panel/support/sample-assessment";

const decision = shippedContent().decision!;
const answersOf = (assessment = sampleAssessment()): Answers =>
  Object.fromEntries(Object.entries(proposeAnswers(decision, assessment)).map(([question, { answer }]) => [question, answer]));

describe("the guided decision", () => {
  it("fills in what the project shows, and says by which signs", () => {
    const proposed = proposeAnswers(decision, sampleAssessment());
    assert.equal(proposed["constraint"]!.answer, "run-time");
    assert.equal(proposed["workload"]!.answer, "cpu-bound");
    assert.ok(proposed["building"]!.signs.includes("console-script"));
    assert.equal(proposed["team"]!.answer, "learning");
  });

  it("takes the team from the setting", () => {
    const assessment = { ...sampleAssessment(), assumptions: { rustExperience: "fluent" as const } };
    assert.equal(proposeAnswers(decision, assessment)["team"]!.answer, "fluent");
  });

  it("leads each typical project where its own assessment leads", () => {
    for (const assessment of [sampleAssessment(), nothingToMove()]) {
      const [first] = decide(decision, answersOf(assessment), proposeWeights(assessment), assessment);
      assert.equal(first!.outcome, assessment.verdict.recommendation);
    }
  });

  it("moves with a weight, by the reasons that it shows", () => {
    const assessment = sampleAssessment();
    const pointsOf = (weights: Record<string, number>, outcome: string) =>
      decide(decision, answersOf(), weights, assessment).find((it) => it.outcome === outcome)!;
    const light = pointsOf({ "developer-time": 0, "run-time": 5, reliability: 0 }, "hybrid");
    const heavy = pointsOf({ "developer-time": 0, "run-time": 10, reliability: 0 }, "hybrid");
    assert.ok(heavy.points > light.points);
    for (const { points, reasons } of [light, heavy]) {
      assert.ok(Math.abs(points - reasons.reduce((sum, { by }) => sum + by, 0)) < 1e-9);
    }
  });

  it("does not count an assessment that has not enough evidence", () => {
    const sample = sampleAssessment();
    const unsure = { ...sample, verdict: { ...sample.verdict, recommendation: "not-enough-evidence" as const } };
    const reasons = decide(decision, answersOf(), {}, unsure).flatMap((it) => it.reasons);
    assert.ok(!reasons.some(({ question }) => question === "assessment"));
  });

  it("says whether the lead is clear", () => {
    const leaning = (points: number) => ({ outcome: "hybrid" as const, points, share: 0, reasons: [] });
    assert.equal(lead([leaning(9), leaning(3)]), "clear");
    assert.equal(lead([leaning(4), leaning(3.9)]), "narrow");
    assert.equal(lead([leaning(0), leaning(-1)]), "none");
    assert.equal(lead([]), "none");
  });

  it("lets every outcome win by some answers", () => {
    const winners = new Set<string>();
    const [constraints, ...others] = decision.questions;
    for (const constraint of constraints!.answers) {
      for (const a of others[0]!.answers)
        for (const b of others[1]!.answers)
          for (const c of others[2]!.answers) {
            const answers = { [others[0]!.id]: a.id, [others[1]!.id]: b.id, [others[2]!.id]: c.id };
            winners.add(decide(decision, answers, { [constraint.id]: 5 })[0]!.outcome);
          }
    }
    assert.deepEqual([...winners].sort(), decision.outcomes.map(({ id }) => id).sort());
  });
});
