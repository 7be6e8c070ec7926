/**
 * Methods by their name alone, for receivers of unknown type: certain when only one class has it, spread over the candidates otherwise,
 * the nearer ones first. The shares are those that served best on measured profiles of real programs.
 */
import { isBuiltinMethodName } from "../builtin-names";
import type { CallEdgeKind, FunctionId } from "../contract";
import { accessorOf } from "../evaluate-decorators";
import type { Inference } from "../inference";
import type { SourceModule } from "../module-table";
import type { Target } from "./targets";

const SAME_PACKAGE = 0.7;
const ELSEWHERE = 0.45;
/** `append`, `get`, `add` and the like most likely mean a built-in container or text. */
const BUILTIN_METHOD = 0.1;
const OPERATOR = 0.1;
const PROPERTY = 0.5;
const MAX_CANDIDATES = 24;
const MAX_OPERATOR_CANDIDATES = 8;
/** Less than this is noise. */
const MIN_SHARE = 0.004;

export class ByName {
  private readonly imported = new Map<SourceModule, ReadonlySet<string>>();
  private readonly memo = new Map<string, readonly Target[]>();

  constructor(
    private readonly inference: Inference,
    private readonly isProperty: (id: FunctionId) => boolean,
  ) {}

  /** Candidates for `receiver.name(...)` in `from`. */
  methods(name: string, from: SourceModule): readonly Target[] {
    return this.candidates(`call ${name}`, from, () => {
      const ids = this.inference.hierarchy.methodsNamed(name).filter((id) => !this.isProperty(id));
      const weight = isBuiltinMethodName(name) ? BUILTIN_METHOD : 1;
      if (ids.length === 1) return [{ callee: ids[0] as FunctionId, share: weight, kind: "unique-name" }];
      return this.spread(ids, from, weight, "ambiguous-name", MAX_CANDIDATES);
    });
  }

  /** Candidates for reading `receiver.name` when it is a property of some class. */
  properties(name: string, from: SourceModule): readonly Target[] {
    return this.candidates(`property ${name}`, from, () => {
      const { hierarchy } = this.inference;
      const ids = hierarchy.methodsNamed(name).filter((id) => this.isProperty(id));
      // Where other classes have a plain method of that name, the reading may as well mean that.
      const methods = hierarchy.methodsNamed(name).filter((id) => accessorOf(this.inference, id) === undefined).length;
      return this.spread(ids, from, (PROPERTY * ids.length) / Math.max(1, ids.length + methods), "property", MAX_CANDIDATES);
    });
  }

  /** Candidates for an operator or built-in that calls the special method `name`. */
  operators(name: string, from: SourceModule): readonly Target[] {
    return this.candidates(`operator ${name}`, from, () =>
      this.spread(this.inference.hierarchy.methodsNamed(name), from, OPERATOR, "operator", MAX_OPERATOR_CANDIDATES),
    );
  }

  private candidates(key: string, from: SourceModule, compute: () => readonly Target[]): readonly Target[] {
    const full = `${from.order} ${key}`;
    let targets = this.memo.get(full);
    if (!targets) {
      targets = compute();
      this.memo.set(full, targets);
    }
    return targets;
  }

  private spread(ids: readonly FunctionId[], from: SourceModule, weight: number, kind: CallEdgeKind, limit: number): readonly Target[] {
    if (ids.length === 0) return [];
    const targets = ids.map((callee) => ({ callee, share: (weight * this.locality(from, callee)) / ids.length, kind }));
    if (targets.length > limit) targets.sort((left, right) => right.share - left.share || left.callee - right.callee).length = limit;
    return targets.filter((target) => target.share >= MIN_SHARE);
  }

  private locality(from: SourceModule, id: FunctionId): number {
    const module = this.inference.project.moduleOf(id);
    if (module === from) return 1;
    return module.folder === from.folder || this.importsOf(from).has(module.place) ? SAME_PACKAGE : ELSEWHERE;
  }

  /** Places of the modules that a file imports, whole or in part. */
  private importsOf(module: SourceModule): ReadonlySet<string> {
    let places = this.imported.get(module);
    if (!places) {
      const found = new Set<string>();
      const { modules } = this.inference.project;
      for (const fact of module.file.imports) {
        const place = modules.resolve(fact.module, fact.level, module);
        if (place === undefined) continue;
        found.add(place);
        for (const { name } of fact.names ?? []) {
          const inner = modules.submodule(place, name);
          if (inner !== undefined) found.add(inner);
        }
      }
      places = found;
      this.imported.set(module, places);
    }
    return places;
  }
}
