"""Reads paths from standard input; prints what Python's own parser finds in each file as one line of JSON."""
import ast
import json
import sys
import warnings

COUNTED = {
    "loop": (ast.For, ast.AsyncFor, ast.While, ast.comprehension),
    "call": (ast.Call,),
    "name": (ast.Name,),
    "attribute": (ast.Attribute,),
    "subscript": (ast.Subscript,),
    "binary": (ast.BinOp,),
    "compare": (ast.Compare,),
    "lambda": (ast.Lambda,),
    "yield": (ast.Yield, ast.YieldFrom),
    "if": (ast.If,),
    "statement": (ast.stmt,),
}
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def describe(path):
    with open(path, "rb") as file:
        try:
            tree = ast.parse(file.read())
        except (SyntaxError, ValueError):
            return None
    definitions = []
    counts = dict.fromkeys(COUNTED, 0)

    def visit(node, qualname, global_names):
        for child in ast.iter_child_nodes(node):
            inner, inner_globals = qualname, global_names
            if isinstance(child, (*FUNCTION, ast.ClassDef)):
                inner = [child.name] if child.name in global_names else [*qualname, child.name]
                definitions.append(f"{'.'.join(inner)}:{child.lineno}-{child.end_lineno}")
                inner_globals = globals_of(child)
            for kind, types in COUNTED.items():
                counts[kind] += isinstance(child, types)
            # A pattern binds names without a Name node.
            if isinstance(child, (ast.MatchAs, ast.MatchStar)) and child.name or isinstance(child, ast.MatchMapping) and child.rest:
                counts["name"] += 1
            visit(child, inner, inner_globals)

    visit(tree, [], set())
    return {"definitions": definitions, "counts": counts}


def globals_of(definition):
    if isinstance(definition, ast.ClassDef):
        return set()
    return {name for node in ast.walk(definition) if isinstance(node, ast.Global) for name in node.names}


warnings.simplefilter("ignore")
sys.setrecursionlimit(20_000)
for line in sys.stdin:
    print(json.dumps(describe(line.rstrip("\n"))))
