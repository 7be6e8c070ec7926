"""A walk over objects that the program owns: Rust must ask Python for every attribute, so there is little to gain."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

# The objects are those of the Python version, as a program that is ported in part would hand them over.
_spec = spec_from_file_location("tree_walk_objects_model", Path(__file__).with_name("python_version.py"))
_model = module_from_spec(_spec)
_spec.loader.exec_module(_model)

KIND = "search"
SIZES = {"small": 250, "medium": 8_000, "large": 70_000}


def make_input(size, rng):
    nodes = [_model.Node("root", 0)]
    for i in range(SIZES[size]):
        node = _model.Node(f"dir{i % 40}" if i % 3 == 0 else f"file{i}.txt", rng.randrange(10_000))
        nodes[rng.randrange(max(0, len(nodes) - 50), len(nodes)) if i % 5 else rng.randrange(len(nodes))].children.append(node)
        nodes.append(node)
    return (nodes[0],)
