"""Writes knowledge/types/standard-library.yaml from the stubs of typeshed.

    pip install mypy==2.4.1        (ships typeshed, Apache License 2.0)
    python scripts/extract-types/extract_standard_types.py > knowledge/types/standard-library.yaml

Kept are result that can be told without looking at the arguments: all overloads agree, if need be without their type
arguments; str wins over bytes, because far more programs handle text; type variables are dropped; `X | None` counts as X. Everything is evaluated for the Python version and named below.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

VERSION = (3, 13)
PLATFORM = "linux"

MODULES = """
builtins array argparse asyncio asyncio.subprocess asyncio.streams asyncio.queues asyncio.events asyncio.tasks asyncio.locks base64
binascii bisect bz2 cmath collections collections.abc colorsys concurrent.futures concurrent.futures.thread
concurrent.futures.process concurrent.futures._base configparser csv datetime decimal difflib email
email.message fnmatch fractions functools glob gzip hashlib heapq hmac html http.client 
io ipaddress itertools json logging lzma
math operator os pathlib pickle platform posixpath queue random re
secrets select shlex shutil socket sqlite3 statistics string struct subprocess sys
tarfile tempfile textwrap threading time tomllib types unicodedata urllib.parse urllib.request uuid
xml.etree.ElementTree zipfile zlib zoneinfo
""".split()

# Implementation modules and the public names under which programs know what they define.
PUBLIC = {
    "_collections_abc": "collections.abc",
    "_csv": "csv",
    "_decimal": "decimal",
    "_hashlib": "hashlib",
    "_io": "io",
    "_random": "random",
    "_socket": "socket",
    "_struct": "struct",
    "_thread": "threading",
    "_weakref": "weakref",
    "_operator": "operator",
    "_heapq": "heapq",
    "_bisect": "bisect",
    "_queue": "queue",
    "posixpath": "os.path",
    "genericpath": "os.path",
    "pathlib._local": "pathlib",
    "concurrent.futures._base": "concurrent.futures",
    "concurrent.futures.thread": "concurrent.futures",
    "concurrent.futures.process": "concurrent.futures",
    "asyncio.streams": "asyncio",
    "asyncio.queues": "asyncio",
    "asyncio.events": "asyncio",
    "asyncio.tasks": "asyncio",
    "asyncio.locks": "asyncio",
    "json.decoder": "json",
    "json.encoder": "json",
    "typing_extensions": "typing",
}

# What the graph tells from the arguments by itself, or what a stub describes as a protocol.
SKIPPED_TYPES = {"builtins.type", "builtins.object", "builtins.function", "builtins.super", "builtins.classmethod", "builtins.staticmethod", "builtins.property", "builtins.ellipsis"}
CONTAINERS = {
    "typing.Iterable": "typing.Iterable",
    "collections.abc.Iterable": "typing.Iterable",
    "collections.abc.Iterator": "typing.Iterator",
    "typing.Iterator": "typing.Iterator",
    "collections.abc.Generator": "typing.Generator",
    "typing.Generator": "typing.Generator",
    "typing.List": "builtins.list",
    "typing.Dict": "builtins.dict",
    "typing.Tuple": "builtins.tuple",
    "typing.Set": "builtins.set",
    "contextlib.AbstractContextManager": None,
}
UNKNOWN = {"typing.Any", "typing.NoReturn", "typing.Never", "builtins.object", "builtins.NoneType", "typing.Self", "typing.TypeAlias", "_typeshed.Incomplete", "typing.Callable", "builtins.type"}


class Module:
    def __init__(self, name: str, tree: ast.Module) -> None:
        self.name = name
        self.body = list(statements(tree.body))
        self.imports: dict[str, str] = {}
        self.aliases: dict[str, ast.expr] = {}
        self.classes: dict[str, ast.ClassDef] = {}
        self.functions: dict[str, list[ast.FunctionDef | ast.AsyncFunctionDef]] = {}
        self.variables: dict[str, ast.expr] = {}
        self.typevars: set[str] = set()
        self.stars: list[str] = []
        for node in self.body:
            self.add(node)

    def add(self, node: ast.stmt) -> None:
        if isinstance(node, ast.Import):
            for alias in node.names:
                self.imports[alias.asname or alias.name.split(".")[0]] = alias.name if alias.asname else alias.name.split(".")[0]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = self.name.split(".")
                package = parts if MODULE_IS_PACKAGE.get(self.name) else parts[:-1]
                package = package[: len(package) - node.level + 1]
                base = ".".join([*package, *([node.module] if node.module else [])])
            for alias in node.names:
                if alias.name == "*":
                    self.stars.append(base)
                else:
                    self.imports[alias.asname or alias.name] = f"{base}.{alias.name}"
        elif isinstance(node, ast.ClassDef):
            self.classes[node.name] = node
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.functions.setdefault(node.name, []).append(node)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            if node.value is not None and ast.unparse(node.annotation).endswith("TypeAlias"):
                self.aliases[node.target.id] = node.value
            else:
                self.variables[node.target.id] = node.annotation
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if isinstance(node.value, ast.Call) and ast.unparse(node.value.func) in ("TypeVar", "ParamSpec", "TypeVarTuple"):
                self.typevars.add(name)
            else:
                self.aliases[name] = node.value


def statements(body: list[ast.stmt]):
    """The statements that hold for VERSION and PLATFORM."""
    for node in body:
        if isinstance(node, ast.If):
            yield from statements(node.body if holds(node.test) else node.orelse)
        elif isinstance(node, ast.Try):
            yield from statements(node.body)
        else:
            yield node


def holds(test: ast.expr) -> bool:
    if isinstance(test, ast.BoolOp):
        values = [holds(value) for value in test.values]
        return all(values) if isinstance(test.op, ast.And) else any(values)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return not holds(test.operand)
    source = ast.unparse(test)
    try:
        return bool(eval(source, {"sys": type("sys", (), {"version_info": VERSION, "platform": PLATFORM}), "TYPE_CHECKING": True}))
    except Exception:
        return True


STUBS = Path()
MODULES_READ: dict[str, Module | None] = {}
MODULE_IS_PACKAGE: dict[str, bool] = {}


def module(name: str) -> Module | None:
    if name not in MODULES_READ:
        path = STUBS / (name.replace(".", "/") + ".pyi")
        package = STUBS / name.replace(".", "/") / "__init__.pyi"
        MODULE_IS_PACKAGE[name] = package.exists()
        found = package if package.exists() else path
        MODULES_READ[name] = Module(name, ast.parse(found.read_text())) if found.exists() else None
    return MODULES_READ[name]


def locate(mod: Module, name: str, steps: int = 6) -> tuple[Module, str] | None:
    """Module and name where `name`, as used in `mod`, is defined."""
    if name in mod.classes or name in mod.aliases or name in mod.functions or name in mod.variables or name in mod.typevars:
        return mod, name
    target = mod.imports.get(name)
    if target and steps:
        base, _, last = target.rpartition(".")
        other = module(base) if base else None
        return locate(other, last, steps - 1) if other else None
    for star in mod.stars:
        other = module(star)
        found = other and steps and locate(other, name, steps - 1)
        if found:
            return found
    builtins = module("builtins")
    if builtins is not mod and builtins and name in builtins.classes:
        return builtins, name
    return None


# Callable names of what the stubs know as a class of another name.
RENAMED = {"csv.Reader": "csv.reader", "csv.Writer": "csv.writer"}


def public_name(mod: Module, name: str) -> str:
    full = f"{PUBLIC.get(mod.name, mod.name)}.{name}"
    return RENAMED.get(full, full)


def type_of(mod: Module, node: ast.expr | None, owner: str | None, depth: int = 0) -> str | None:
    if node is None or depth > 6:
        return None
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            return type_of(mod, ast.parse(node.value, mode="eval").body, owner, depth)
        return None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        left, right = type_of(mod, node.left, owner, depth), type_of(mod, node.right, owner, depth)
        return left if is_none(node.right) or left == right else right if is_none(node.left) else None
    if isinstance(node, ast.Subscript):
        return generic(mod, node, owner, depth)
    if isinstance(node, ast.Name):
        return named(mod, node.id, owner, depth)
    if isinstance(node, ast.Attribute):
        base = ast.unparse(node.value)
        other = module(mod.imports.get(base, base))
        return named(other, node.attr, owner, depth) if other else None
    return None


def is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def named(mod: Module, name: str, owner: str | None, depth: int) -> str | None:
    if name == "Self":
        return owner
    if name == "AnyStr":
        return "builtins.str"
    found = locate(mod, name)
    if found is None:
        full = mod.imports.get(name)
        return CONTAINERS.get(full, None) if full else None
    where, real = found
    if real in where.typevars:
        return None
    if real in where.aliases:
        full = f"{where.name}.{real}"
        if full in CONTAINERS:
            return CONTAINERS[full]
        return type_of(where, where.aliases[real], owner, depth + 1)
    if real not in where.classes:
        return None
    full = public_name(where, real)
    if full in UNKNOWN or real.startswith("_") or where.name.startswith("_typeshed") or "Protocol" in [ast.unparse(base).split("[")[0] for base in where.classes[real].bases]:
        return CONTAINERS.get(full)
    return CONTAINERS.get(full, full)


def generic(mod: Module, node: ast.Subscript, owner: str | None, depth: int) -> str | None:
    head = ast.unparse(node.value).split(".")[-1]
    args = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if head == "Literal":
        kinds = {type(arg.value).__name__ for arg in args if isinstance(arg, ast.Constant)}
        return f"builtins.{kinds.pop()}" if len(kinds) == 1 and kinds <= {"str", "int", "bool", "bytes"} else None
    if head in ("Final", "ClassVar", "Annotated", "Required", "NotRequired", "Optional"):
        return type_of(mod, args[0], owner, depth)
    if head in ("TypeGuard", "TypeIs"):
        return "builtins.bool"
    if head == "Union":
        kinds = {type_of(mod, arg, owner, depth) for arg in args if not is_none(arg)}
        return kinds.pop() if len(kinds) == 1 else None
    if head in ("Coroutine", "Awaitable"):
        return type_of(mod, args[-1], owner, depth)
    if head in ("AsyncIterator", "AsyncIterable", "AsyncGenerator"):
        return None
    base = type_of(mod, node.value, owner, depth)
    if base is None:
        return None
    if base in ("typing.Generator", "typing.Iterator", "typing.Iterable"):
        args = args[:1]
    if base == "builtins.tuple" and len(args) == 2 and isinstance(args[1], ast.Constant) and args[1].value is ...:
        args = args[:1]
    known = [type_of(mod, arg, owner, depth + 1) for arg in args]
    if not known or any(arg is None for arg in known):
        return base
    return f"{base}[{', '.join(shorten(arg) for arg in known)}]"


def shorten(name: str) -> str:
    return name[len("builtins.") :] if name.startswith("builtins.") and "." not in name[len("builtins.") :].split("[")[0] else name


def result(mod: Module, overloads, owner: str | None) -> str | None:
    kinds = {type_of(mod, one.returns, owner) for one in overloads}
    if len(kinds) > 1 and None not in kinds:
        if any("bytes" in kind for kind in kinds):
            kinds = {kind for kind in kinds if "bytes" not in kind} or kinds
        if len(kinds) > 1:
            kinds = {kind.split("[")[0] for kind in kinds}
    return kinds.pop() if len(kinds) == 1 else None


def decorated(function, name: str) -> bool:
    return any(ast.unparse(one).split(".")[-1] == name for one in function.decorator_list)


def private_base(mod: Module, base: ast.expr) -> tuple[Module, ast.ClassDef] | None:
    bare = base.value if isinstance(base, ast.Subscript) else base
    found = locate(mod, bare.id) if isinstance(bare, ast.Name) else None
    if found and found[1].startswith("_") and found[1] in found[0].classes:
        return found[0], found[0].classes[found[1]]
    return None


def members_of(mod: Module, node: ast.ClassDef):
    """Statements of the class and of the private classes it builds on, its own ones last."""
    for base in node.bases:
        private = private_base(mod, base)
        if private:
            yield from members_of(*private)
    yield from statements(node.body)


def public_bases(mod: Module, node: ast.ClassDef):
    for base in node.bases:
        private = private_base(mod, base)
        if private:
            yield from public_bases(*private)
        else:
            yield base


def describe(mod: Module, node: ast.ClassDef) -> dict:
    full = public_name(mod, node.name)
    entry: dict = {"attributes": {}, "methods": {}}
    for base in public_bases(mod, node):
        bare = base.value if isinstance(base, ast.Subscript) else base
        kind = type_of(mod, bare, None)
        if kind and kind not in ("typing.Iterable", "typing.Iterator") and kind != full:
            entry["extends"] = kind.split("[")[0]
            break
    functions: dict[str, list] = {}
    for item in members_of(mod, node):
        if isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef)):
            functions.setdefault(item.name, []).append(item)
        elif isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and not item.target.id.startswith("_"):
            kind = type_of(mod, item.annotation, full)
            if kind:
                entry["attributes"][item.target.id] = kind
    for name, overloads in functions.items():
        kind = result(mod, overloads, full)
        if name == "__iter__":
            if kind and "[" in kind:
                entry["iterates"] = kind[kind.index("[") + 1 : -1]
        elif name == "__next__":
            if kind:
                entry.setdefault("iterates", kind)
        elif name == "__getitem__":
            if kind:
                entry["subscript"] = kind
        elif name == "__enter__" or not name.startswith("_"):
            if kind:
                section = "attributes" if any(decorated(one, "property") or decorated(one, "cached_property") for one in overloads) else "methods"
                entry[section][name] = kind
    return {key: value for key, value in entry.items() if value}


def main() -> None:
    types: dict[str, dict] = {}
    functions: dict[str, dict[str, str]] = {}
    names = list(MODULES)
    names += ["_io", "_csv", "_decimal", "_hashlib", "_random", "_socket", "_struct", "_collections_abc", "_queue", "pathlib._local", "genericpath"]
    for name in names:
        mod = module(name)
        if mod is None:
            continue
        public = PUBLIC.get(name, name)
        exported = {local for local in mod.imports if not local.startswith("_")}
        for local in exported:
            found = locate(mod, local)
            if found and found[0].name in PUBLIC and PUBLIC[found[0].name] == public:
                continue
            if found and found[1] in found[0].functions and found[0] is not mod and name in ("operator", "heapq", "bisect", "threading", "socket", "os"):
                kind = result(found[0], found[0].functions[found[1]], None)
                if kind:
                    functions.setdefault(public, {})[local] = kind
        for local, node in mod.classes.items():
            full = public_name(mod, local)
            if local.startswith("_") or full in SKIPPED_TYPES:
                continue
            entry = describe(mod, node)
            if "Protocol" in [ast.unparse(base).split("[")[0] for base in node.bases]:
                continue
            if full.endswith(("Error", "Exception", "Warning", "Exit", "Group", "Interrupt", "Iteration", ".error", ".excel", ".excel_tab", ".unix_dialect")):
                continue
            types[full] = entry
        for local, overloads in mod.functions.items():
            if local.startswith("_"):
                continue
            kind = result(mod, overloads, None)
            if kind:
                functions.setdefault(public, {})[local] = kind
    for name in [name for name, entry in types.items() if set(entry) <= {"extends"} and entry.get("extends") not in types]:
        del types[name]
    for entry in types.values():
        if entry.get("extends") not in types:
            entry.pop("extends", None)
    write(types, functions)


def write(types: dict[str, dict], functions: dict[str, dict[str, str]]) -> None:
    print("# Written by scripts/extract-types/extract_standard_types.py from the stubs of typeshed (Apache License 2.0): change that, not this.")
    print("basis: Result types read from typeshed's stubs for Python 3.13 on Linux, typeshed as shipped with mypy 2.4.1.")
    print("types:")
    for name in sorted(types):
        entry = types[name]
        print(f"  {name}:" + ("" if entry else " {}"))
        for key in ("extends", "iterates", "subscript"):
            if key in entry:
                print(f"    {key}: {quote(shorten_all(entry[key]))}")
        for key in ("attributes", "methods"):
            if key in entry:
                print(f"    {key}: {by_type(entry[key])}")
    print("functions:")
    for name in sorted(functions):
        print(f"  {name}: {by_type(functions[name])}")


def by_type(members: dict[str, str]) -> str:
    names: dict[str, list[str]] = {}
    for member, kind in sorted(members.items()):
        names.setdefault(shorten_all(kind), []).append(member)
    return "{ " + ", ".join(f"{quote(kind)}: {' '.join(found)}" for kind, found in sorted(names.items())) + " }"


def shorten_all(kind: str) -> str:
    head, bracket, rest = kind.partition("[")
    return shorten(head) + bracket + rest


def quote(kind: str) -> str:
    return f'"{kind}"' if "[" in kind else kind


if __name__ == "__main__":
    if len(sys.argv) > 1:
        STUBS = Path(sys.argv[1])
    else:
        import mypy

        STUBS = Path(mypy.__file__).parent / "typeshed" / "stdlib"
    main()
