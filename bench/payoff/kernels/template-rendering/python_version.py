def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def render_row(row: dict) -> str:
    css = "low" if row["count"] < 5 else "ok"
    return (
        f'<tr class="{css}"><td>{escape(row["name"])}</td><td>{row["price"]:.2f}</td>'
        f"<td>{row['count']}</td><td>{row['price'] * row['count']:.2f}</td></tr>"
    )


def run(title: str, rows: list[dict]) -> str:
    html = f"<h1>{escape(title)}</h1><table>"
    for row in rows:
        html += render_row(row)
    return html + "</table>"
