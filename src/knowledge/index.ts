export type * from "./contract";
export type * from "./framework-contract";
export { loadKnowledge } from "./load-knowledge";
export type * from "./measurements-contract";
export { fileKinds, fileSchema } from "./schema";
