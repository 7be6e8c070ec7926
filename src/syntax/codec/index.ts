export { DamagedFacts } from "./byte-reader";
export { FACTS_VERSION } from "./codes";
export { decodeFacts } from "./decode-facts";
export { encodeFacts } from "./encode-facts";
