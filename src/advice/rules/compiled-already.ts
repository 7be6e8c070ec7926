import { defineRule } from "../define-rule";

const compilers =
  /^(numba\.(jit|njit|vectorize|guvectorize|stencil|cuda\.jit|experimental\.jitclass)|cython\.(cfunc|ccall|compile)|jax\.jit|torch\.(jit\.script|compile)|taichi\.kernel)$/;

/** A decorator compiles the function. */
export const rule = defineRule({
  id: "compiled-already",
  code: "BE106",
  target: "keep",
  precedence: "decisive",
  *check({ function: node, externalName }) {
    for (const decorator of node.fact.decorators) {
      const name = externalName(decorator.kind === "call" ? decorator.callee : decorator);
      if (name === undefined || !compilers.test(name)) continue;
      yield {
        range: node.fact.nameRange,
        message: `${node.fact.qualname} is compiled already, by ${name}; Rust would gain little more.`,
        confidence: "high",
      };
      return;
    }
  },
});
