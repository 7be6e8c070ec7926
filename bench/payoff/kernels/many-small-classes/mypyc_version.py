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


def make_line(kind: str, price: float, count: int) -> Line:
    if kind == "plain":
        return Line(price, count)
    if kind == "bulk":
        return BulkLine(price, count)
    if kind == "member":
        return MemberLine(price, count)
    raise ValueError(f"unknown kind {kind}")


def run(orders: list[tuple[str, float, int]]) -> float:
    total = Money(0.0, 0.19)
    for kind, price, count in orders:
        total = total.add(make_line(kind, price, count).total())
    return total.gross()
