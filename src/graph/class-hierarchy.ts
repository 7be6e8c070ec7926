/**
 * Classes and what they inherit: bases, method resolution order (C3, Barrett et al., "A monotonic superclass linearization for Dylan",
 * 1996; a plain depth-first order where C3 finds none), subclasses, and who defines a name.
 */
import type { Expression } from "../syntax";
import type { ClassId, FunctionId } from "./contract";
import type { Definition } from "./definitions";
import { definitionsAtEnd } from "./find-definitions";
import type { ClassEntry, Project } from "./project";
import type { Values } from "./values";

export interface ClassLevelMember {
  /** The class of the MRO whose body binds the name. */
  readonly definer: ClassId;
  readonly definitions: readonly Definition[];
}

interface Bases {
  readonly project: readonly ClassId[];
  readonly external: readonly string[];
}

const NO_BASES: Bases = Object.freeze({ project: [], external: [] });
const NO_IDS: readonly number[] = Object.freeze([]);
/** Longer chains of bases are not followed (hostile input). */
const MAX_MRO = 400;

export class ClassHierarchy {
  private readonly bases = new Map<ClassId, Bases>();
  private readonly orders = new Map<ClassId, readonly ClassId[]>();
  private readonly externals = new Map<ClassId, readonly string[]>();
  private readonly members: (Map<string, ClassLevelMember | null> | undefined)[] = [];
  private directSubclasses: ClassId[][] | undefined;
  private readonly allSubclassesOf = new Map<ClassId, readonly ClassId[]>();
  private readonly methodsByName = new Map<string, FunctionId[]>();
  private readonly classLevelNames = new Set<string>();
  private readonly running = new Set<ClassId>();

  /** `evaluateBases` gives for each base expression of a class what it may stand for, `evaluateIn` for any expression in its head. */
  constructor(
    private readonly project: Project,
    private readonly evaluateBases: (entry: ClassEntry) => readonly Values[],
    private readonly evaluateIn: (entry: ClassEntry, expression: Expression) => Values,
  ) {
    for (const node of project.functions) {
      if (node.classId === undefined || project.moduleOf(node.id).names.neverRun.has(node.fact.index)) continue;
      const list = this.methodsByName.get(node.fact.name);
      if (list) list.push(node.id);
      else this.methodsByName.set(node.fact.name, [node.id]);
    }
    for (const { scope } of project.classes) for (const name of scope.names.keys()) this.classLevelNames.add(name);
  }

  /** Every method called `name`, in any class. */
  methodsNamed(name: string): readonly FunctionId[] {
    return this.methodsByName.get(name) ?? NO_IDS;
  }

  /** Whether the body of any class binds `name`: a quick no for most questions. */
  isClassLevelName(name: string): boolean {
    return this.classLevelNames.has(name);
  }

  /** Names of methods, of all classes. */
  get methodNames(): Iterable<string> {
    return this.methodsByName.keys();
  }

  /** The class first, then its project bases in the order in which attributes are looked up. */
  mro(id: ClassId): readonly ClassId[] {
    const known = this.orders.get(id);
    if (known) return known;
    this.running.add(id);
    // A base that is being worked out closes a circle, which Python would not allow: it is left out.
    const bases = this.basesOf(id).project.filter((base) => !this.running.has(base));
    const order = linearise(
      id,
      bases,
      bases.map((base) => this.mro(base)),
    );
    this.running.delete(id);
    this.orders.set(id, order);
    return order;
  }

  inherits(id: ClassId, ancestor: ClassId): boolean {
    return id === ancestor || this.mro(id).includes(ancestor);
  }

  /** Dotted names of all bases outside the project. */
  externalBases(id: ClassId): readonly string[] {
    let names = this.externals.get(id);
    if (!names) {
      names = [...new Set(this.mro(id).flatMap((base) => this.basesOf(base).external))];
      this.externals.set(id, names);
    }
    return names;
  }

  subclasses(id: ClassId): readonly ClassId[] {
    if (!this.directSubclasses) {
      const direct: ClassId[][] = this.project.classes.map(() => []);
      for (const entry of this.project.classes) {
        for (const base of this.basesOf(entry.id).project) if (base !== entry.id) direct[base]?.push(entry.id);
      }
      this.directSubclasses = direct;
    }
    return this.directSubclasses[id] ?? NO_IDS;
  }

  /** All classes below `id`, nearest first, without itself. */
  descendants(id: ClassId): readonly ClassId[] {
    let found = this.allSubclassesOf.get(id);
    if (!found) {
      const seen = new Set<ClassId>([id]);
      const queue = [id];
      for (let index = 0; index < queue.length; index++) {
        for (const subclass of this.subclasses(queue[index] as ClassId)) {
          if (seen.has(subclass)) continue;
          seen.add(subclass);
          queue.push(subclass);
        }
      }
      found = queue.slice(1);
      this.allSubclassesOf.set(id, found);
    }
    return found;
  }

  /** The project's own metaclass of a class, given by it or a base. */
  metaclassOf(id: ClassId): ClassId | undefined {
    for (const base of this.mro(id)) {
      const entry = this.project.class(base);
      const keyword = entry.fact.keywords.find((one) => one.name === "metaclass");
      if (!keyword) continue;
      const own = this.evaluateIn(entry, keyword.value).find((value) => value.kind === "class");
      return own?.kind === "class" ? own.classId : undefined;
    }
    return undefined;
  }

  /** What the class bodies along the MRO bind `name` to. */
  classLevel(id: ClassId, name: string): ClassLevelMember | undefined {
    this.members[id] ??= new Map();
    const members = this.members[id] as Map<string, ClassLevelMember | null>;
    const known = members.get(name);
    if (known !== undefined) return known ?? undefined;
    const found = this.lookUp(this.mro(id), name);
    members.set(name, found ?? null);
    return found;
  }

  /** As `classLevel`, but starting behind `after` in the MRO of `id`: what `super()` sees. */
  classLevelAfter(id: ClassId, after: ClassId, name: string): ClassLevelMember | undefined {
    const order = this.mro(id);
    return this.lookUp(order.slice(order.indexOf(after) + 1), name);
  }

  private lookUp(order: readonly ClassId[], name: string): ClassLevelMember | undefined {
    for (const definer of order) {
      const { scope } = this.project.class(definer);
      if (!scope.names.has(name)) continue;
      const definitions = definitionsAtEnd(scope, name, scope.bodyEnd);
      if (definitions.length > 0) return { definer, definitions };
    }
    return undefined;
  }

  private basesOf(id: ClassId): Bases {
    const known = this.bases.get(id);
    if (known) return known;
    // A base expression that leads back to this class finds it without bases.
    this.bases.set(id, NO_BASES);
    const project: ClassId[] = [];
    const external: string[] = [];
    for (const values of this.evaluateBases(this.project.class(id))) {
      const own = values.find((value) => value.kind === "class");
      const other = values.find((value) => value.kind === "external");
      if (own?.kind === "class" && own.classId !== id) {
        if (!project.includes(own.classId)) project.push(own.classId);
      } else if (other?.kind === "external" && other.name !== "builtins.object") external.push(other.name);
    }
    const bases = { project, external };
    this.bases.set(id, bases);
    return bases;
  }
}

function linearise(id: ClassId, bases: readonly ClassId[], orders: readonly (readonly ClassId[])[]): readonly ClassId[] {
  if (bases.length === 0) return [id];
  if (bases.length === 1) return [id, ...(orders[0] as readonly ClassId[]).filter((base) => base !== id)].slice(0, MAX_MRO);
  return (mergeOrders(id, [...orders, bases]) ?? [...new Set([id, ...orders.flat()])]).slice(0, MAX_MRO);
}

/** C3: repeatedly takes the first head that stands in no other list's tail; undefined when there is none. */
function mergeOrders(id: ClassId, orders: readonly (readonly ClassId[])[]): readonly ClassId[] | undefined {
  const merged = [id];
  const positions = orders.map(() => 0);
  const inTails = new Map<ClassId, number>();
  for (const order of orders) for (let index = 1; index < order.length; index++) count(inTails, order[index] as ClassId, 1);
  for (;;) {
    const next = orders.find((order, list) => {
      const head = order[positions[list] as number];
      return head !== undefined && (inTails.get(head) ?? 0) === 0;
    });
    if (!next) return orders.every((order, list) => (positions[list] as number) >= order.length) ? merged : undefined;
    const head = next[positions[orders.indexOf(next)] as number] as ClassId;
    if (head === id || merged.length > MAX_MRO) return undefined;
    merged.push(head);
    orders.forEach((order, list) => {
      const position = positions[list] as number;
      if (order[position] !== head) return;
      positions[list] = position + 1;
      const following = order[position + 1];
      if (following !== undefined) count(inTails, following, -1);
    });
  }
}

function count(counts: Map<ClassId, number>, id: ClassId, change: number): void {
  counts.set(id, (counts.get(id) ?? 0) + change);
}
