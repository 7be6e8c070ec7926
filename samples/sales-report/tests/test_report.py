import tempfile
import unittest
from pathlib import Path

try:
    import pandas as pd
except ImportError:
    pd = None

DATA = Path(__file__).parent.parent / "data"


@unittest.skipIf(pd is None, "pandas is not installed")
class ReportTest(unittest.TestCase):
    def test_discounts_add_up_to_at_most_thirty_percent(self):
        from sales_report.pricing import discount_of

        row = {"quantity": 20, "coupon": "STAFF", "date": pd.Timestamp("2025-02-04"), "group": "bakery", "gross": 100.0}
        self.assertEqual(discount_of(row), 30.0)

    def test_a_report_is_written(self):
        from sales_report.__main__ import main

        with tempfile.TemporaryDirectory() as folder:
            output = Path(folder) / "report.csv"
            self.assertEqual(main([str(DATA), "--output", str(output)]), 0)
            self.assertIn("Market Square", output.read_text(encoding="utf-8"))
