export { type CallTreeNode, type CallTreeOptions, ProfileError } from "../profile";
export * from "./contract";
export { createSession } from "./create-session";
export { checkSettings } from "./parse-configuration";
export * from "./settings";
