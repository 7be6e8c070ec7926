"""Messages in SQLite; one connection per request."""

import sqlite3

from flask import current_app, g

TABLES = """
CREATE TABLE IF NOT EXISTS message (
    id INTEGER PRIMARY KEY,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    written TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX IF NOT EXISTS message_written ON message (written);
"""


def connection() -> sqlite3.Connection:
    if "connection" not in g:
        g.connection = sqlite3.connect(current_app.config["DATABASE"])
        g.connection.row_factory = sqlite3.Row
    return g.connection


def close(_error=None) -> None:
    opened = g.pop("connection", None)
    if opened is not None:
        opened.close()


def create_tables() -> None:
    connection().executescript(TABLES)


def add_message(author: str, text: str) -> int:
    cursor = connection().execute("INSERT INTO message (author, text) VALUES (?, ?)", (author, text))
    connection().commit()
    return cursor.lastrowid


def latest(count: int = 50) -> list[sqlite3.Row]:
    query = "SELECT id, author, text, written FROM message WHERE hidden = 0 ORDER BY written DESC, id DESC LIMIT ?"
    return connection().execute(query, (count,)).fetchall()


def search(words: list[str]) -> list[sqlite3.Row]:
    condition = " AND ".join("text LIKE ?" for _ in words)
    query = f"SELECT id, author, text, written FROM message WHERE hidden = 0 AND {condition} LIMIT 50"
    return connection().execute(query, [f"%{word}%" for word in words]).fetchall()


def all_texts() -> list[tuple[int, str]]:
    return [(row["id"], row["text"]) for row in connection().execute("SELECT id, text FROM message WHERE hidden = 0")]


def hide(numbers: list[int]) -> None:
    connection().executemany("UPDATE message SET hidden = 1 WHERE id = ?", [(number,) for number in numbers])
    connection().commit()
