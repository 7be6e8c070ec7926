"""Reads the exports; every till writes a file of its own per month."""

from pathlib import Path

import pandas as pd

COLUMNS = ["order", "date", "shop", "customer", "group", "quantity", "unit_price", "coupon"]


def load_orders(folder: str) -> pd.DataFrame:
    orders = pd.DataFrame(columns=COLUMNS)
    for path in sorted(Path(folder).glob("orders-*.csv")):
        month = pd.read_csv(path, dtype={"coupon": "string"})
        month["source"] = path.stem
        orders = pd.concat([orders, month], ignore_index=True) if not orders.empty else month
    return orders


def load_shops(folder: str) -> pd.DataFrame:
    return pd.read_csv(Path(folder) / "shops.csv")
