import { z } from "zod";
import { parseTypeExpression } from "../type-expression";
import { dottedName, text } from "./common";
import { defineFileKind, mapOf, single } from "./file-kind";

const memberName = z.string().regex(/^[A-Za-z_]\w*$/, "must be a Python name");

const typeExpression = z
  .string()
  .max(300)
  .refine((written) => parseTypeExpression(written) !== undefined, "must be a type such as list[str] or numpy.ndarray")
  .meta({ description: "A dotted type name with arguments in brackets; a name without dot is a builtin: list[str], numpy.ndarray." });

const typeSchema = z.strictObject({
  extends: dottedName.optional().meta({ description: "What is not listed is looked up there." }),
  iterates: typeExpression.optional().meta({ description: "What a loop over it yields." }),
  subscript: typeExpression.optional().meta({ description: "Type of value[...]." }),
  attributes: z.record(memberName, typeExpression).optional().meta({ description: "Attributes and properties." }),
  methods: z.record(memberName, typeExpression).optional().meta({ description: "Types that calling a method gives." }),
});

export const typesFile = defineFileKind("types", "Types of what libraries return.", {
  basis: single(text.meta({ description: "Where the types in the file come from." }), true),
  types: mapOf(dottedName, typeSchema),
  functions: mapOf(dottedName, z.record(dottedName, typeExpression)),
});

export type LibraryTypeEntry = z.infer<typeof typeSchema>;
