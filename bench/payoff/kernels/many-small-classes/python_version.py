class Money:
    def __init__(self, amount: float, tax_rate: float) -> None:
        self.amount = amount
        self.tax_rate = tax_rate

    def add(self, other: "Money") -> "Money":
        return Money(self.amount + other.amount, self.tax_rate)

    def gross(self) -> float:
        return self.amount * (1.0 + self.tax_rate)


class Line:
    def __init__(self, price: float, count: int) -> None:
        self.price = price
        self.count = count

    def discount(self) -> float:
        return 0.0

    def total(self) -> Money:
        return Money(self.price * self.count * (1.0 - self.discount()), 0.19)


class BulkLine(Line):
    def discount(self) -> float:
        return 0.15 if self.count >= 20 else 0.05


class MemberLine(Line):
    def __init__(self, price: float, count: int) -> None:
        super().__init__(price, count)
        self.points = count // 2

    def discount(self) -> float:
        return min(0.1, self.points * 0.01)


CLASSES = {"plain": Line, "bulk": BulkLine, "member": MemberLine}


def run(orders: list[tuple[str, float, int]]) -> float:
    total = Money(0.0, 0.19)
    for kind, price, count in orders:
        if kind not in CLASSES:
            raise ValueError(f"unknown kind {kind}")
        total = total.add(CLASSES[kind](price, count).total())
    return total.gross()
