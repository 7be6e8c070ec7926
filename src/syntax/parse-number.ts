export interface ParsedNumber {
  readonly type: "int" | "float" | "complex";
  /** Not given for complex numbers. */
  readonly number?: number;
  /** Written as `0777` or `10L`. */
  readonly isPython2: boolean;
}

/** The value of a Python number literal. An int past 2^53 becomes the nearest float. */
export function parseNumber(literal: string, isFloat: boolean): ParsedNumber {
  const digits = literal.replaceAll("_", "");
  const last = digits.charAt(digits.length - 1);
  const isHexadecimal = /^0[xX]/.test(digits);
  if (!isHexadecimal && (last === "j" || last === "J")) return { type: "complex", isPython2: false };
  if (isFloat) return { type: "float", number: Number(digits), isPython2: false };
  const isLong = last === "l" || last === "L";
  const plain = isLong ? digits.slice(0, -1) : digits;
  const isOldOctal = /^0[0-7]+$/.test(plain) && !/^0+$/.test(plain);
  const number = isOldOctal ? Number.parseInt(plain, 8) : Number(plain);
  return { type: "int", number: Number.isNaN(number) ? undefined : number, isPython2: isLong || isOldOctal };
}
