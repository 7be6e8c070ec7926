import * as z from "zod";
import { parseTypeExpression } from "../type-expression";
import { dottedName, nameList, text } from "./common";
import { defineFileKind, mapOf, single } from "./file-kind";

const typeExpression = z
  .string()
  .max(300)
  .refine((written) => parseTypeExpression(written) !== undefined, "must be a type such as list[str] or numpy.ndarray")
  .meta({ description: "A dotted type name with arguments in brackets; a name without dot is a builtin: list[str], numpy.ndarray." });

const byType = z.record(typeExpression, nameList);

const typeSchema = z.strictObject({
  extends: dottedName.optional().meta({ description: "What is not listed is looked up there." }),
  iterates: typeExpression.optional().meta({ description: "What a loop over it yields." }),
  subscript: typeExpression.optional().meta({ description: "Type of value[...]." }),
  attributes: byType.optional().meta({ description: "Attributes and properties by their type: { int: start stop step }." }),
  methods: byType.optional().meta({ description: "Methods by the type that a call gives: { str: lower upper }." }),
});

export const typesFile = defineFileKind("types", "Types of what libraries return.", {
  basis: single(text.meta({ description: "Where the types in the file come from." }), true),
  types: mapOf(dottedName, typeSchema),
  functions: mapOf(dottedName, byType),
});

export type LibraryTypeEntry = z.infer<typeof typeSchema>;
