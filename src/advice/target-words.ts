/** What a way to go is called within a sentence. One table: verdict, reasons, hints and tables name the same things alike. */
import type { AlternativeTarget } from "./contract";

export const targetWords: Readonly<Record<AlternativeTarget, string>> = {
  keep: "Python as it is",
  stdlib: "the standard library",
  numpy: "NumPy",
  polars: "Polars",
  library: "an existing library",
  pyo3: "Rust (PyO3)",
  numba: "Numba",
  mypyc: "mypyc",
  cython: "Cython",
  threads: "threads",
  algorithm: "a better algorithm",
};

/** At the start of a sentence; names that are written small stay so. */
export function startOfSentence(target: AlternativeTarget): string {
  const words = targetWords[target];
  return target === "mypyc" ? words : words.charAt(0).toUpperCase() + words.slice(1);
}
