class Node:
    def __init__(self, name: str, size: int) -> None:
        self.name = name
        self.size = size
        self.children: list["Node"] = []


def run(root: Node) -> tuple[int, int, int, str]:
    """Number of nodes, total size, greatest depth, and the name of the largest leaf."""
    count = total = deepest = 0
    largest, largest_size = "", -1
    stack = [(root, 1)]
    while stack:
        node, depth = stack.pop()
        count += 1
        total += node.size
        if depth > deepest:
            deepest = depth
        if not node.children and node.size > largest_size:
            largest, largest_size = node.name, node.size
        for child in node.children:
            stack.append((child, depth + 1))
    return count, total, deepest, largest
