/** JSON Schemas of what the tool prints and reads, from the zod schemas in the code. */
import { z } from "zod";
import { fileKinds, fileSchema } from "../../src/knowledge";
import { assessmentSchema, comparisonSchema } from "../../src/report";
import { settingsSchema } from "../../src/session/settings";
import { type GeneratedFile, jsonFile } from "./generated-file";

export function generateJsonSchemas(): readonly GeneratedFile[] {
  return [
    jsonFile("docs/schema/assessment.schema.json", schemaOf(assessmentSchema, "Breakeven assessment", "output")),
    jsonFile("docs/schema/comparison.schema.json", schemaOf(comparisonSchema, "Breakeven comparison of profiles", "output")),
    jsonFile("docs/schema/settings.schema.json", schemaOf(settingsSchema, "Breakeven settings", "input")),
    ...Object.values(fileKinds).map((kind) =>
      jsonFile(`docs/schema/knowledge/${kind.name}.schema.json`, schemaOf(fileSchema(kind), `Breakeven knowledge: ${kind.name}`, "input")),
    ),
  ];
}

function schemaOf(schema: z.ZodType, title: string, io: "input" | "output"): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io });
  return { $schema, title, ...rest };
}
