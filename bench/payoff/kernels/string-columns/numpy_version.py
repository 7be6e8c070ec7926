"""The string methods of pandas."""

import pandas as pd


def prepare(addresses: list[str]) -> tuple[pd.DataFrame]:
    if not isinstance(addresses, list):
        raise TypeError("a list expected")
    return (pd.DataFrame({"address": addresses}),)


def run(df: pd.DataFrame) -> list[str]:
    host = df["address"].str.strip().str.lower().str.split("@").str[1]
    return host.str.removeprefix("mail.").str.rsplit(".", n=1).str[0].tolist()
