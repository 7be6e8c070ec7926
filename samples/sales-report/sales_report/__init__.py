"""Monthly sales figures from CSV exports."""
