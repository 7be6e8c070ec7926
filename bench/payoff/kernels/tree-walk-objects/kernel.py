"""A walk over objects that the program owns: Rust must ask Python for every attribute, so there is little to gain."""

from .python_version import Node

KIND = "search"
SIZES = {"small": 250, "medium": 8_000, "large": 70_000}


def make_input(size, rng):
    """The objects are those of the Python version, as a program that is ported in part would hand them over."""
    nodes = [Node("root", 0)]
    for i in range(SIZES[size]):
        node = Node(f"dir{i % 40}" if i % 3 == 0 else f"file{i}.txt", rng.randrange(10_000))
        rng.choice(nodes).children.append(node)
        nodes.append(node)
    return (nodes[0],)
