/** The programs of this benchmark: which script of pyperformance runs the workload that the truth file was measured with. */

export interface RecordedProgram {
  /** Name of the truth file. */
  readonly program: string;
  /** Folder of pyperformance's `benchmarks`, and the arguments of its `run_benchmark.py`. */
  readonly benchmark: string;
  readonly arguments: readonly string[];
  /** What has to be installed beside pyperformance, at the version of the truth. */
  readonly requires?: string;
}

const runs = (program: string, benchmark: string, args: readonly string[] = [], requires?: string): RecordedProgram => ({
  program,
  benchmark,
  arguments: args,
  requires,
});

export const recordedPrograms: readonly RecordedProgram[] = [
  runs("pyperf_deltablue", "bm_deltablue"),
  runs("pyperf_go", "bm_go"),
  runs("pyperf_hexiom", "bm_hexiom"),
  runs("pyperf_pyflate", "bm_pyflate"),
  runs("pyperf_raytrace", "bm_raytrace"),
  runs("pyperf_richards", "bm_richards"),
  runs("stdlib_argparse", "bm_argparse", ["many_optionals"]),
  runs("stdlib_pickle_dump", "bm_pickle", ["--pure-python", "pickle"]),
  runs("stdlib_re_compile", "bm_regex_compile"),
  runs("pyyaml_load", "bm_yaml", [], "pyyaml==6.0.3"),
  runs("html5lib", "bm_html5lib", [], "html5lib==1.1"),
  runs("docutils", "bm_docutils", [], "docutils==0.22.4"),
  runs("django_template", "bm_django_template", ["--table-size", "100"], "django==5.2.17"),
  runs("sqlalchemy_declarative", "bm_sqlalchemy_declarative", [], "sqlalchemy==2.0.54"),
  runs("sympy_expand", "bm_sympy", ["expand"], "sympy==1.14.0"),
  runs("sympy_integrate", "bm_sympy", ["integrate"], "sympy==1.14.0"),
  runs("sympy_str", "bm_sympy", ["str"], "sympy==1.14.0"),
  runs("sympy_sum", "bm_sympy", ["sum"], "sympy==1.14.0"),
];

/** For `pip install -r`. */
export function requirements(): string[] {
  return ["pyperformance==1.14.0", "py-spy==0.4.2", ...new Set(recordedPrograms.flatMap(({ requires }) => requires ?? []))];
}
