import { Language, Parser } from "web-tree-sitter";

export interface SyntaxAssets {
  /** `web-tree-sitter.wasm` of the installed web-tree-sitter. */
  readonly treeSitterWasm: Uint8Array | WebAssembly.Module;
  /** `tree-sitter-python.wasm` of the installed tree-sitter-python. */
  readonly pythonWasm: Uint8Array | WebAssembly.Module;
}

export interface SyntaxRuntime {
  readonly language: Language;
  /** The Emscripten module behind web-tree-sitter: the object that was handed to `Parser.init`. */
  readonly module: object;
}

let runtime: Promise<SyntaxRuntime> | undefined;

/** web-tree-sitter holds one WASM instance per thread, so the first assets win; a failed attempt can be repeated. */
export function loadRuntime(assets: SyntaxAssets): Promise<SyntaxRuntime> {
  runtime ??= load(assets).catch((error: unknown) => {
    runtime = undefined;
    throw error;
  });
  return runtime;
}

async function load(assets: SyntaxAssets): Promise<SyntaxRuntime> {
  const compiled = await compile(assets.treeSitterWasm);
  const module = {};
  await new Promise<void>((resolve, reject) => {
    Object.assign(module, {
      // Handing over the compiled module ourselves keeps web-tree-sitter from looking for a file or an address.
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance, compiled: WebAssembly.Module) => void) {
        WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled), reject);
        return {};
      },
    });
    Parser.init(module).then(resolve, reject);
  });
  const language =
    assets.pythonWasm instanceof WebAssembly.Module ? Language.loadSync(assets.pythonWasm) : await Language.load(assets.pythonWasm);
  return { language, module };
}

async function compile(wasm: Uint8Array | WebAssembly.Module): Promise<WebAssembly.Module> {
  return wasm instanceof WebAssembly.Module ? wasm : WebAssembly.compile(wasm as Uint8Array<ArrayBuffer>);
}
