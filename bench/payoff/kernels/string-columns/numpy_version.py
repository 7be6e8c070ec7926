"""The string methods of pandas."""

import pandas as pd


def run(addresses: list[str]) -> list[str]:
    if not isinstance(addresses, list):
        raise TypeError("a list expected")
    df = pd.DataFrame({"address": addresses})
    host = df["address"].str.strip().str.lower().str.split("@").str[1]
    df["domain"] = host.str.removeprefix("mail.").str.rsplit(".", n=1).str[0]
    return df["domain"].tolist()
