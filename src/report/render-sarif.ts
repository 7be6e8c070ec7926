/** The assessment as SARIF 2.1.0 for code scanning: hotspots with a move and line findings as results, nothing for what is kept. */
import type { Assessment, Finding, Hotspot } from "./assessment";
import { isWorthMoving, movableShare, rankingShare } from "./offload";
import { profileLines } from "./profile-words";
import type { RuleText } from "./rule-texts";
import { effortRange, percent, speedupRange, targetName } from "./words";

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

export function renderSarif(assessment: Assessment, rules: readonly RuleText[]): string {
  const used = new Set([
    ...assessment.findings.map(({ rule }) => rule),
    ...assessment.hotspots.flatMap(({ advice }) => advice.map(({ rule }) => rule)),
  ]);
  const described = rules.filter(({ id }) => used.has(id));
  const log = {
    $schema: schema,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Breakeven",
            semanticVersion: assessment.tool.version,
            informationUri: "https://github.com/breakeven-tools/breakeven",
            rules: described.map(({ id, code, title, problem, remedy }) => ({
              id: code,
              name: id,
              shortDescription: { text: title },
              fullDescription: { text: problem },
              help: { text: remedy, markdown: remedy },
              defaultConfiguration: { level: "note" },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { ROOT: { description: { text: "The assessed folder" } } },
        results: [...assessment.hotspots.flatMap(hotspotResult), ...assessment.findings.map(findingResult)],
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: assessment.project.problems.map(({ path, line, message }) => ({
              level: "warning",
              message: { text: message },
              locations: [
                { physicalLocation: { artifactLocation: artifact(path), ...(line === undefined ? {} : { region: { startLine: line } }) } },
              ],
            })),
          },
        ],
        properties: {
          recommendation: assessment.verdict.recommendation,
          summary: assessment.verdict.summary,
          confidence: assessment.verdict.confidence,
          ...(assessment.profile === undefined ? {} : { profile: profileLines(assessment) }),
        },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function hotspotResult(hotspot: Hotspot): object[] {
  const best = hotspot.advice[0] as Hotspot["advice"][number];
  if (!isWorthMoving(hotspot)) return [];
  const share = `${percent(movableShare(hotspot))} of CPU (${hotspot.measured ? "measured" : "estimated"})`;
  const text = `${best.message} ${share}; ${targetName(best.target)}: ${speedupRange(best.speedup)}, effort ${effortRange(best.effort)}.`;
  return [
    {
      ruleId: best.code,
      level: "note",
      message: { text },
      locations: [
        {
          physicalLocation: { artifactLocation: artifact(hotspot.path), region: { startLine: best.startLine, endLine: best.endLine } },
          logicalLocations: [{ fullyQualifiedName: hotspot.qualname, kind: "function" }],
        },
      ],
      partialFingerprints: { "hotspot/v1": hotspot.id },
      rank: Math.round(movableShare(hotspot) * 1000) / 10,
      properties: {
        share: rankingShare(hotspot),
        shareBasis: hotspot.measured ? "measured" : "estimated",
        ...(hotspot.measured ? { totalShare: hotspot.measured.total, profile: hotspot.measured.source } : {}),
        target: best.target,
        speedup: best.speedup,
        wholeProgram: best.wholeProgram,
      },
    },
  ];
}

function findingResult(finding: Finding): object {
  const { startLine, startColumn, endLine, endColumn } = finding;
  return {
    ruleId: finding.code,
    level: "note",
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(finding.path),
          region: { startLine, startColumn: startColumn + 1, endLine, endColumn: endColumn + 1 },
        },
      },
    ],
    ...(finding.hotspot === undefined ? {} : { partialFingerprints: { "hotspot/v1": finding.hotspot } }),
  };
}

/** A relative URI: names may hold blanks, `%` and `#`, and halves of characters, which no URI can hold. */
function artifact(path: string): { uri: string; uriBaseId: string } {
  return {
    uri: path
      .replace(/\p{Surrogate}/gu, "\uFFFD")
      .split("/")
      .map(encodeURIComponent)
      .join("/"),
    uriBaseId: "ROOT",
  };
}
