/** Edits of Python source as somebody who types makes them: a line inside a function more, or less. */

/** What may stand inside a function: calls, loops, names from elsewhere, half a statement. */
const lines = [
  "total = sum(x * x for x in range(100))",
  "for item in list(args): helper(item)",
  "import re; re.compile('a').match(str(1))",
  "return inspect.signature(argparse.ArgumentParser)",
  "self.counter = mock.Mock()",
  "while value: value = value.next",
  "result = call(1, [2, ",
  "pass",
  "yield from ()",
  "value = 'umlauts: äöü'",
  "raise ValueError(1)",
  "walk(other(3), 2)",
];

/** Adds or takes away a line inside a function, at its depth. */
export function editInside(text: string, random: (below: number) => number): string {
  const all = text.split("\n");
  for (;;) {
    const at = random(all.length);
    const line = all[at] as string;
    const indent = /^( {4,})[a-z]/.exec(line)?.[1];
    if (indent === undefined || !/^ {4,}(return|\w+ = |\w+\()/.test(line)) continue;
    if (random(3) === 0) all.splice(at, 1);
    else all.splice(at, 0, `${indent}${lines[random(lines.length)]}`);
    return all.join("\n");
  }
}

/** Whole numbers below a bound, the same ones for the same seed. */
export function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
