export type * from "./contract";
export { loadKnowledge } from "./load-knowledge";
export { fileKinds, fileSchema } from "./schema";
