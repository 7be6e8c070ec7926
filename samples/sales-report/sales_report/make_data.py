"""Makes exports with made-up orders: `python3 -m sales_report.make_data FOLDER --rows N`."""

import argparse
import csv
import random
from datetime import date, timedelta
from pathlib import Path

GROUPS = ["bakery", "Bread", "drinks", "household", " biscuits"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--rows", type=int, default=1000)
    options = parser.parse_args()
    chance = random.Random(11)
    with open(Path(options.folder) / "orders-made-up.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["order", "date", "shop", "customer", "group", "quantity", "unit_price", "coupon"])
        for number in range(options.rows):
            day = date(2025, 1, 1) + timedelta(days=chance.randrange(180))
            coupon = chance.choice(["", "", "", "SPRING10", "STAFF"])
            row = [900000 + number, day.isoformat(), chance.randrange(1, 4), f"C{chance.randrange(500):03}"]
            writer.writerow([*row, chance.choice(GROUPS), chance.randrange(1, 15), round(chance.uniform(0.5, 20), 2), coupon])


if __name__ == "__main__":
    main()
