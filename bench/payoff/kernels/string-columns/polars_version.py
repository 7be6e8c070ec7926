import polars as pl

HOST = pl.col("address").str.strip_chars().str.to_lowercase().str.split("@").list.get(1)
DOMAIN = HOST.str.strip_prefix("mail.").str.replace(r"\.[^.]*$", "")


def run(addresses: list[str]) -> list[str]:
    if not isinstance(addresses, list):
        raise TypeError("a list expected")
    return pl.DataFrame({"address": addresses}).select(domain=DOMAIN)["domain"].to_list()
