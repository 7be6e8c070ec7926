def run(dependencies: dict[str, list[str]]) -> list[str]:
    order: list[str] = []
    done: set[str] = set()
    active: set[str] = set()

    def visit(name: str) -> None:
        if name in done:
            return
        if name in active:
            raise ValueError(f"{name} depends on itself")
        if name not in dependencies:
            raise ValueError(f"{name} is unknown")
        active.add(name)
        for needed in dependencies[name]:
            visit(needed)
        active.remove(name)
        done.add(name)
        order.append(name)

    for name in dependencies:
        visit(name)
    return order
