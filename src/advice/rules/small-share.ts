import { defineRule } from "../define-rule";

/** Nothing else applies: the place takes too little of the time. */
export const rule = defineRule({
  id: "small-share",
  code: "BE105",
  target: "keep",
  precedence: "fallback",
  *check({ function: node, share, isMeasured }) {
    const percent = share * 100;
    const words = percent < 1 ? "less than 1 %" : `about ${Math.round(percent)} %`;
    const most =
      share >= 1 ? "" : `; even at no cost at all the program would gain ${Math.max(0.1, (1 / (1 - share) - 1) * 100).toFixed(1)} %`;
    yield {
      range: node.fact.nameRange,
      message:
        share >= 0.1
          ? `It takes ${words} of the ${isMeasured ? "measured" : "estimated"} time but shows no pattern that pays.`
          : `It takes ${words} of the time and shows no pattern that pays${most}.`,
      confidence: share < 0.02 ? "high" : "medium",
    };
  },
});
