export { DamagedFacts, decodeFacts, encodeFacts, FACTS_VERSION } from "./codec";
export { type DecodedSource, decodeSource } from "./decode-source";
export type * from "./file-facts";
export type { SyntaxAssets } from "./load-runtime";
export { documentText, type OpenDocument, type SourceEdit, setDocumentText } from "./open-document";
export { isPlace, textWithoutPlaces } from "./places";
export { createParser, type PythonParser } from "./python-parser";
export * from "./walk-facts";
