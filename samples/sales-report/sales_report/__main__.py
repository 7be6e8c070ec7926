"""Command line: read a folder of CSV exports, write the report."""

import argparse
import sys

from sales_report.clean import clean_orders
from sales_report.load import load_orders, load_shops
from sales_report.pricing import add_prices
from sales_report.summary import customers_at_risk, revenue_by_shop, write_report


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="sales-report", description=__doc__)
    parser.add_argument("folder", help="folder with orders-*.csv and shops.csv")
    parser.add_argument("--output", default="report.csv")
    options = parser.parse_args(arguments)
    orders = load_orders(options.folder)
    if orders.empty:
        print(f"sales-report: no orders-*.csv with rows in {options.folder}", file=sys.stderr)
        return 2
    orders = add_prices(clean_orders(orders))
    report = revenue_by_shop(orders, load_shops(options.folder))
    write_report(report, options.output)
    print(report.to_string(index=False))
    print("Customers at risk:", ", ".join(customers_at_risk(orders)) or "none")
    return 0


if __name__ == "__main__":
    sys.exit(main())
