export * from "./file-facts";
