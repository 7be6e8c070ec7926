"""Gravity between many bodies, in plain Python."""
