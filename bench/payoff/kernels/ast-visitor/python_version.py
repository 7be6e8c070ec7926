import ast


class Metrics(ast.NodeVisitor):
    """Names that are read, calls by name, branches, and the depth of nesting."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.calls: dict[str, int] = {}
        self.branches = 0
        self.depth = 0
        self.deepest = 0

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self.names[node.id] = self.names.get(node.id, 0) + 1

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name):
            self.calls[node.func.id] = self.calls.get(node.func.id, 0) + 1
        self.generic_visit(node)

    def visit_branch(self, node: ast.AST) -> None:
        self.branches += 1
        self.depth += 1
        self.deepest = max(self.deepest, self.depth)
        self.generic_visit(node)
        self.depth -= 1

    visit_If = visit_For = visit_While = visit_branch


def run(tree: ast.AST) -> tuple[dict[str, int], dict[str, int], int, int]:
    if not isinstance(tree, ast.AST):
        raise TypeError("a syntax tree expected")
    metrics = Metrics()
    metrics.visit(tree)
    return metrics.names, metrics.calls, metrics.branches, metrics.deepest
