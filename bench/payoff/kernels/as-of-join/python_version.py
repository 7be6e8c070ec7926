import pandas as pd


def run(trades: dict, quotes: dict) -> list[float]:
    trade_frame = pd.DataFrame(trades)
    quote_frame = pd.DataFrame(quotes)
    prices = []
    for _, trade in trade_frame.iterrows():
        earlier = quote_frame[quote_frame["time"] <= trade["time"]]
        prices.append(float(earlier["price"].iloc[-1]))
    return prices
