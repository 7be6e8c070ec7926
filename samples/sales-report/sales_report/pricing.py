"""What a line of an order really brought in."""

import pandas as pd

VAT = {"bakery": 0.07, "beverages": 0.19, "household": 0.19}
COUPONS = {"SPRING10": 0.10, "STAFF": 0.25}


def add_prices(orders: pd.DataFrame) -> pd.DataFrame:
    orders["gross"] = orders.apply(lambda row: row["quantity"] * row["unit_price"], axis=1)
    orders["discount"] = orders.apply(discount_of, axis=1)
    orders["net"] = orders.apply(net_of, axis=1)
    return orders


def discount_of(row) -> float:
    rate = 0.0
    if row["quantity"] >= 10:
        rate += 0.05
    if pd.notna(row["coupon"]):
        rate += COUPONS.get(row["coupon"], 0.0)
    if row["date"].weekday() == 1 and row["group"] == "bakery":
        rate += 0.03
    return round(row["gross"] * min(rate, 0.3), 2)


def net_of(row) -> float:
    taxed = row["gross"] - row["discount"]
    return round(taxed / (1 + VAT.get(row["group"], 0.19)), 2)
