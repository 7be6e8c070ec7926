"""Paths of bodies as CSV files."""

import csv


def write_track(path, track):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["years", "x", "y", "z"])
        writer.writerows(track)


def read_track(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [tuple(float(value) for value in row) for row in list(csv.reader(file))[1:]]
