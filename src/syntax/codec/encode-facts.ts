/**
 * Facts as bytes, for the cache and between workers: about a third of the source's size, and read several times faster than the source
 * is parsed. Kinds are one byte, offsets the distance to the offset before, names numbers in a table.
 *
 * A loop holds the same expression objects as its statement, and later stages tell expressions apart by identity. So the expressions that
 * a loop can share are numbered as they are written, and the loops, written last, refer to them.
 */
import type { TextRange } from "../../base";
import type { ClassFact, FileFacts, FunctionFact, ImportFact, LoopFact } from "../file-facts";
import { LoopFlag, LoopPart, loopKinds, problemCodes } from "./codes";
import { ExpressionEncoder } from "./encode-expression";
import { encodeStatements } from "./encode-statement";

const encoder = new ExpressionEncoder();

/** Everything but the path, which is not a matter of the content. */
export function encodeFacts(facts: FileFacts): Uint8Array<ArrayBuffer> {
  const { out, head } = encoder;
  encoder.clear();
  encodeHead(facts);
  out.varint(facts.functions.length);
  for (const fact of facts.functions) encodeFunction(fact);
  out.varint(facts.classes.length);
  for (const fact of facts.classes) encodeClass(fact);
  for (const fact of facts.functions) {
    out.varint(fact.loops.length);
    for (const loop of fact.loops) encodeLoop(loop);
  }
  const body = out.result();
  head.clear();
  encoder.strings.write(head);
  head.raw(body);
  return head.result();
}

function encodeHead(facts: FileFacts): void {
  const { out } = encoder;
  encoder.text(facts.contentHash);
  out.varint(facts.length);
  out.varint(facts.nonBlankLines);
  out.byte(facts.generated ? 1 : 0);
  out.varint(facts.lineStarts.length);
  let before = 0;
  for (const start of facts.lineStarts) {
    out.varint(start - before);
    before = start;
  }
  out.varint(facts.imports.length);
  for (const fact of facts.imports) encodeImport(fact);
  encoder.optional(facts.exportedNames, (names) => encoder.texts(names));
  out.varint(facts.directives.length);
  for (const { start, end, scope, line, codes } of facts.directives) {
    encoder.range(start, end);
    out.byte(scope === "file" ? 1 : 0);
    out.varint(line);
    encoder.optional(codes, (list) => {
      out.varint(list.length);
      for (const code of list) {
        encoder.text(code.code);
        encoder.range(code.start, code.end);
      }
    });
  }
  out.varint(facts.problems.length);
  for (const { code, start, end, message } of facts.problems) {
    out.byte(problemCodes.indexOf(code));
    encoder.range(start, end);
    encoder.text(message);
  }
}

function encodeImport(fact: ImportFact): void {
  const { out } = encoder;
  encoder.range(fact.start, fact.end);
  out.varint(fact.owner);
  encoder.text(fact.module);
  out.varint(fact.level);
  encoder.optional(fact.names, (names) => {
    out.varint(names.length);
    for (const { name, alias } of names) {
      encoder.text(name);
      encoder.optional(alias, (text) => encoder.text(text));
    }
  });
  encoder.optional(fact.alias, (text) => encoder.text(text));
  out.byte((fact.typeCheckingOnly ? 1 : 0) | (fact.conditional ? 2 : 0));
}

function encodeFunction(fact: FunctionFact): void {
  const { out } = encoder;
  encoder.range(fact.start, fact.end);
  encoder.text(fact.name);
  encoder.text(fact.qualname);
  out.varint(fact.parent === undefined ? 0 : fact.parent + 1);
  out.varint(fact.ownerClass === undefined ? 0 : fact.ownerClass + 1);
  encodeRange(fact.nameRange);
  encodeRange(fact.bodyRange);
  encoder.params(fact.params);
  encoder.maybe(fact.returns);
  encoder.expressions(fact.decorators);
  out.byte((fact.isAsync ? 1 : 0) | (fact.isGenerator ? 2 : 0) | (fact.docstring === undefined ? 0 : 4));
  if (fact.docstring !== undefined) encodeRange(fact.docstring);
  encoder.texts(fact.globals);
  encoder.texts(fact.nonlocals);
  encodeStatements(encoder, fact.body);
}

function encodeClass(fact: ClassFact): void {
  const { out } = encoder;
  encoder.range(fact.start, fact.end);
  encoder.text(fact.name);
  encoder.text(fact.qualname);
  encodeRange(fact.nameRange);
  out.varint(fact.owner);
  out.varint(fact.ownerClass === undefined ? 0 : fact.ownerClass + 1);
  encoder.expressions(fact.bases);
  encoder.keywords(fact.keywords);
  encoder.expressions(fact.decorators);
  out.varint(fact.methods.length);
  for (const method of fact.methods) out.varint(method);
  out.byte(fact.hasSlots ? 1 : 0);
  encodeStatements(encoder, fact.body);
}

function encodeLoop(loop: LoopFact): void {
  const { out } = encoder;
  out.byte(loopKinds.indexOf(loop.kind));
  encoder.range(loop.start, loop.end);
  out.varint(loop.depth);
  out.varint(loop.parent === undefined ? 0 : loop.parent + 1);
  out.byte((loop.isAsync ? LoopFlag.Async : 0) | (loop.hasBreak ? LoopFlag.Break : 0) | (loop.hasReturn ? LoopFlag.Return : 0));
  for (const part of [loop.target, loop.iterable, loop.test]) {
    const shared = part && encoder.sharedNumber(part);
    if (part === undefined) out.byte(LoopPart.None);
    else if (shared === undefined) {
      out.byte(LoopPart.Own);
      encoder.expression(part);
    } else {
      out.byte(LoopPart.Shared);
      out.varint(shared);
    }
  }
}

function encodeRange({ start, end }: TextRange): void {
  encoder.range(start, end);
}
