"""Puts right what the tills get wrong."""

import pandas as pd

SPELLINGS = {"biscuits": "bakery", "bread": "bakery", "drinks": "beverages", "soft drinks": "beverages"}


def clean_orders(orders: pd.DataFrame) -> pd.DataFrame:
    orders = orders.dropna(subset=["quantity", "unit_price"])
    orders = orders[orders["quantity"] > 0].copy()
    orders["group"] = orders["group"].apply(normal_group)
    orders["date"] = pd.to_datetime(orders["date"])
    return orders.drop_duplicates(subset="order")


def normal_group(name: str) -> str:
    cleaned = name.strip().lower()
    return SPELLINGS.get(cleaned, cleaned)
