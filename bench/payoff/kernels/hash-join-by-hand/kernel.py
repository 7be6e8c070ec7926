"""Two lists of dicts joined in Python: the rows are Python objects before and after."""

KIND = "collections"
SIZES = {"small": 250, "medium": 8_000, "large": 130_000}


def make_input(size, rng):
    n = SIZES[size]
    customers = [
        {"customer": number, "name": f"customer {number}", "city": rng.choice("ABCDE")} for number in range(n // 4 + 1)
    ]
    orders = [
        {"order": number, "customer": rng.randrange(n // 3 + 1), "amount": rng.uniform(1, 500)} for number in range(n)
    ]
    return (orders, customers)


BAD_INPUTS = [([{"order": 1}], [{"customer": 1}])]
