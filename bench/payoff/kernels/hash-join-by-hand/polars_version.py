import polars as pl


def run(orders: list[dict], customers: list[dict]) -> list[dict]:
    left, right = pl.DataFrame(orders), pl.DataFrame(customers)
    if "customer" not in left.columns:
        raise KeyError("customer")
    return left.join(right, on="customer", maintain_order="left").to_dicts()
