import type { BuildOptions } from "esbuild";

export function panelOptions(root: string, entry: "main" | "report-main"): BuildOptions;
export function buildReportTemplate(root: string): Promise<string>;
