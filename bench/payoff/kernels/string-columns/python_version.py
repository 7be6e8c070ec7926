import pandas as pd


def domain(address: str) -> str:
    host = address.strip().lower().split("@")[1]
    return host.removeprefix("mail.").rsplit(".", 1)[0]


def run(addresses: list[str]) -> list[str]:
    if not isinstance(addresses, list):
        raise TypeError("a list expected")
    df = pd.DataFrame({"address": addresses})
    df["domain"] = df["address"].apply(domain)
    return df["domain"].tolist()
